"""What stands in the cells of a page: pieces of text put into grids, as tables and as lines."""

from __future__ import annotations

from collections.abc import Iterable

from casefiles.model import Box, Line, Table
from casefiles.reading.grids import Grid, within
from casefiles.reading.layout import Piece, lines, union
from casefiles.reading.wrapping import unwrap

Ruled = tuple[list[Line], Table]


def filled(grids: list[Grid], pieces: Iterable[Piece]) -> tuple[list[Piece], list[Ruled]]:
    """The pieces that stand in no cell, and each grid (there is at least one) as its rows and as a table."""
    loose, contents = sorted_in(grids, pieces)
    return loose, [_table(grid, cells) for grid, cells in zip(grids, contents, strict=True)]


def sorted_in(grids: list[Grid], pieces: Iterable[Piece]) -> tuple[list[Piece], list[dict[Box, list[Piece]]]]:
    """The pieces in no cell, and for each grid those in each of its cells."""
    cells = [(number, cell) for number, grid in enumerate(grids) for row in grid for cell in row if cell]
    contents: list[dict[Box, list[Piece]]] = [{} for _ in grids]
    loose: list[Piece] = []
    last = cells[0]
    for piece in pieces:
        if not within(piece.box, last[1]):  # neighbours mostly share a cell
            found = next((one for one in cells if within(piece.box, one[1])), None)
            if found is None:
                loose.append(piece)
                continue
            last = found
        contents[last[0]].setdefault(last[1], []).append(piece)
    return loose, contents


def _table(grid: Grid, contents: dict[Box, list[Piece]]) -> Ruled:
    """The table and its rows as lines. Cells that a neighbour spans are empty."""
    width = max(len(row) for row in grid)
    rows = [tuple(_cell_text(contents.get(cell, [])) if cell else "" for cell in row) for row in grid]
    rows = [row + ("",) * (width - len(row)) for row in rows]
    boxes = [union(cell for cell in row if cell) for row in grid]
    found = [Line("\t".join(row).rstrip(), box) for row, box in zip(rows, boxes, strict=True) if any(row)]
    return found, Table(tuple(rows), union(boxes))


def _cell_text(glyphs: list[Piece]) -> str:
    """The text of one cell; its lines are one text, for they were broken by the width of the cell alone."""
    return unwrap(line.text for line in lines(words(glyphs)))


def words(glyphs: list[Piece]) -> list[Piece]:
    """Characters that follow each other on one line, as one piece."""
    joined: list[Piece] = []
    blank = ""
    for glyph in glyphs:
        if not glyph.text.strip():
            blank = " "
            continue
        last = joined[-1] if joined else None
        if last and _follows(last.box, glyph.box):
            joined[-1] = Piece(last.text + blank + glyph.text, union((last.box, glyph.box)))
        else:
            joined.append(glyph)
        blank = ""
    return joined


def _follows(before: Box, after: Box) -> bool:
    height = max(before.y1 - before.y0, after.y1 - after.y0)
    return abs(before.y0 - after.y0) < height / 2 and -height / 4 < after.x0 - before.x1 < 2 * height
