"""A text that stands by itself: in no row of a label, and no label's value. So a mark in words stands on its certificate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casefiles.kinds.engine.labels import Mark, all_labels, marks
from casefiles.kinds.engine.layout import Row, Sheet
from casefiles.kinds.engine.model import Candidate, Shape
from casefiles.kinds.engine.patterns import compiled
from casefiles.kinds.engine.shapes.names import is_organisation

_LONGEST = 16
_SOMETHING_ELSE = re.compile(r"[:。;,]|第?G?\d{5,}|\d{4}年|证书?$|[省市区县].{2,}[路街道村号]|局|公告|复印|专用")


@dataclass(frozen=True, slots=True)
class StandsAlone:
    """The first short text by itself between the row of ``above`` and that of ``below`` (patterns)."""

    above: str
    below: str

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        every = marks(sheet, all_labels((), other_labels))
        begun = False
        for index, row in enumerate(sheet.rows):
            if begun and compiled(self.below).search(row.bare):
                return
            if begun and not _is_value(sheet, index, every) and (text := _alone(row, every.get(index, []))):
                if value := shape.read(text):
                    yield Candidate(value, index, 0.5)
                return
            begun = begun or compiled(self.above).fullmatch(row.bare) is not None


def _alone(row: Row, labels: list[Mark]) -> str:
    """The first cell of ``row``, where no label begins in it and it looks like nothing else."""
    cell = row.printed.split("\t")[0]
    bare = "".join(row.text.split("\t")[0].split())
    if any(mark.start < len(cell) for mark in labels) or not 1 <= len(bare) <= _LONGEST:
        return ""
    return "" if _SOMETHING_ELSE.search(bare) or is_organisation(bare) else cell


def _is_value(sheet: Sheet, index: int, every: dict[int, list[Mark]]) -> bool:
    """Whether the row above ends with a label that has no value yet."""
    above = every.get(index - 1, [])
    return bool(above) and not sheet.rows[index - 1].text[above[-1].end :].strip()
