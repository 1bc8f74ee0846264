"""Papers in sections: under the heading 委托人 stands a plain 名称 or 姓名, or a list of those it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casefiles.kinds.engine.labels import Mark, all_labels, marks, texts_after, words
from casefiles.kinds.engine.layout import Sheet
from casefiles.kinds.engine.model import Candidate, Shape, Way

_HEADING = re.compile(
    r"[\s:]*(?:(?:的)?(?:基本|主体|身份|相关)?(?:情况|信息|概况|资料)[\s:]*)?(?:$|[\t ]*(?:单位|企业|公司)?(?:名称|姓名|全称))"
)
_ORDINAL = "[一二三四五六七八九十]{1,2}"
_ITEM = re.compile(r"\s*(?:\d{1,2}[.、)]|[(][一二三四五六七八九十\d]{1,2}[)]|[①-⑩])\s*(?=[\u4e00-\u9fa5A-Za-z])")
_NEXT_SECTION = re.compile(rf"\s*(?:{_ORDINAL}、|第{_ORDINAL}(?:部分|节)|[(]{_ORDINAL}[)])")
_SIGNATURE = re.compile(r".?\s*[(]?(?:盖章|签章|签字|签名|公章|签署)")
_LIST_ROWS = 24  # rows a list of parties may take with all that is said of them
_NEAR = 6  # rows below its heading within which a section names its subject


@dataclass(frozen=True, slots=True)
class Section:
    """The value after one of ``names`` in the section headed by one of ``labels``; ``others`` head other sections."""

    labels: tuple[str, ...]
    names: tuple[str, ...]
    others: tuple[str, ...] = ()

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        every = marks(sheet, all_labels(other_labels, (*self.labels, *self.names, *self.others)))
        in_order = [mark for _, row_marks in sorted(every.items()) for mark in row_marks]
        for place, heading in enumerate(in_order):
            if heading.label not in self.labels or not _heads(sheet, heading):
                continue
            mark = self._name_mark(in_order[place + 1 :], heading.row)
            found = next(texts_after(sheet, mark, every), None) if mark else None
            value = shape.read(found.text) if found else None
            if found and value:
                yield Candidate(value, found.row, 0.85)

    def _name_mark(self, following: list[Mark], row: int) -> Mark | None:
        for mark in following:
            if mark.row - row > _NEAR or mark.label in self.others or mark.label in self.labels:
                return None
            if mark.label in self.names:
                return mark
        return None


def _heads(sheet: Sheet, mark: Mark) -> bool:
    """Whether nothing stands behind the mark but what headings say, or a plain label."""
    return _HEADING.match(sheet.rows[mark.row].text[mark.end :]) is not None


@dataclass(frozen=True, slots=True)
class Belonging:
    """What ``ways`` find, but not where the party named last before it is one of ``others`` and not of ``labels``."""

    labels: tuple[str, ...]
    others: tuple[str, ...]
    ways: tuple[Way, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The labels its ways look behind."""
        return tuple(label for way in self.ways for label in getattr(way, "labels", ()))

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        every = marks(sheet, all_labels(other_labels, (*self.labels, *self.others)))
        parties = [mark for row in every.values() for mark in row if mark.label in (*self.labels, *self.others)]
        named = [mark for mark in parties if not _SIGNATURE.match(sheet.rows[mark.row].text[mark.end - 1 :])]
        for way in self.ways:
            for candidate in way.find(sheet, shape, other_labels):
                place = (candidate.row, sheet.rows[candidate.row].text.find(candidate.value[:6]))
                before = [mark for mark in named if (mark.row, mark.start) < place]
                if not before or max(before, key=lambda mark: (mark.row, mark.start)).label in self.labels:
                    yield candidate


def belonging(labels: tuple[str, ...], *ways: Way, others: tuple[str, ...]) -> Belonging:
    """``ways`` for what is printed of one party where another party prints the like (two identity numbers)."""
    return Belonging(labels, others, ways)


def under(headings: tuple[str, ...], *names: str, others: tuple[str, ...] = ()) -> Section:
    """A section by its headings, the labels its name stands after, and the headings of other sections."""
    return Section(headings, words(*names), others)


@dataclass(frozen=True, slots=True)
class Listed:
    """The numbered items below a heading of one of ``labels``, each up to its first stop, where they are surely names."""

    labels: tuple[str, ...]

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        every = marks(sheet, all_labels(other_labels, self.labels))
        headings = [mark for row in every.values() for mark in row if mark.label in self.labels and _heads(sheet, mark)]
        for heading in headings:
            for index in range(heading.row + 1, min(heading.row + 1 + _LIST_ROWS, len(sheet.rows))):
                row = sheet.rows[index]
                item = _ITEM.match(row.text)
                if item is None and _NEXT_SECTION.match(row.text):
                    break
                value = shape.read(row.printed[item.end() :]) if item else None
                if value and shape.strict(value):
                    yield Candidate(value, index, 0.85)


def listed(headings: tuple[str, ...]) -> Listed:
    """The parties numbered below their heading (被控告人情况: 1.甲公司，住所地…; 2.张某，男…)."""
    return Listed(headings)
