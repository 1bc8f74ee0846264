"""What an HTML text shows: as plain lines, or as the rows of its table."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import chain

SILENT = frozenset({"script", "style", "head", "title", "template"})
BREAKS = frozenset({"p", "div", "br", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"})
CELLS = frozenset({"td", "th"})
MOST_CELLS = 2_000_000  # those a cell spans count too: few bytes can ask for many


def plain(html: str) -> str:
    """The text of ``html``, a line for each block, a tab between the cells of a row."""
    shown = _Shown()
    shown.feed(html)
    shown.close()
    return "\n".join(line for raw in "".join(shown.pieces).split("\n") if (line := raw.strip()))


def rows(html: str) -> list[tuple[str, ...]]:
    """The rows of an ``html`` that is hardly more than one plain table; none where it says more.

    So does one with tables within tables, or with more than ``MOST_CELLS`` cells.
    """
    table = _Rows()
    table.feed(html)
    table.close()
    return table.rows if table.is_plain and table.beside <= sum(map(len, chain.from_iterable(table.rows))) else []


class _Rows(HTMLParser):
    """``beside`` counts the signs that stand outside of cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[str, ...]] = []
        self.beside, self.is_plain = 0, True
        self._left = MOST_CELLS
        self._row: list[str] = []
        self._cell: list[str] | None = None
        self._width = 1
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        self.is_plain = self.is_plain and not (tag == "table" and self._cell is not None)
        if tag == "tr":
            self._end_row()
        if tag in CELLS:
            self._end_cell()
            self._cell, self._width = [], _span(attrs)

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))
        if tag in CELLS:
            self._end_cell()
        if tag in ("tr", "table"):
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._cell is not None:
            self._cell.append(data)
        else:
            self.beside += len(data.strip())

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        self._left -= self._width
        self.is_plain = self.is_plain and self._left >= 0
        if self.is_plain:
            self._row += [" ".join("".join(self._cell).split()), *[""] * (self._width - 1)]
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row:
            self.rows.append(tuple(self._row))
            self._row = []


def _span(attrs: list[tuple[str, str | None]]) -> int:
    """How many columns a cell takes, at most 100."""
    told = dict(attrs).get("colspan") or ""
    return min(100, max(1, int(told[:4]))) if told.isdecimal() else 1


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        if tag in BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))
        self.pieces.append("\n" if tag in BREAKS else "\t" if tag in CELLS else "")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(" ".join(data.split()) if data.strip() else " ")
