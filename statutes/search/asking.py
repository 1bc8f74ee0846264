"""From a typed query to a result: citations first, then what the index finds, narrowed, counted, ordered and cut to a page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from statutes.search.citations import Reading, read, read_within
from statutes.search.engine import Hit, SearchResult
from statutes.search.facets import count, narrow
from statutes.search.filters import FACETS, Filters, Sort
from statutes.search.generation import Generation
from statutes.search.hits import bare_hit, cited_hit, hit_of
from statutes.search.holding import holding
from statutes.search.matching import Matched, everything, match, restrict
from statutes.search.ordering import ordered
from statutes.search.query import NOTHING, every_word

if TYPE_CHECKING:
    from statutes.library import Library


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of a search beside its query.

    ``day``: for which status, state and citations are read. ``offset``, ``limit``: the page. ``passages``: hits with their
    words, or by reference and score alone. ``facets``: whether they are counted.
    """

    day: date
    filters: Filters
    sort: Sort = "relevance"
    limit: int = 20
    offset: int = 0
    passages: bool = True
    facets: bool = False


def ask(library: Library, generation: Generation, notices: tuple[str, ...], typed: str, wish: Wish) -> SearchResult:
    """Answer one query."""
    started = time.perf_counter()
    reading = read(library, typed, wish.day)
    further = read_within(library, wish.filters.within, wish.day)
    told = [*notices, *reading.notices, *(notice for query in further for notice in query.notices)]
    matched = _matched(generation, reading, wish.filters, told)
    restrict(generation, matched, further)
    always = matched.cited[matched.mask[matched.cited]]
    narrowed = narrow(generation, matched.mask, wish.filters, always, wish.day)
    found = np.flatnonzero(narrowed.mask)
    absent = _absent(reading, generation, wish)
    leading = _leading(generation, reading, matched, found, wish, told)
    told += _elsewhere(len(found) + len(absent), narrowed.others["status"], wish)
    return SearchResult(
        hits=tuple(_page(library, generation, reading, Listed(found, matched.scores, leading, absent), wish)),
        total=len(found) + len(absent),
        notices=tuple(dict.fromkeys(told)),
        ms=(time.perf_counter() - started) * 1000,
        day=wish.day,
        facets=count(generation, narrowed, wish.filters, always, wish.day) if wish.facets else {},
        direct=reading.direct,
    )


def _matched(generation: Generation, reading: Reading, filters: Filters, told: list[str]) -> Matched:
    if reading.query.empty and not reading.cited and any(filters.of(facet) for facet in FACETS if facet != "status"):
        told[:] = [notice for notice in told if notice != NOTHING]
        return everything(generation)
    places = (generation.document(key) for key in reading.keys)
    return match(generation, reading.query, [place for place in places if place is not None], reading.articles)


def _absent(reading: Reading, generation: Generation, wish: Wish) -> list[Hit]:
    """What is cited but not yet in the index: listed first, unless conditions or filters ask what only the index knows."""
    narrowed = wish.filters.within or any(wish.filters.of(facet) for facet in FACETS if facet != "status")
    if narrowed or reading.query.condition is not None:
        return []
    hits = [cited_hit(resolution, wish.day) for resolution in reading.cited]
    return [hit for hit in dict.fromkeys(hits) if generation.document(hit.key) is None]


def _leading(
    generation: Generation, reading: Reading, matched: Matched, found: np.ndarray, wish: Wish, told: list[str]
) -> np.ndarray | None:
    """Outside the order of relevance, what is cited or holds every word typed comes before what shares a word with them."""
    whole = every_word(reading.query) if wish.sort != "relevance" and not reading.query.boolean else None
    if whole is None:
        return None
    mask = holding(generation, whole)
    mask[matched.cited] = True
    count = int(np.count_nonzero(mask[found]))
    if not 0 < count < len(found):
        return None
    told.append(f"未按相关程度排序：先列含有全部检索词的 {count} 条，其余在后。")
    return mask


@dataclass(frozen=True, slots=True)
class Listed:
    """The documents ``found`` with the ``scores`` of all, those ``leading`` where there are such, and hits ``absent`` from
    the index, which come first."""

    found: np.ndarray
    scores: np.ndarray
    leading: np.ndarray | None
    absent: list[Hit]


def _page(library: Library, generation: Generation, reading: Reading, listed: Listed, wish: Wish) -> Iterator[Hit]:
    shown = listed.absent[wish.offset : wish.offset + wish.limit]
    yield from shown
    first = max(0, wish.offset - len(listed.absent))
    last = first + wish.limit - len(shown)
    for document in ordered(generation, listed.found, listed.scores, wish.sort, last, listed.leading)[first:]:
        stored, score = generation.stored(int(document)), round(float(listed.scores[document]), 4)
        hit = hit_of(library, stored, score, reading.marks, wish.day) if wish.passages else bare_hit(stored, score)
        if hit:
            yield hit


def _elsewhere(total: int, any_day: np.ndarray, wish: Wish) -> list[str]:
    """Where nothing is in force on the day, that there is something on other days."""
    others = int(np.count_nonzero(any_day))
    if total or not others:
        return []
    return [f"{wish.day}有效的文本中没有结果；不限日期另有 {others} 条。"]
