"""What one page of an OFD file draws: text with its places, and pictures (GB/T 33190-2016, 8 to 11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from casefiles.model import Box, Line
from casefiles.reading.layout import Piece, lines
from casefiles.reading.ofd_package import below, local, numbers

A4 = (210.0, 297.0)
ASCENT, DESCENT = 0.85, 0.15  # of the size of a letter, above and below its base line
SHOWN = 0.25  # of a page, covered by a picture that may say something
FULL = 600  # printed characters; the picture below so many is paper or decoration
IDENTITY = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
OBJECTS = 50_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """The printed lines; the pictures by number with their places."""

    lines: tuple[Line, ...]
    pictures: tuple[tuple[str, Box], ...]

    @property
    def telling(self) -> tuple[str, Box] | None:
        """The largest picture, where it may say what is not printed."""
        largest = max(self.pictures, key=lambda one: _area(one[1]), default=None)
        if largest is None or _area(largest[1]) < SHOWN or sum(len(line.text) for line in self.lines) >= FULL:
            return None
        return largest


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def drawn(layers: Iterable[Element], size: tuple[float, float]) -> Drawn:
    """What ``layers`` draw on a page of ``size`` (millimetres), the first lowest."""
    pieces: list[Piece] = []
    pictures: list[tuple[str, Box]] = []
    for layer in layers:
        for count, one in enumerate(below(layer, "TextObject", "ImageObject")):
            if count >= OBJECTS:
                break
            if local(one) == "TextObject":
                pieces += _pieces(one, size)
            elif box := framed(one.get("Boundary"), size):
                pictures.append((one.get("ResourceID", ""), box))
    return Drawn(lines(pieces, size[1] / size[0]), tuple(pictures))


def framed(boundary: str | None, size: tuple[float, float]) -> Box | None:
    """A ``Boundary`` (x, y, width, height in millimetres) as a place on the page; None where it is none."""
    found = numbers(boundary)
    return _box(found[0], found[1], found[0] + found[2], found[1] + found[3], size) if len(found) == 4 else None


def _pieces(item: Element, size: tuple[float, float]) -> Iterator[Piece]:
    """The pieces of one text object. Its codes stand in its own space, which ``CTM`` and ``Boundary`` lay onto the page."""
    frame = numbers(item.get("Boundary"))
    if len(frame) != 4 or item.get("Visible") == "false":
        return
    a, b, c, d, e, f = found if len(found := numbers(item.get("CTM"))) == 6 else IDENTITY
    letter = (numbers(item.get("Size")) or [3.5])[0]
    x = y = 0.0
    for code in below(item, "TextCode"):
        x, y = (numbers(code.get("X")) or [x])[0], (numbers(code.get("Y")) or [y])[0]
        shown = code.text or ""
        x1 = x + _length(shown, numbers(code.get("DeltaX")), letter)
        y1 = y + sum(numbers(code.get("DeltaY"))[: len(shown)])
        corners = ((x, y - ASCENT * letter), (x1, y1 + DESCENT * letter))
        (ax, ay), (bx, by) = ((a * u + c * v + e + frame[0], b * u + d * v + f + frame[1]) for u, v in corners)
        yield Piece(shown, _box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), size))


def _length(shown: str, steps: list[float], letter: float) -> float:
    """How far a text runs: the steps from letter to letter, and the last letter."""
    missing = max(0, len(shown) - 1 - len(steps))
    return sum(steps[: max(0, len(shown) - 1)]) + letter * (missing + 1)


def _box(x0: float, y0: float, x1: float, y1: float, size: tuple[float, float]) -> Box:
    across, down = size

    def inside(fraction: float) -> float:
        return round(min(1.0, max(0.0, fraction)), 4)

    return Box(inside(x0 / across), inside(y0 / down), inside(x1 / across), inside(y1 / down))
