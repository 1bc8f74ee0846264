"""The papers of ``papers/``: one text file for each kind, with what is true of it and several ways to print it.

At the top stand the fields of the truth (``name = {holder}``), then the layouts, each under ``=== name``.
A line is a paragraph; lines with `` | `` are rows of a table; ``---`` begins a new page. In braces stand words of the cast.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.documents import COLUMN, PAGE_BREAK, Block

_FOLDER = Path(__file__).parent / "papers"


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to print a kind of paper; ``truth`` maps its fields to values with words of the cast in braces."""

    kind: str
    name: str
    truth: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One printed paper: its blocks, and the kind and fields a careful reader finds in it."""

    kind: str
    layout: str
    blocks: tuple[Block, ...]
    fields: Mapping[str, str]

    @property
    def lines(self) -> list[str]:
        """The paper as rows of text, cells set off by tabs."""
        return [
            line for block in self.blocks for line in ([block] if isinstance(block, str) else ["\t".join(row) for row in block])
        ]


@lru_cache(maxsize=1)
def layouts() -> tuple[Layout, ...]:
    """Every layout of every kind."""
    return tuple(layout for path in sorted(_FOLDER.glob("*.txt")) for layout in _layouts_of(path))


def printed(layout: Layout, cast: Mapping[str, Any]) -> Paper:
    """``layout`` filled in with ``cast``."""
    fields = {name: value.format_map(cast) for name, value in layout.truth.items()}
    return Paper(layout.kind, layout.name, tuple(blocks_of(layout.text.format_map(cast))), fields)


def _layouts_of(path: Path) -> list[Layout]:
    head, *variants = path.read_text(encoding="utf-8").split("=== ")
    truth = dict(line.split(" = ", 1) for line in head.splitlines() if " = " in line)
    return [Layout(path.stem, name, truth, text.strip("\n")) for name, _, text in (one.partition("\n") for one in variants)]


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text as it is written in ``papers/`` and ``cases/``; `` || `` sets columns without a table."""
    blocks: list[Block] = []
    for is_table, lines in groupby(text.splitlines(), key=lambda line: " | " in f"{line} "):
        if is_table:
            blocks.append([[cell.strip() for cell in line.split("|")] for line in lines])
        else:
            blocks += [PAGE_BREAK if line == "---" else COLUMN.join(line.split(" || ")) for line in lines]
    return blocks
