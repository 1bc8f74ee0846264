"""Tables of a PDF page. pdfplumber finds the cells from the ruling lines; lines and text are pdfium's.

pdfplumber's own way to the lines (pdfminer) is some fifty times slower than pdfium's, so only its geometry is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from casefiles.model import Box, Line, Page, Table
from casefiles.reading.layout import Piece, lines, union
from casefiles.reading.wrapping import unwrap

if TYPE_CHECKING:
    from casefiles.reading.pdf_objects import Stroke
    from casefiles.reading.pdf_text import Printed

NEAR = 3.0  # points within which lines count as one, or as touching (pdfplumber's own default)
STRAIGHT = 0.2  # points a stroke may lean
SHORTEST = 1.0  # points; shorter strokes are dots and corners
MOST_EDGES = 4000  # a drawing, not a table: finding cells grows with their square

Grid = list[list[Box | None]]


def ruled_page(number: int, printed: Printed) -> Page | None:
    """Page ``number`` (from 1) with its tables, or None where its lines rule no table."""
    grids = [grid for grid in _grids(printed) if _is_table(grid)]
    if not grids:
        return None
    loose, filled = _filled(grids, printed)
    tables = [_table(grid, cells) for grid, cells in zip(grids, filled, strict=True)]
    rest = lines(loose, printed.aspect)
    in_order = _in_order(rest, [line for found, _ in tables for line in found])
    return Page(number, (*in_order, *printed.across), tuple(table for _, table in tables))


def _grids(printed: Printed) -> list[Grid]:
    from pdfplumber import table

    edges = list(_edges(printed.strokes()))
    if not 0 < len(edges) <= MOST_EDGES:
        return []
    merged = table.merge_edges(edges, NEAR, NEAR, NEAR, NEAR)
    joined = [edge for edge in merged if max(edge["width"], edge["height"]) >= NEAR]
    cells = table.intersections_to_cells(table.edges_to_intersections(joined, NEAR, NEAR))
    return [_grid(found, printed.size) for found in table.cells_to_tables(cells)]


def _edges(strokes: Iterable[Stroke]) -> Iterator[dict[str, Any]]:
    """The level and the upright strokes, as pdfplumber calls them."""
    for (ax, ay), (bx, by) in strokes:
        x0, x1, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        level, upright = bottom - top <= STRAIGHT, x1 - x0 <= STRAIGHT
        if level == upright or max(x1 - x0, bottom - top) < SHORTEST:
            continue
        edge = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
        yield {**edge, "orientation": "h" if level else "v"}


def _grid(cells: list[tuple[float, float, float, float]], size: tuple[float, float]) -> Grid:
    """The cells (x0, top, x1, bottom in points) row by row, as fractions of the page; None where no cell begins in a column."""
    width, height = size
    lefts = sorted({cell[0] for cell in cells})
    rows = groupby(sorted(cells, key=lambda cell: (cell[1], cell[0])), key=lambda cell: cell[1])
    boxed = ({x0: Box(x0 / width, y0 / height, x1 / width, y1 / height) for x0, y0, x1, y1 in row} for _, row in rows)
    return [[row.get(left) for left in lefts] for row in boxed]


def _is_table(grid: Grid) -> bool:
    """A frame around a page or a line under a heading is no table."""
    return len(grid) >= 1 and max(len(row) for row in grid) >= 2 and sum(cell is not None for row in grid for cell in row) >= 3


def _filled(grids: list[Grid], printed: Printed) -> tuple[list[Piece], list[dict[Box, list[Piece]]]]:
    """Every character put into its cell; those in no cell stay outside."""
    cells = [(number, cell) for number, grid in enumerate(grids) for row in grid for cell in row if cell]
    filled: list[dict[Box, list[Piece]]] = [{} for _ in grids]
    loose: list[Piece] = []
    last = cells[0]
    for glyph in printed.glyphs():
        if not _within(glyph.box, last[1]):  # neighbours mostly share a cell
            found = next((one for one in cells if _within(glyph.box, one[1])), None)
            if found is None:
                loose.append(glyph)
                continue
            last = found
        filled[last[0]].setdefault(last[1], []).append(glyph)
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
