"""A search as its address tells it, both ways: stable links for every result and filter, without any script."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast
from urllib.parse import urlencode

from flask import g, request, url_for
from flask_babel import lazy_gettext as _l

from ipdesk.queries.search import Asked
from ipdesk.typed import clean_text
from ipdesk.web.law_words import day_asked, wanted_day
from statutes.search.filters import FACETS, SORTS, Filters
from statutes.search.query import LONGEST

TEXT_LIMIT = 300
MOST_WITHIN = 5
MOST_VALUES = 20
ANY_STATUS = "any"
FACET_NAMES = {
    "kind": _l("种类"),
    "status": _l("效力"),
    "level": _l("效力级别"),
    "authority": _l("案例级别"),
    "offence": _l("罪名"),
    "instrument": _l("法规"),
    "issuer": _l("发布机关"),
    "year": _l("年份"),
}
"""The facets in the order in which a reader narrows."""
ONE_OF = frozenset({"kind", "status"})  # of these a reader wants one or all
SORT_NAMES = {
    "relevance": _l("相关程度"),
    "newest": _l("由新到旧"),
    "oldest": _l("由旧到新"),
    "level": _l("效力级别"),
    "instrument": _l("法规名称"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that narrows the list: what it is, and the address of the list without it."""

    facet: str
    text: str
    without: str


def asked_now() -> Asked:
    """The search the address asks for; what it cannot mean is left out. Raises Invalid for a day that is none."""
    args = request.args
    chosen = {facet: _values(facet) for facet in FACETS}
    if ANY_STATUS in chosen["status"] or args.get("as_of") == "all":
        chosen["status"] = ()
    elif not chosen["status"]:
        chosen["status"] = Filters().status
    within = [text for one in args.getlist("within")[:MOST_WITHIN] if (text := clean_text(one)[:TEXT_LIMIT])]
    sort = args.get("sort", "")
    return Asked(
        text=clean_text(args.get("q", ""))[:LONGEST],
        typed=args.get("q", ""),
        day=day_asked(),
        filters=Filters(**cast(Any, chosen), within=tuple(dict.fromkeys(within))),
        sort=next((one for one in SORTS if one == sort), "relevance"),
        page=args.get("page", 1, type=int),
    )


def _values(facet: str) -> tuple[str, ...]:
    found = (value.strip()[:TEXT_LIMIT] for value in request.args.getlist(facet)[:MOST_VALUES])
    return tuple(dict.fromkeys(value for value in found if value))


def address(asked: Asked, *, endpoint: str = "law.search", **more: Any) -> str:
    """The address of a search; what goes without saying is left out, and so is the page, unless ``page`` is given."""
    query = urlencode({**query_of(asked), **more}, doseq=True)  # url_for, which a page of facets would ask 100 times, is slow
    return f"{_root(endpoint)}?{query}" if query else _root(endpoint)


def _root(endpoint: str) -> str:
    roots: dict[str, str] = g.setdefault("law_roots", {})
    if endpoint not in roots:
        roots[endpoint] = url_for(endpoint)
    return roots[endpoint]


def query_of(asked: Asked) -> dict[str, Any]:
    """What an address must carry to ask the same again."""
    chosen: dict[str, Any] = {facet: list(asked.filters.of(facet)) for facet in FACETS}
    chosen["status"] = list(asked.filters.status) or [ANY_STATUS]
    if asked.filters.status == Filters().status:
        chosen["status"] = []
    chosen |= {"within": list(asked.filters.within), "sort": "" if asked.sort == "relevance" else asked.sort}
    said = {"q": asked.text, "as_of": wanted_day(), **chosen}
    return {name: value for name, value in said.items() if value}


def toggled(asked: Asked, facet: str, value: str) -> str:
    """The address of the list with ``value`` chosen in its facet, or given up where it is."""
    now = asked.filters.of(facet)
    others = tuple(one for one in now if one != value)
    values = others if value in now else (value,) if facet in ONE_OF else (*now, value)
    return address(with_filter(asked, facet, values))


def with_filter(asked: Asked, facet: str, values: tuple[str, ...]) -> Asked:
    return replace(asked, filters=replace(asked.filters, **{facet: values}))


def chips(asked: Asked, labels: dict[tuple[str, str], str]) -> list[Chip]:
    """Everything that narrows the list, each with the way to give it up; ``labels`` names the values of facets."""
    found = [
        Chip(facet, labels.get((facet, value), value), toggled(asked, facet, value))
        for facet in FACET_NAMES
        if facet != "status" or asked.filters.status not in ((), Filters().status)
        for value in asked.filters.of(facet)
    ]
    return found + [
        Chip("within", text, address(with_filter(asked, "within", tuple(one for one in asked.filters.within if one != text))))
        for text in asked.filters.within
    ]
