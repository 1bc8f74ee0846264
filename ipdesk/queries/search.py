"""Searching the library: the hits of one page, how the query was read, and what to do where there is no index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Literal, cast

from ipdesk.library import the_library
from statutes.model import Resolution
from statutes.search.engine import Hit, SearchUnavailable

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
        result = the_library().search(text, as_of=day, kind=wanted, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    except SearchUnavailable as why:
        return Found(direct=cited[0] if len(cited) == 1 else None, unavailable=str(why))
    alone = result.total == 1 and len(cited) == 1 and len(result.hits) == 1 and _same(result.hits[0], cited[0])
    pages = min(MOST_PAGES, max(1, ceil(result.total / PER_PAGE)))
    return Found(result.hits, result.total, min(page, pages), pages, result.ms, result.notices, cited[0] if alone else None)


def _same(hit: Hit, cited: Resolution) -> bool:
    if cited.article:
        return hit.key == cited.article.key
    return cited.precedent is not None and hit.precedent is not None and hit.precedent.code == cited.precedent.code
