"""The order of a list. Every order is total, so that pages follow one another without gap or repetition."""

from __future__ import annotations

import numpy as np

from statutes.casebook import AUTHORITIES
from statutes.model import LEVEL_NAMES
from statutes.search.columns import Column
from statutes.search.filters import Sort
from statutes.search.generation import Generation
from statutes.search.ranking import best

_LAST = 99


def ordered(
    generation: Generation, found: np.ndarray, scores: np.ndarray, sort: Sort, top: int, leading: np.ndarray | None = None
) -> np.ndarray:
    """The first ``top`` of the documents ``found`` (ascending) in the order asked; ``scores`` run over all documents.

    ``relevance``: best first; a list that nothing ranks is in the order of ``instrument``. ``newest``, ``oldest``: by the
    first day of the text or the year of the decision, undated ones last. ``instrument``: instrument by instrument, its
    articles as printed, then precedents. ``level``: laws before regulations and interpretations, then precedents by
    authority. Equal ones by relevance, then as in the index. In every order but that of relevance the documents of the
    mask ``leading`` stand before the others.
    """
    ranked = scores[found]
    if sort == "relevance" and ranked.any():
        return found[best(ranked, top)]
    after = np.zeros(len(found), bool) if leading is None else ~leading[found]
    if sort in ("instrument", "relevance"):
        return found[np.lexsort((found, *(keys[found] for keys in _printed(generation)), after))][:top]
    keys = _weights(generation)[found] if sort == "level" else _days(generation.dates[found], sort)
    return found[np.lexsort((found, -ranked, keys, after))][:top]


def _days(dates: np.ndarray, sort: Sort) -> np.ndarray:
    unknown = dates == 0
    signed = dates.astype(np.int64) * (-1 if sort == "newest" else 1)
    return np.where(unknown, np.iinfo(np.int64).max, signed)


def _printed(generation: Generation) -> tuple[np.ndarray, np.ndarray]:
    """The number of each document's article, and (weightier) the place of its instrument; several versions of an instrument
    stand together, article by article."""
    numbers, instruments = np.zeros(generation.size, np.int64), np.full(generation.size, np.iinfo(np.int64).max)
    for column, keys in ((generation.columns["number"], numbers), (generation.columns["instrument"], instruments)):
        values = [_number(name) for name in column.names] if keys is numbers else range(len(column.names))
        keys[column.docs] = np.array(values, np.int64)[column.values]
    return numbers, instruments


def _number(name: str) -> int:
    """``219-1`` after ``219`` and before ``220``; a heading that is no number stays where it is printed."""
    base, _, branch = name.partition("-")
    return int(base[:9]) * 1000 + int(branch[:3] or 0) if base.isdecimal() and (not branch or branch.isdecimal()) else 0


def _weights(generation: Generation) -> np.ndarray:
    """The place of each document among levels of law and, after them, levels of authority."""
    weights = np.full(generation.size, _LAST, np.int64)
    for name, names in (("level", tuple(LEVEL_NAMES)), ("authority", tuple(AUTHORITIES))):
        column: Column = generation.columns[name]
        first = 0 if name == "level" else len(LEVEL_NAMES)
        places = [first + names.index(value) if value in names else _LAST for value in column.names]
        weights[column.docs] = np.array(places, np.int64)[column.values] if places else _LAST
    return weights
