"""Searching the library: the hits of one page, how the query was read, and what to do where there is no index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Literal, cast

from ipdesk.library import the_library
from statutes.model import Resolution
from statutes.search.engine import Hit, SearchUnavailable
from statutes.search.filters import Filters

PER_PAGE = 20
MOST_PAGES = 50  # nobody reads further; a stranger's crawler would
KINDS = ("article", "precedent")


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
    direct: Resolution | None = None
    unavailable: str = ""


def found_for(text: str, day: date | None, *, kind: str = "", page: int = 1) -> Found:
    """What the library has for ``text``: what is in force on ``day``, or everything where ``day`` is None.

    ``kind`` is ``article``, ``precedent`` or empty for both. Without an index citations are still resolved.
    """
    page = min(max(1, page), MOST_PAGES)
    wanted = cast(Literal["article", "precedent"], kind) if kind in KINDS else None
    cited = [one for one in the_library().citations(text, day) if one.found and (one.article or one.precedent)]
    try:
        filters = Filters() if day else Filters(status=())
        offset = (page - 1) * PER_PAGE
        result = the_library().search(text, as_of=day, filters=filters, kind=wanted, limit=PER_PAGE, offset=offset)
    except SearchUnavailable as why:
        return Found(direct=cited[0] if len(cited) == 1 else None, unavailable=str(why))
    pages = min(MOST_PAGES, max(1, ceil(result.total / PER_PAGE)))
    return Found(result.hits, result.total, min(page, pages), pages, result.ms, result.notices, result.direct)
