"""The ways to find a field: after its label, in running text, by its looks, as the last date of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casefiles.kinds.engine.labels import Mark, Printed, all_labels, marks, starts_with_label, texts_after, words
from casefiles.kinds.engine.layout import Sheet
from casefiles.kinds.engine.model import Candidate, Shape
from casefiles.kinds.engine.patterns import compiled
from casefiles.values.dates import find_dates

_SIGNED = re.compile(r"\s*(?:.*(?:盖章|签字|签名|签章|公章|代表).*)?(?:日期|时间)?[:：]?\s*[\d二][^,，。;；]{7,16}\s*", re.DOTALL)
_FROM_SIGNING = re.compile(
    r"自(?:本?(?:授权)?(?:委托)?书)?(?:签署|签订|签发|签字|签章|盖章|出具|授权|委托)之?日起?,?(?:至)?(?P<length>[一二两三四五\d]{1,2}个?[年月])"
)
Marks = dict[int, list[Mark]]
_UNLISTED_LABEL = re.compile(r"\s*[\u4e00-\u9fa5]{2,8}\s*:\s*\S")  # a row of a form, whatever its label
_FILLED = re.compile(r"\s*(?:【([^【】]+)】|“([^“”]+)”|「([^「」]+)」|\[([^\[\]]+)\])\s*[。;；,，]?\s*")
_REST = 8  # signs a narrow cell may push into its next row
_MOST_ROWS = 4  # rows a wrapped value may take


@dataclass(frozen=True, slots=True)
class Labelled:
    """The value printed beside, below or after one of ``labels``."""

    labels: tuple[str, ...]

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        every = marks(sheet, all_labels(self.labels, other_labels))
        own = [mark for row_marks in every.values() for mark in row_marks if mark.label in self.labels]
        told_apart = False  # a word that may be a label in a sentence counts only where no label with a sign was found
        for mark in sorted(own, key=lambda mark: mark.glued):
            if mark.glued and told_apart:
                return
            for printed in texts_after(sheet, mark, every):
                candidate = self._candidate(sheet, shape, printed, every, mark)
                if candidate:
                    yield candidate
                    told_apart = told_apart or not mark.glued
                    break

    @staticmethod
    def _candidate(sheet: Sheet, shape: Shape, printed: Printed, every: Marks, mark: Mark) -> Candidate | None:
        whole = _wrapped(sheet, shape, printed, every)
        texts = (_taken_out(printed.text), _taken_out(whole), whole, printed.text)
        value = next((value for text in texts if (value := shape.read(text))), None)
        if value is None or (mark.glued and not shape.strict(value)):
            return None
        return Candidate(value, printed.row, 0.8 if mark.glued else 0.95)


def labelled(*labels: str) -> Labelled:
    """The labels of ``labels``, several in one text set off by spaces."""
    return Labelled(words(*labels))


def _wrapped(sheet: Sheet, shape: Shape, printed: Printed, every: Marks) -> str:
    """The printed text with the rows it goes on in."""
    text, index = printed.text, printed.row
    if not printed.open_ended:
        return _with_rest_of_cell(sheet, shape, printed, every)
    while index + 1 < len(sheet.rows) and index - printed.row < _MOST_ROWS:
        following = sheet.rows[index + 1]
        if starts_with_label(index + 1, every) or following.page != sheet.rows[index].page:
            break
        if _UNLISTED_LABEL.match(following.text) and not _brackets_open(text):
            break
        below = _below(sheet.rows[printed.row].printed, following.printed)
        if not (sheet.flows_on(index) or _brackets_open(text) or shape.wants_more(text, below)):
            break
        text, index = text + below, index + 1
    return text


def _below(row: str, following: str) -> str:
    """What goes on in the next row: all of it, or the last cell where both rows have the same cells (two columns of text)."""
    cells = following.split("\t")
    return cells[-1] if 1 < len(cells) == len(row.split("\t")) else following


def _taken_out(text: str) -> str:
    """What stands filled into brackets or quotes (委托人:【成都某公司】), without them."""
    filled = _FILLED.fullmatch(text)
    return next(filter(None, filled.groups()), "") if filled else ""


def _with_rest_of_cell(sheet: Sheet, shape: Shape, printed: Printed, every: Marks) -> str:
    """The printed text with the few signs of it that a narrow cell broke into the next row, beside other cells."""
    following = sheet.rows[printed.row + 1 : printed.row + 2]
    if not following or starts_with_label(printed.row + 1, every):
        return printed.text
    rest = (cell for cell in following[0].printed.split("\t") if 0 < len(cell.strip()) <= _REST)
    return next((printed.text + cell.strip() for cell in rest if shape.wants_more(printed.text, cell)), printed.text)


def _brackets_open(text: str) -> bool:
    return text.count("(") + text.count("（") > text.count(")") + text.count("）")


@dataclass(frozen=True, slots=True)
class Running:
    """The group ``v`` of the first of ``patterns`` that matches the running text (spaces removed, half width)."""

    patterns: tuple[str, ...]
    confidence: float = 0.85

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        flow = sheet.flow
        for pattern in self.patterns:
            for match in compiled(pattern).finditer(flow.text):
                start, end = _closed(flow.text, *match.span("v"))
                value = shape.read(flow.printed[start:end].replace("\n", "")) if end > start else None
                if value is not None:
                    yield Candidate(value, flow.owner[start], self.confidence)


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the bracket that closes what it opened: Nord GmbH(诺德公司 goes on to its bracket."""
    found = text[start:end]
    return start, end + (found.count("(") > found.count(")") and text[end : end + 1] == ")")


def running(*patterns: str, confidence: float = 0.85) -> Running:
    return Running(patterns, confidence)


@dataclass(frozen=True, slots=True)
class LastDate:
    """The last date that stands alone, or nearly alone, in its row: where a paper is signed and dated."""

    confidence: float = 0.75

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        for index in range(len(sheet.rows) - 1, -1, -1):
            text = sheet.rows[index].printed
            days = [printed for printed in find_dates(text) if printed.is_day]
            alone = days and len("".join(text.split())) - (days[-1].end - days[-1].start) <= 24 and "\t" not in text
            if alone or _is_signed_by_both(text):
                yield Candidate(days[-1].first.isoformat(), index, self.confidence)


def _is_signed_by_both(text: str) -> bool:
    """Two columns of signatures, each with its day: 甲方(盖章) … 2025年12月18日 | 乙方(盖章) … 2025年12月18日."""
    cells = [cell for cell in text.split("\t") if cell.strip()]
    return len(cells) == 2 and all(_SIGNED.fullmatch(cell) and any(day.is_day for day in find_dates(cell)) for cell in cells)


@dataclass(frozen=True, slots=True)
class TermFromSigning:
    """A term that runs from the day of signing (自签署之日起两年), reckoned from the last date of the paper."""

    confidence: float = 0.7

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        match = _FROM_SIGNING.search(sheet.flow.text)
        signed = next(LastDate().find(sheet, shape, other_labels), None)
        value = shape.read(f"自{signed.value}起{match['length']}") if match and signed else None
        if match and value:
            yield Candidate(value, sheet.flow.owner[match.start()], self.confidence)
