"""A paper as a value: what it says from top to bottom. ``letters.word`` and ``letters.printed`` make files of it.

One description gives both the Word document and the PDF, so that the two never say different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Align = Literal["indent", "left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``indent`` begins two characters in, as letters do. ``size`` is in points."""

    text: str
    align: Align = "indent"
    bold: bool = False
    size: float = 12


@dataclass(frozen=True, slots=True)
class Section:
    """A heading inside the paper."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item: a bold head and the lines beneath it."""

    number: int
    head: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with a heading row; ``widths`` are relative."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    size: float = 9


Block = Paragraph | Section | Item | Table


class Paper:
    """Collects a paper from top to bottom. ``mark`` stands at the head of every page (草稿, 样式, 非法律文书 …)."""

    def __init__(self, title: str, *, note: str = "", mark: str = "") -> None:
        self.title, self.note, self.mark = title, note, mark
        self.blocks: list[Block] = []

    def paragraph(self, text: str, *, align: Align = "indent", bold: bool = False, size: float = 12) -> None:
        self.blocks.append(Paragraph(text, align, bold, size))

    def section(self, text: str) -> None:
        self.blocks.append(Section(text))

    def items(self, texts: Iterable[str]) -> None:
        """Items of one line each, numbered from 1."""
        self.blocks += [Item(number, text) for number, text in enumerate(texts, 1)]

    def item(self, number: int, head: str, lines: Iterable[str]) -> None:
        """One item with what is told of it; empty lines are left out."""
        self.blocks.append(Item(number, head, tuple(line for line in lines if line)))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int] = (), size: float = 9) -> None:
        """Raises ValueError where a row has not as many cells as there are heads."""
        cells = tuple(tuple(row) for row in rows)
        if any(len(row) != len(heads) for row in cells):
            raise ValueError(f"表格“{self.title}”有一行的格数与表头不一致。")
        self.blocks.append(Table(tuple(heads), cells, tuple(widths) or (1,) * len(heads), size))
