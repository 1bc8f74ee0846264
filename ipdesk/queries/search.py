"""Searching the library: what was asked, the hits of one page with their facets, and what to do where there is no index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from ipdesk.library import the_library
from statutes.model import Resolution
from statutes.search.engine import Hit, SearchUnavailable
from statutes.search.filters import FacetCount, Filters, Sort
from statutes.search.query import read_query
from statutes.search.snippets import Segment, snippet

PER_PAGE = 20
MOST_PASSAGES = 3
MOST_PAGES = 50  # nobody reads further; a stranger's crawler would


@dataclass(frozen=True, slots=True)
class Asked:
    """One search: the words, the day whose law is meant (None: today), what narrows it, its order and its page.

    ``typed`` are the words as they came in, where ``text`` is them made fit to be shown: what was left out is told.
    """

    text: str = ""
    day: date | None = None
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "relevance"
    page: int = 1
    typed: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether something beside words narrows it, so that it lists even without words."""
        return self.filters != Filters(status=self.filters.status)

    @property
    def anything(self) -> bool:
        return bool(self.text or self.narrowed)


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits. ``notices`` tell where the query was read differently from what was typed, ``ms`` is the search
    alone, ``direct`` the one citation the whole query is; ``unavailable`` is the letter where there is no index."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 1
    ms: float = 0.0
    notices: tuple[str, ...] = ()
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    direct: Resolution | None = None
    unavailable: str = ""

    @property
    def first(self) -> int:
        """The number of the first hit on the page."""
        return (self.page - 1) * PER_PAGE + 1


def found_for(asked: Asked, today: date) -> Found:
    """What the library has. Without an index citations are still resolved. A page after the last is the last."""
    day = asked.day or today
    page = min(max(1, asked.page), MOST_PAGES)
    try:
        result = the_library().search(
            asked.typed or asked.text,
            as_of=day,
            filters=asked.filters,
            sort=asked.sort,
            limit=PER_PAGE,
            offset=(page - 1) * PER_PAGE,
            facets=True,
        )
    except SearchUnavailable as why:
        return Found(direct=_only_citation(asked.text, day), unavailable=str(why))
    pages = min(MOST_PAGES, max(1, ceil(result.total / PER_PAGE)))
    return Found(
        result.hits, result.total, min(page, pages), pages, result.ms, result.notices, result.facets, direct=result.direct
    )


def marks_of(text: str) -> tuple[str, ...]:
    """The words of a search worth marking."""
    return read_query(text).marks


def passages(hit: Hit, marks: tuple[str, ...]) -> list[tuple[Segment, ...]]:
    """The paragraphs of a hit worth showing, in their order: those that hold most of ``marks``, marked; where none does,
    the hit's own passage."""
    body = "\n".join((hit.precedent.facts, hit.precedent.holding)) if hit.precedent else hit.article.text if hit.article else ""
    lines = [snippet(line, marks) for line in body.splitlines() if line.strip()]
    telling = [line for line in lines if any(one.marked for one in line)]
    best = sorted(telling, key=lambda line: -len({one.text for one in line if one.marked}))[:MOST_PASSAGES]
    return [line for line in telling if line in best] or [hit.segments]


def _only_citation(text: str, day: date) -> Resolution | None:
    cited = [one for one in the_library().citations(text, day) if one.found and (one.article or one.precedent)]
    return cited[0] if len(cited) == 1 else None
