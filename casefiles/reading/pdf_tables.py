"""Tables of a PDF page. pdfplumber finds the cells from the ruling lines; what stands in them is pdfium's text.

pdfplumber is slow (about 20 pages a second), so only pages with ruling lines come here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from casefiles.model import Box, Line, Page, Table
from casefiles.reading.layout import Piece, lines, union
from casefiles.reading.wrapping import unwrap

if TYPE_CHECKING:
    from casefiles.reading.pdf_text import Printed

Grid = list[list[Box | None]]


class Tables:
    """The tables of one file; the file is opened for the first page that needs it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._document: Any = None
        self._broken = False

    def close(self) -> None:
        if self._document is not None:
            self._document.close()

    def page(self, index: int, printed: Printed) -> Page | None:
        """Page ``index`` (from 0) with its tables, or None where its lines rule no table or pdfplumber cannot follow them."""
        grids = [grid for grid in self._grids(index) if _is_table(grid)]
        if not grids:
            return None
        loose, filled = _filled(grids, printed)
        tables = [_table(grid, cells) for grid, cells in zip(grids, filled, strict=True)]
        rest = lines(loose, printed.aspect)
        return Page(
            index + 1, _in_order(rest, [line for found, _ in tables for line in found]), tuple(table for _, table in tables)
        )

    def _grids(self, index: int) -> list[Grid]:
        if self._broken:
            return []
        try:
            page = self._open(index)
            try:
                return [_grid(page, table) for table in page.find_tables()]
            finally:
                page.close()
        except Exception:  # pdfminer raises anything on PDFs that pdfium can still read; the page then simply has no table
            return []

    def _open(self, index: int) -> Any:
        import pdfplumber

        if self._document is None:
            try:
                self._document = pdfplumber.open(self._path)
            except Exception:
                self._broken = True
                raise
        return self._document.pages[index]


def _grid(page: Any, table: Any) -> Grid:
    """The cells of ``table`` as fractions of the page."""
    left, top, right, bottom = page.cropbox
    width, height = right - left, bottom - top

    def box(cell: tuple[float, float, float, float] | None) -> Box | None:
        if cell is None:
            return None
        x0, y0, x1, y1 = cell
        return Box((x0 - left) / width, (y0 - top) / height, (x1 - left) / width, (y1 - top) / height)

    return [[box(cell) for cell in row.cells] for row in table.rows]


def _is_table(grid: Grid) -> bool:
    """A frame around a page or a line under a heading is no table."""
    return len(grid) >= 1 and max(len(row) for row in grid) >= 2 and sum(cell is not None for row in grid for cell in row) >= 3


def _filled(grids: list[Grid], printed: Printed) -> tuple[list[Piece], list[dict[Box, list[Piece]]]]:
    """Every character put into its cell; those in no cell stay outside."""
    cells = [(number, cell) for number, grid in enumerate(grids) for row in grid for cell in row if cell]
    filled: list[dict[Box, list[Piece]]] = [{} for _ in grids]
    loose: list[Piece] = []
    for glyph in printed.glyphs():
        for number, cell in cells:
            if _within(glyph.box, cell):
                filled[number].setdefault(cell, []).append(glyph)
                break
        else:
            loose.append(glyph)
    return _words(loose), filled


def _within(inner: Box, outer: Box) -> bool:
    across, down = (inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2
    return outer.x0 <= across <= outer.x1 and outer.y0 <= down <= outer.y1


def _table(grid: Grid, filled: dict[Box, list[Piece]]) -> tuple[list[Line], Table]:
    """The table and its rows as lines. Cells that a neighbour spans are empty."""
    width = max(len(row) for row in grid)
    rows = [tuple(_cell_text(filled.get(cell, [])) if cell else "" for cell in row) for row in grid]
    rows = [row + ("",) * (width - len(row)) for row in rows]
    boxes = [union(cell for cell in row if cell) for row in grid]
    found = [Line("\t".join(row).rstrip(), box) for row, box in zip(rows, boxes, strict=True) if any(row)]
    return found, Table(tuple(rows), union(boxes))


def _cell_text(glyphs: list[Piece]) -> str:
    """The text of one cell; its lines are one text, for they were broken by the width of the cell alone."""
    return unwrap(line.text for line in lines(_words(glyphs)))


def _words(glyphs: list[Piece]) -> list[Piece]:
    """Characters that follow each other on one line, as one piece."""
    words: list[Piece] = []
    blank = ""
    for glyph in glyphs:
        if not glyph.text.strip():
            blank = " "
            continue
        last = words[-1] if words else None
        if last and _follows(last.box, glyph.box):
            words[-1] = Piece(last.text + blank + glyph.text, union((last.box, glyph.box)))
        else:
            words.append(glyph)
        blank = ""
    return words


def _follows(before: Box, after: Box) -> bool:
    height = max(before.y1 - before.y0, after.y1 - after.y0)
    return abs(before.y0 - after.y0) < height / 2 and -height / 4 < after.x0 - before.x1 < 2 * height


def _in_order(rest: tuple[Line, ...], rows: list[Line]) -> tuple[Line, ...]:
    def top(line: Line) -> float:
        return line.box.y0 if line.box else 0.0

    return tuple(sorted((*rest, *rows), key=top))
