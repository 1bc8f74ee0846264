"""A reading laid out for search: rows as printed, and the running text with the place of each character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from casefiles.model import Box, Page
from casefiles.values.characters import plain

_SENTENCE_END = "。;!?:；！？："
_SPACED = re.compile(r"\s*(?:[\u4e00-\u9fa5][ \u3000]+){2,}[\u4e00-\u9fa5]\s*")
_SALUTATION = re.compile(r"^.{0,24}:$")
_DATE = re.compile(
    r"(?:日期:?)?[\d二〇○零一三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z\-]{7,}")
_LONG_ROW = 28  # characters after which an unplaced row is taken for a wrapped one
_RIGHT = 0.74  # a page's text reaches at least this far, as a share of its width
_CENTRED = 0.02  # how nearly a line in the middle of the page is as far from its left as from its right side
_MARGIN = 0.12  # how near to the right margin a wrapped row ends, as a share of the page's width


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row, its cells set off by tabs.

    ``text`` is ``printed`` in half width and simplified characters, one for one.
    """

    printed: str
    text: str
    page: int
    box: Box | None = None
    source: Literal["text", "ocr"] = "text"

    @property
    def bare(self) -> str:
        """The row without spaces and tabs."""
        return "".join(self.text.split())

    @property
    def cells(self) -> list[str]:
        return [cell.strip() for cell in self.text.split("\t")]


@dataclass(frozen=True)
class Sheet:
    """The rows of one document in reading order."""

    rows: tuple[Row, ...]
    hard_wrapped: bool = False  # rows without positions may be lines of a wrapped paragraph (plain text files)

    @cached_property
    def right_margin(self) -> dict[int, float]:
        """The right end of the widest row of each page, as a fraction of its width."""
        margin: dict[int, float] = {}
        for row in self.rows:
            if row.box:
                margin[row.page] = max(margin.get(row.page, 0.0), row.box.x1)
        return margin

    def flows_on(self, index: int) -> bool:
        """Whether the row at ``index`` was broken by the margin, so that its sentence goes on in the next."""
        row = self.rows[index]
        if index + 1 >= len(self.rows) or "\t" in row.text or row.bare[-1:] in _SENTENCE_END:
            return False
        if _SALUTATION.search(self.rows[index + 1].bare):
            return False
        if row.box:
            if _is_date_at_the_right(self.rows[index + 1]):
                return False
            wide = row.box.x1 - row.box.x0 > 0.45 and not _are_centred(row.box, self.rows[index + 1].box)
            end = row.box.x1 + _long_word(row, self.rows[index + 1])
            return wide and end >= max(_RIGHT, self.right_margin[row.page] - _MARGIN)
        return self.hard_wrapped and len(row.bare) >= _LONG_ROW

    @cached_property
    def flow(self) -> Flow:
        return Flow.of(self)


def _is_date_at_the_right(row: Row) -> bool:
    """The date below a signature at the right margin goes on from nothing."""
    return row.box is not None and row.box.x0 > 0.5 and _DATE.fullmatch(row.bare) is not None


def _are_centred(box: Box, following: Box | None) -> bool:
    """Two lines of a cover, one below the middle of the other: nothing broke the first."""
    if following is None or following.x0 < box.x0 + 2 * _CENTRED:
        return False
    return all(abs(one.x0 + one.x1 - 1) < _CENTRED for one in (box, following))


def _long_word(row: Row, following: Row) -> float:
    """The width of the word that would not fit at the end of ``row``: words in Latin letters are not broken."""
    word = _LATIN_WORD.match(following.text)
    if word is None or row.box is None or not row.text[-1:].isascii():
        return 0.0
    signs = sum(1 if sign.isascii() else 2 for sign in row.text)
    return (row.box.x1 - row.box.x0) * len(word.group()) / max(1, signs)


@dataclass(frozen=True, slots=True)
class Flow:
    """The running text without spaces; rows that end a paragraph end in a line feed.

    ``printed`` is the same text as printed, character for character; ``owner[i]`` is the row of character ``i``.
    """

    text: str
    printed: str
    owner: tuple[int, ...]

    @classmethod
    def of(cls, sheet: Sheet) -> Flow:
        text: list[str] = []
        printed: list[str] = []
        owner: list[int] = []
        for index, row in enumerate(sheet.rows):
            kept = [place for place, sign in enumerate(row.text) if sign == "\t" or not sign.isspace()]
            text += [row.text[place] for place in kept]
            printed += [row.printed[place] for place in kept]
            owner += [index] * len(kept)
            if not sheet.flows_on(index):
                text.append("\n")
                printed.append("\n")
                owner.append(index)
        return cls("".join(text), "".join(printed), tuple(owner))


def sheet_of(pages: Iterable[Page], *, hard_wrapped: bool = False) -> Sheet:
    """The sheet of ``pages``; empty rows are left out."""
    return Sheet(tuple(row for page in pages for row in _rows(page)), hard_wrapped)


def _rows(page: Page) -> Iterable[Row]:
    source: Literal["text", "ocr"] = "ocr" if page.source == "ocr" else "text"
    for line in page.lines:
        for printed in _printed_rows(line.text):
            if printed.strip():
                yield Row(printed, plain(printed), page.number, line.box, source)


def _printed_rows(text: str) -> list[str]:
    """A cell keeps its inner line breaks together; elsewhere a line feed begins a new row."""
    if "\t" in text:
        return [text.replace("\n", "").replace("\r", "")]
    return [_drawn_together(re.sub(r"[|｜│┃丨]", "\t", part)) for part in text.splitlines()]


def _drawn_together(text: str) -> str:
    """A row printed letter by letter (商 标 注 册 证) as one word."""
    return re.sub(r"\s", "", text) if _SPACED.fullmatch(text) else text
