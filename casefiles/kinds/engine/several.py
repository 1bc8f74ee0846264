"""Several parties of one standing, each under a label of its own: 控告人一, 控告人二; or the same label twice at the head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from casefiles.kinds.engine.labels import Mark, all_labels, marks
from casefiles.kinds.engine.layout import Sheet
from casefiles.kinds.engine.model import Candidate, Shape
from casefiles.kinds.engine.ways import Labelled

_MISREAD = 8  # one sign of so many may be misread


@dataclass(frozen=True, slots=True)
class Several:
    """The values of one of ``labels`` printed more than once before any of ``until``; nothing where they are one and the same."""

    labels: tuple[str, ...]
    until: tuple[str, ...] = ()
    many: bool = True

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        head = replace(sheet, rows=sheet.rows[: self._end(sheet, other_labels)])
        own = self._own(head, other_labels)
        found: list[Candidate] = []
        for candidate in Labelled(own[:1]).find(head, shape, (*self.labels, *other_labels)):
            if not any(_is_one_name(candidate.value, known.value) for known in found):
                found.append(candidate)
        if len(found) > 1:
            yield from found

    def _end(self, sheet: Sheet, other_labels: Iterable[str]) -> int:
        """The row of the first party of the other side; the whole sheet where none is labelled."""
        first = self._marks(sheet, self.until, other_labels) if self.until else []
        return first[0].row if first else len(sheet.rows)

    def _own(self, head: Sheet, other_labels: Iterable[str]) -> tuple[str, ...]:
        return tuple(mark.label for mark in self._marks(head, self.labels, other_labels))

    def _marks(self, sheet: Sheet, labels: tuple[str, ...], other_labels: Iterable[str]) -> list[Mark]:
        every = marks(sheet, all_labels((*self.labels, *self.until), other_labels))
        return [mark for row in sorted(every) for mark in every[row] if mark.label in labels and not mark.glued]


def _is_one_name(one: str, other: str) -> bool:
    """Whether two printed names are one: short and long, or misread in a sign or two by the recogniser."""
    return one in other or other in one or Levenshtein.distance(one, other) <= max(len(one), len(other)) // _MISREAD
