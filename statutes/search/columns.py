"""What is known of each document beside its words: one column for each facet and field, as arrays.

A column pairs documents with values; a document may have several values, or none. Row by row:
``docs[i]`` (ascending) has ``names[values[i]]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True, slots=True)
class Column:
    """``names`` are the values, ``labels`` how each is shown, ``aliases`` other folded names by which each is asked for."""

    names: tuple[str, ...]
    labels: tuple[str, ...]
    aliases: tuple[tuple[str, ...], ...]
    docs: np.ndarray
    values: np.ndarray

    def mask(self, wanted: Iterable[int], size: int) -> np.ndarray:
        """Which of ``size`` documents have one of the values ``wanted`` (places in ``names``)."""
        chosen = np.zeros(len(self.names), bool)
        chosen[list(wanted)] = True
        found = np.zeros(size, bool)
        found[self.docs[chosen[self.values]]] = True
        return found

    def counts(self, mask: np.ndarray) -> np.ndarray:
        """How many of the documents in ``mask`` have each value."""
        return np.bincount(self.values.compress(mask.take(self.docs)), minlength=len(self.names))

    def places(self, names: Iterable[str]) -> list[int]:
        """The places of these values; unknown ones are left out."""
        wanted = set(names)
        return [place for place, name in enumerate(self.names) if name in wanted]


class Collector:
    """Gathers one column document by document."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._shown: list[tuple[str, tuple[str, ...]]] = []
        self._docs: list[int] = []
        self._values: list[int] = []

    def add(self, document: int, value: str, label: str = "", aliases: tuple[str, ...] = ()) -> None:
        """``document`` has ``value``; documents come in ascending order. An empty value is none."""
        if not value:
            return
        if value not in self._places:
            self._places[value] = len(self._places)
            self._shown.append((label or value, aliases))
        self._docs.append(document)
        self._values.append(self._places[value])

    def column(self) -> Column:
        labels, aliases = tuple(label for label, _ in self._shown), tuple(aliases for _, aliases in self._shown)
        return Column(tuple(self._places), labels, aliases, np.array(self._docs, np.int32), np.array(self._values, np.int32))


def save_columns(folder: Path, columns: dict[str, Column]) -> None:
    """All columns: their names in one JSON file, their rows in two arrays each."""
    told = {name: [column.names, column.labels, column.aliases] for name, column in columns.items()}
    (folder / "columns.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    for name, column in columns.items():
        np.save(folder / f"column-{name}.docs.npy", column.docs)
        np.save(folder / f"column-{name}.values.npy", column.values)


def load_columns(folder: Path) -> dict[str, Column]:
    told = json.loads((folder / "columns.json").read_text(encoding="utf-8"))
    return {name: _load(folder, name, *parts) for name, parts in told.items()}


def _load(folder: Path, name: str, names: list[str], labels: list[str], aliases: list[list[str]]) -> Column:
    docs, values = (np.load(folder / f"column-{name}.{part}.npy") for part in ("docs", "values"))
    return Column(tuple(names), tuple(labels), tuple(map(tuple, aliases)), docs, values)
