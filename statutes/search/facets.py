"""Narrowing a list by filters, and counting its facets, over the arrays of a generation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from statutes.casebook import AUTHORITIES
from statutes.model import LEVEL_NAMES
from statutes.search.columns import Column
from statutes.search.filters import FACETS, STATUSES, FacetCount, Filters
from statutes.search.generation import Generation

MOST_VALUES = 50
"""How many values of one facet are told at most; those chosen always are."""
STATUS_NAMES = {"in_force": "当日有效", "not_yet": "尚未施行", "ended": "已失效"}
_WEIGHT = {"level": tuple(LEVEL_NAMES), "authority": tuple(AUTHORITIES), "status": STATUSES}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """``mask`` is the list after all filters. ``others[facet]`` is the list without this facet's own filter."""

    mask: np.ndarray
    others: Mapping[str, np.ndarray]


def _statuses(generation: Generation, day: date) -> np.ndarray:
    """Whether each document is in force on ``day``, not yet, or no longer, as a place in ``STATUSES``."""
    ordinal = day.toordinal()
    values = np.zeros(generation.size, np.int8)
    values[generation.ends <= ordinal] = STATUSES.index("ended")
    values[generation.starts > ordinal] = STATUSES.index("not_yet")
    return values


def _status_column(generation: Generation, day: date) -> Column:
    labels, every = tuple(STATUS_NAMES[status] for status in STATUSES), np.arange(generation.size, dtype=np.int32)
    return Column(STATUSES, labels, ((),) * len(STATUSES), every, _statuses(generation, day))


def narrow(generation: Generation, matched: np.ndarray, filters: Filters, always: np.ndarray, day: date) -> Narrowed:
    """Apply ``filters`` to the list ``matched``. What was cited (``always``, documents) is listed whatever its status."""
    chosen = {facet: _chosen(generation, facet, filters, day) for facet in FACETS if filters.of(facet)}
    if "status" in chosen:
        chosen["status"][always] = True
    if list(chosen) == ["status"]:  # the usual case, without counting refusals
        everything = matched & chosen["status"]
        return Narrowed(everything, {facet: matched if facet == "status" else everything for facet in FACETS})
    refused = np.zeros(generation.size, np.int8)
    for mask in chosen.values():
        refused += ~mask
    everything = matched & (refused == 0)
    others = {facet: matched & (refused == ~mask) for facet, mask in chosen.items()}
    return Narrowed(everything, {facet: others.get(facet, everything) for facet in FACETS})


def _chosen(generation: Generation, facet: str, filters: Filters, day: date) -> np.ndarray:
    if facet == "status":
        return np.array([one in filters.status for one in STATUSES])[_statuses(generation, day)]
    column = generation.columns[facet]
    return column.mask(column.places(filters.of(facet)), generation.size)


def count(
    generation: Generation, narrowed: Narrowed, filters: Filters, always: np.ndarray, day: date
) -> dict[str, tuple[FacetCount, ...]]:
    """The values of every facet with their counts (see ``statutes.search.filters``)."""
    counted, columns = {}, {**generation.columns, "status": _status_column(generation, day)}
    for facet in FACETS:
        column = columns[facet]
        counts = column.counts(narrowed.others[facet])
        if facet == "status":
            counts = counts + _cited_beside(column, narrowed.others[facet], always)
        counted[facet] = _told(facet, column, counts, set(column.places(filters.of(facet))))
    return counted


def _cited_beside(column: Column, mask: np.ndarray, always: np.ndarray) -> np.ndarray:
    """What a choice of each status would list beside its own: the cited ones of another status."""
    listed = column.values[always[mask[always]]]
    return len(listed) - np.bincount(listed, minlength=len(column.names))


def _told(facet: str, column: Column, counts: np.ndarray, chosen: set[int]) -> tuple[FacetCount, ...]:
    places = [int(place) for place in np.argsort(-counts, kind="stable") if counts[place] or int(place) in chosen]
    kept = places[:MOST_VALUES] + [place for place in places[MOST_VALUES:] if place in chosen]
    values = [FacetCount(column.names[place], column.labels[place], int(counts[place]), place in chosen) for place in kept]
    return tuple(_in_order(facet, values))


def _in_order(facet: str, values: list[FacetCount]) -> list[FacetCount]:
    """Years from the newest; levels, authorities and statuses by weight; the others by count."""
    if facet == "year":
        return sorted(values, key=lambda one: one.value, reverse=True)
    if facet in _WEIGHT:
        return sorted(values, key=lambda one: _WEIGHT[facet].index(one.value) if one.value in _WEIGHT[facet] else 99)
    return values
