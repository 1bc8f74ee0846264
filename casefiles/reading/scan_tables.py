"""Tables of a scan: cells from the rules on it, as in a printed PDF. A line of text that runs through a rule is parted there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Any

from casefiles.model import Box, Line, Table
from casefiles.reading import cells, marks
from casefiles.reading.grids import Grid, Stroke, grids, within
from casefiles.reading.layout import Piece, union
from casefiles.reading.tilts import tilt

if TYPE_CHECKING:
    import numpy as np

    Picture = np.ndarray[Any, np.dtype[np.uint8]]

POINTS = 842.0  # the longer side of the page, for geometry that is told in points
RULE = 1.6  # heights of a letter; no stroke of a letter is so long
THIN = 11  # pixels; a rule is thinner
CROSSING = 7  # pixels; where rules cross, neither is thinner than that
PAPER, GRAIN = 12, 2.5  # by how many levels a rule is darker than the paper; by how many times more than its grain
INKED = 150  # of 255 levels of red; less of it is black print in a seal
THICK, LEAN = 6, 0.02  # pixels, and parts of its length, that a rule may be thick; the side of a seal's ring is thicker
SLIVER = 0.5  # heights; less of a line in a neighbouring cell is its margin
INSET = 0.1  # heights by which a text keeps off the rules of its cell
CROWDED = 12  # pieces in one cell: a frame around a text is no table
WIDER = 1.1  # times a table's width its level rules may be long
ASTRAY = 0.1  # of the pieces between the rules are in no cell: some rules were not seen


@dataclass(frozen=True, slots=True)
class Ruling:
    """The grids of a page, as fractions of the page once it stands straight, which ``straight`` (2 × 3) makes of pixels."""

    grids: list[Grid]
    straight: Any
    size: tuple[int, int]

    def parted(self, quads: Sequence[Any]) -> list[Any]:
        """``quads``, each cut where it crosses a rule and kept off the rules beside it."""
        return [part for quad in quads for part in self._parts(quad)]

    def filled(self, pieces: Sequence[Piece]) -> tuple[list[Piece], list[Line], list[Table]]:
        """The pieces in no cell; rows and tables with their places on the page as it lies."""
        upright = [replace(piece, box=self._turned(piece.box)) for piece in pieces]
        kept = [grid for grid in self.grids if _holds(grid, upright)]
        if not kept:
            return list(pieces), [], []
        outside, ruled = cells.filled(kept, upright)
        loose = [piece for piece, moved in zip(pieces, upright, strict=True) if any(moved is one for one in outside)]
        rows = [replace(line, box=self._turned(line.box, back=True)) for lines, _ in ruled for line in lines if line.box]
        tables = [replace(table, box=self._turned(table.box, back=True)) for _, table in ruled if table.box]
        return loose, rows, tables

    def _parts(self, quad: Any) -> Iterator[Any]:
        """The parts of ``quad`` in the cells of its row; the whole of it where it lies in none."""
        import numpy as np

        corners = quad @ self.straight[:, :2].T + self.straight[:, 2]
        (x0, y0), (x1, y1) = corners.min(axis=0), corners.max(axis=0)
        width, height = self.size
        middle, high = (y0 + y1) / 2 / height, float(y1 - y0)
        row = [cell for grid in self.grids for line in grid for cell in line if cell and cell.y0 < middle < cell.y1]
        sides = [(max(x0, cell.x0 * width + INSET * high), min(x1, cell.x1 * width - INSET * high)) for cell in row]
        inside = [(left, right) for left, right in sides if right - left > SLIVER * high]
        if not inside or max(right for _, right in inside) < x1 - SLIVER * high * 2 or min(inside)[0] > x0 + SLIVER * high * 2:
            yield quad
            return
        for left, right in sorted(inside):
            a, b = (left - x0) / (x1 - x0), (right - x0) / (x1 - x0)
            top, bottom = quad[1] - quad[0], quad[2] - quad[3]
            yield np.array([quad[0] + a * top, quad[0] + b * top, quad[3] + b * bottom, quad[3] + a * bottom], np.float32)

    def _turned(self, box: Box, *, back: bool = False) -> Box:
        """``box`` moved to where its middle lies once the page stands straight; or ``back``."""
        import cv2

        width, height = self.size
        matrix = cv2.invertAffineTransform(self.straight) if back else self.straight
        across, down = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        x, y = matrix @ (across * width, down * height, 1.0)
        right, below = float(x) / width - across, float(y) / height - down
        return Box(*(round(edge, 4) for edge in (box.x0 + right, box.y0 + below, box.x1 + right, box.y1 + below)))


def ruling(picture: Picture, quads: Sequence[Any]) -> Ruling | None:
    """What is ruled on the upright BGR ``picture`` with the lines of text ``quads``; None where that is no table."""
    import cv2

    height, width = picture.shape[:2]
    if not quads:
        return None
    straight = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(tilt(quads)), 1.0)
    scale = POINTS / max(height, width)
    letter = median(float(abs(quad[3] - quad[0]).max()) for quad in quads)
    strokes = [((x0 * scale, y0 * scale), (x1 * scale, y1 * scale)) for (x0, y0), (x1, y1) in _rules(picture, straight, letter)]
    size = (width * scale, height * scale)
    found = [grid for grid in grids(strokes, size) if len(grid) > 1 and _is_whole(grid, strokes, size)]
    return Ruling(found, straight, (width, height)) if found else None


def _rules(picture: Picture, straight: Any, letter: float) -> list[Stroke]:
    """The upright and the level rules in pixels, of the page that stands straight; none where no upright ones are seen."""
    import cv2

    height, width = picture.shape[:2]
    blue, green, red = cv2.split(_without_seals(picture))
    grey = cv2.GaussianBlur(cv2.max(cv2.max(blue, green), red), (3, 3), 0)  # the edges of a marker are no rules
    if abs(straight[0, 1]) > 1e-3:
        grey = cv2.warpAffine(grey, straight, (width, height), borderMode=cv2.BORDER_REPLICATE)
    long = max(20, int(RULE * letter))
    upright = list(_rules_along(grey.T, long))
    return [((y, x), (v, u)) for (x, y), (u, v) in upright] + list(_rules_along(grey, long)) if len(upright) > 1 else []


def _rules_along(grey: Any, long: int) -> Iterator[Stroke]:
    """The level rules."""
    import cv2
    import numpy as np

    thin = cv2.morphologyEx(np.ascontiguousarray(grey), cv2.MORPH_BLACKHAT, np.ones((THIN, 1), np.uint8))
    dark = (thin > max(PAPER, GRAIN * float(np.median(thin[::4, ::4])))).astype(np.uint8)
    joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, CROSSING), np.uint8))
    rules = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    for x, y, across, down, _ in cv2.connectedComponentsWithStats(rules)[2][1:]:
        if down <= max(THICK, LEAN * across):
            yield (x, y + down / 2), (x + across, y + down / 2)


def _without_seals(picture: Picture) -> Picture:
    """``picture`` with the red ink of its seals white: the sides of a ring look like rules."""
    import numpy as np
    from PIL import Image

    height, width = picture.shape[:2]
    clear = picture
    for box in marks.stamps(Image.fromarray(np.ascontiguousarray(picture[:, :, ::-1])), slender=marks.SEAL):
        place = slice(int(box.y0 * height), int(box.y1 * height) + 1), slice(int(box.x0 * width), int(box.x1 * width) + 1)
        levels = picture[place].astype(np.int16)
        red = (levels[:, :, 2] - levels[:, :, :2].max(axis=2) > marks.REDDER // 2) & (levels[:, :, 2] > INKED)
        clear = picture.copy() if clear is picture else clear
        clear[place][red] = 255
    return clear


def _is_whole(grid: Grid, strokes: Sequence[Stroke], size: tuple[float, float]) -> bool:
    """Whether the level rules of ``grid`` end where it ends; else upright ones were not seen."""
    inside, (width, height) = union(cell for row in grid for cell in row if cell), size
    lengths = [bx - ax for (ax, ay), (bx, by) in strokes if ay == by and inside.y0 - 0.003 < ay / height < inside.y1 + 0.003]
    return median(lengths) <= WIDER * (inside.x1 - inside.x0) * width


def _holds(grid: Grid, pieces: Sequence[Piece]) -> bool:
    """Whether the pieces stand in the cells of ``grid`` as in those of a table: several, no whole text in one, few astray."""
    inside = union(cell for row in grid for cell in row if cell)
    here = [piece for piece in pieces if within(piece.box, inside)]
    astray, (contents,) = cells.sorted_in([grid], here)
    return len(contents) >= 3 and max(map(len, contents.values())) <= CROWDED and len(astray) <= ASTRAY * len(here)
