"""From pieces of text with places to printed lines in reading order.

A piece is what a PDF run or an OCR box holds. Pieces beside each other are one line (label and value of a two-column card),
lines run from top to bottom. Skew is taken out before lines are told apart, for on a page tilted by two degrees
the right end of a line lies lower than the left end of the next.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from casefiles.model import Box, Line
from casefiles.reading.clean import one_line

BROAD = 0.85  # height by width of a picture that may show two pages
FOLDS = (0.5, 0.49, 0.51, 0.48, 0.52, 0.47, 0.53, 0.46, 0.54, 0.45, 0.55)  # of its width, where the fold may be
COLUMN = 0.3  # of the picture's width, that a page of it fills at least
FULL, SEVERAL = 0.8, 3  # of the width of a page that a line of running text fills; and so many lines


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` within ``box`` (fractions of the page). ``angle`` is its tilt in radians, clockwise."""

    text: str
    box: Box
    angle: float = 0.0


def lines(pieces: Iterable[Piece], aspect: float = 1.0) -> tuple[Line, ...]:
    """The pieces as lines in reading order. ``aspect`` is the height of the page divided by its width."""
    kept = [piece for piece in pieces if piece.text.strip()]
    if not kept:
        return ()
    slope = math.tan(_skew(kept)) / aspect
    return tuple(line for row in _rows(kept, slope) if (line := _joined(row)).text)


def spread(pieces: Sequence[Piece], aspect: float) -> list[list[Piece]]:
    """The pieces of each page of an open volume, the left one first; all of them together where the picture is of one page.

    Two pages lie beside each other on a picture wider than high, running text on both sides of a fold that nothing crosses.
    """
    if aspect > BROAD:
        return [list(pieces)]
    for fold in FOLDS:
        sides = [[piece for piece in pieces if ((piece.box.x0 + piece.box.x1) / 2 > fold) == right] for right in (False, True)]
        crossed = any(piece.box.x0 < fold < piece.box.x1 for piece in pieces)
        if not crossed and all(map(_runs_on, sides)):
            return sides
    return [list(pieces)]


def _runs_on(pieces: Sequence[Piece]) -> bool:
    """Whether several of the pieces fill their page from side to side; a column of short entries is no page."""
    if not pieces:
        return False
    full = union(piece.box for piece in pieces)
    width = max(COLUMN, full.x1 - full.x0)
    return sum(piece.box.x1 - piece.box.x0 > FULL * width for piece in pieces) >= SEVERAL


def in_order(some: Iterable[Line], others: Iterable[Line]) -> tuple[Line, ...]:
    """Two readings of one page as one, from top to bottom; each keeps its own order, which knows of the page's tilt."""

    def middle(line: Line) -> float:
        return (line.box.y0 + line.box.y1) / 2 if line.box else 0.0

    return tuple(heapq.merge(some, others, key=middle))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of ``boxes``, of which there is at least one."""
    x0, y0, x1, y1 = zip(*((box.x0, box.y0, box.x1, box.y1) for box in boxes), strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))


def _skew(pieces: Sequence[Piece]) -> float:
    """The tilt of the page: that of its long pieces, for short ones are measured badly."""
    longest = sorted(pieces, key=lambda piece: piece.box.x1 - piece.box.x0, reverse=True)
    return median(piece.angle for piece in longest[: max(3, len(longest) // 2)])


def _rows(pieces: Sequence[Piece], slope: float) -> list[list[Piece]]:
    """Pieces whose middles lie within half a line's height of each other, once the page stands straight."""

    def middle(piece: Piece) -> float:
        box = piece.box
        return (box.y0 + box.y1) / 2 - slope * (box.x0 + box.x1) / 2

    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=middle):
        for row in rows[-3:]:
            if _beside(row, piece, middle(piece) - median(map(middle, row))):
                row.append(piece)
                break
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.box.x0) for row in rows]


def _beside(row: Sequence[Piece], piece: Piece, apart: float) -> bool:
    """Whether ``piece`` continues ``row``: same height on the page and not on top of what is already there."""
    height = min(median(other.box.y1 - other.box.y0 for other in row), piece.box.y1 - piece.box.y0)
    return abs(apart) < height * 0.5 and not any(_covers(other.box, piece.box) for other in row)


def _covers(one: Box, other: Box) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)


def _joined(row: Sequence[Piece]) -> Line:
    """The row as one line. Pieces that touch are joined as they are, others by a space, columns far apart by a tab."""
    text = row[0].text
    for before, piece in pairwise(row):
        gap = piece.box.x0 - before.box.x1
        text += ("" if gap < 0.004 else " " if gap < 0.06 else "\t") + piece.text
    return Line(one_line(text), union(piece.box for piece in row))
