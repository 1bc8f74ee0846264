"""What is drawn on a PDF page: paths with their ruling lines, pictures, hidden text. Places are fractions of the page shown."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from casefiles.model import Box
from casefiles.reading.grids import Point, Stroke

if TYPE_CHECKING:
    import pypdfium2

OBJECTS_LOOKED_AT = 3000
SEGMENTS_LOOKED_AT = 20_000
SCAN_COVER = 0.5  # of the page that its pictures cover; then text nobody sees is theirs
RULED_PATHS, RULED_SEGMENTS = 4, 12
FORM_DEPTH = 3
ROUND_SEGMENTS = 12  # among the first of them a ring or an oval curves
REDDER = 80  # levels by which the red of a seal exceeds green and blue
LEAST_WIDTH = 0.01  # points; pdfium passes over text without any width

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Sheet:
    """The page as it is shown: from PDF points (origin bottom left, page not turned) to fractions from the top left."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._left, bottom, right, self._top = page.get_bbox()
        self._width, self._height = (right - self._left) or 1.0, (self._top - bottom) or 1.0
        self._turn = page.get_rotation()
        self.size: tuple[float, float] = page.get_size()

    def point(self, x: float, y: float) -> Point:
        """Where the point is shown; beyond 0 and 1 where it lies off the page."""
        across, down = (x - self._left) / self._width, (self._top - y) / self._height
        if self._turn == 0:
            return across, down
        return {90: (1 - down, across), 180: (1 - across, 1 - down), 270: (down, 1 - across)}[self._turn]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The rectangle on the page, cut off at its edges."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return Box(_inside(min(ax, bx)), _inside(min(ay, by)), _inside(max(ax, bx)), _inside(max(ay, by)))


def _inside(fraction: float) -> float:
    return round(min(1.0, max(0.0, fraction)), 4)


class Objects:
    """What is drawn on ``page``, read while the page is open: counts, and the share of the page all pictures cover.

    ``rings``: whether anything is drawn red and round, as a seal is.
    """

    def __init__(self, page: pypdfium2.PdfPage, sheet: Sheet) -> None:
        self.segments = self.texts = self.hidden = self.pictures = self.count = 0
        self.cover = 0.0
        self.shapeless = self.rings = False
        self._paths: list[tuple[Any, Matrix]] = []
        self._sheet = sheet
        self._walk(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, IDENTITY, 0)

    @property
    def invisible(self) -> bool:
        """The text is the hidden layer that a scanner laid under its picture."""
        return self.hidden > self.texts / 2 and self.cover >= SCAN_COVER

    @property
    def ruled(self) -> bool:
        """Enough is drawn that it may rule a table."""
        return len(self._paths) >= RULED_PATHS or self.segments >= RULED_SEGMENTS

    def strokes(self) -> Iterator[Stroke]:
        """The straight strokes of all paths, from point to point in points as the page is shown."""
        left = SEGMENTS_LOOKED_AT
        width, height = self._sheet.size
        for path, matrix in self._paths:
            left -= pdfium.FPDFPath_CountSegments(path)
            if left < 0:
                return
            for one, other in _straight(path):
                (ax, ay), (bx, by) = (self._sheet.point(*_moved(point, matrix)) for point in (one, other))
                yield (ax * width, ay * height), (bx * width, by * height)

    def _walk(self, holder: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], matrix: Matrix, depth: int) -> None:
        for index in range(count(holder)):
            self.count += 1
            if self.count > OBJECTS_LOOKED_AT:
                return
            self._note(get(holder, index), matrix, depth)

    def _note(self, item: Any, matrix: Matrix, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._paths.append((item, _product(_matrix(item), matrix)))
            self.segments += pdfium.FPDFPath_CountSegments(item)
            self.rings = self.rings or _is_red_and_round(item)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.texts += 1
            self.hidden += pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            self.shapeless = self.shapeless or _is_shapeless(item)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures += 1
            self.cover = min(1.0, self.cover + self._share(item, matrix))  # some scanners cut a page into strips
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH:
            inner = _product(_matrix(item), matrix)
            self._walk(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)

    def _share(self, item: Any, matrix: Matrix) -> float:
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges))
        x0, y0, x1, y1 = (edge.value for edge in edges)
        box = self._sheet.box(*_moved((x0, y0), matrix), *_moved((x1, y1), matrix))
        return (box.x1 - box.x0) * (box.y1 - box.y0)


def _is_shapeless(text: Any) -> bool:
    """Whether the file does not carry the font of ``text``, and it has no width therefore."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(text, *map(ctypes.byref, edges))
    return edges[2].value - edges[0].value < LEAST_WIDTH and not pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(text))


def _is_red_and_round(path: Any) -> bool:
    kinds = (pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path, at)) for at in range(_few(path)))
    if not (_is_red(pdfium.FPDFPageObj_GetStrokeColor, path) or _is_red(pdfium.FPDFPageObj_GetFillColor, path)):
        return False
    return any(kind == pdfium.FPDF_SEGMENT_BEZIERTO for kind in kinds)


def _few(path: Any) -> int:
    return min(ROUND_SEGMENTS, pdfium.FPDFPath_CountSegments(path))


def _is_red(colour: Callable[..., Any], path: Any) -> bool:
    levels = [ctypes.c_uint() for _ in range(4)]
    if not colour(path, *map(ctypes.byref, levels)):
        return False
    red, green, blue, _ = (level.value for level in levels)
    return red - max(green, blue) > REDDER


def _straight(path: Any) -> Iterator[Stroke]:
    """The straight strokes of one path, closing strokes included."""
    begun = at = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        to = (x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = to
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield at, to
        at = to
        if pdfium.FPDFPathSegment_GetClose(segment) and at != begun:
            yield at, begun
            at = begun


def _matrix(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """First ``inner``, then ``outer`` (ISO 32000-1, 8.3.4)."""
    if outer == IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    (x0, y0), (x1, y1), (x2, y2) = (_moved(point, outer) for point in ((e, f), (a + e, b + f), (c + e, d + f)))
    return x1 - x0, y1 - y0, x2 - x0, y2 - y0, x0, y0


def _moved(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
