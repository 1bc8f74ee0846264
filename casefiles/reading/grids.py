"""The cells that ruling lines make. pdfplumber's geometry; whose lines they are, a PDF's or a scan's, is all one here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from casefiles.model import Box

NEAR = 3.0  # points within which lines count as one, or as touching (pdfplumber's own default)
STRAIGHT = 0.2  # points a stroke may lean
SHORTEST = 1.0  # points; shorter strokes are dots and corners
MOST_EDGES = 4000  # a drawing, not a table: finding cells grows with their square

Point = tuple[float, float]
Stroke = tuple[Point, Point]
Grid = list[list[Box | None]]


def grids(strokes: Iterable[Stroke], size: tuple[float, float]) -> list[Grid]:
    """The tables that ``strokes`` rule on a page of ``size`` (points): their cells row by row, as fractions of the page.

    None stands where no cell begins in a column.
    """
    from pdfplumber import table

    edges = list(_edges(strokes))
    if not 0 < len(edges) <= MOST_EDGES:
        return []
    merged = table.merge_edges(edges, NEAR, NEAR, NEAR, NEAR)
    joined = [edge for edge in merged if max(edge["width"], edge["height"]) >= NEAR]
    cells = table.intersections_to_cells(table.edges_to_intersections(joined, NEAR, NEAR))
    return [grid for found in table.cells_to_tables(cells) if _is_table(grid := _grid(found, size))]


def within(inner: Box, outer: Box) -> bool:
    """Whether the middle of ``inner`` lies in ``outer``."""
    across, down = (inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2
    return outer.x0 <= across <= outer.x1 and outer.y0 <= down <= outer.y1


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
    width, height = size
    lefts = sorted({cell[0] for cell in cells})
    rows = groupby(sorted(cells, key=lambda cell: (cell[1], cell[0])), key=lambda cell: cell[1])
    boxed = ({x0: Box(x0 / width, y0 / height, x1 / width, y1 / height) for x0, y0, x1, y1 in row} for _, row in rows)
    return [[row.get(left) for left in lefts] for row in boxed]


def _is_table(grid: Grid) -> bool:
    """A frame around a page or a line under a heading is no table."""
    return len(grid) >= 1 and max(len(row) for row in grid) >= 2 and sum(cell is not None for row in grid for cell in row) >= 3
