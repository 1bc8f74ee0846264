"""The printed text of a PDF page with its places, by pdfium; and the page drawn, where nothing is printed.

pdfium gives characters in the order of the content stream and parts lines by CR LF. A run is such a line,
parted again where a gap is wider than two characters, so that neighbouring columns stay apart.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from casefiles.model import Box, Line
from casefiles.reading.layout import Piece, lines, union

if TYPE_CHECKING:
    from PIL import Image

OBJECTS_LOOKED_AT = 3000
SCAN_COVER = 0.5  # a picture over half of the page with next to no text is a scan
SCAN_TEXT = 20  # characters a scanner or a phone app prints into a margin
GARBLED = 0.3
RULED_PATHS, RULED_SEGMENTS = 4, 12

Place = Callable[[float, float, float, float], Box]


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed on a page. ``glyphs`` gives each character with its box, for those who need them."""

    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    glyphs: Callable[[], list[Piece]]
    aspect: float
    is_scan: bool
    is_ruled: bool
    is_invisible: bool
    pictures: int


def printed(page: pypdfium2.PdfPage) -> Printed:
    """The text of ``page`` and what kind of page it is."""
    textpage = page.get_textpage()
    place = _place(page)
    text = _characters(textpage)
    found = _Objects(page, place)
    pieces = tuple(_pieces(textpage, text, place))
    width, height = page.get_size()
    aspect = height / width if width else 1.0
    return Printed(
        lines=lines(pieces, aspect),
        pieces=pieces,
        glyphs=lambda: [Piece(text[at], _box(textpage, at, place)) for at in range(len(text)) if text[at] not in "\r\n"],
        aspect=aspect,
        is_scan=_is_scan(text, found),
        is_ruled=found.paths >= RULED_PATHS or found.segments >= RULED_SEGMENTS,
        is_invisible=found.invisible,
        pictures=found.pictures,
    )


def draw(page: pypdfium2.PdfPage, dpi: float, side: int) -> Image.Image:
    """The page as a picture at ``dpi``, its longer side no more than ``side`` pixels."""
    scale = min(dpi / 72, side / max(page.get_size()))
    return page.render(scale=scale).to_pil().convert("RGB")


def _place(page: pypdfium2.PdfPage) -> Place:
    """From PDF points (origin bottom left, page not turned) to fractions of the page as it is shown."""
    left, bottom, right, top = page.get_bbox()
    width, height = (right - left) or 1.0, (top - bottom) or 1.0
    turn = page.get_rotation()

    def point(x: float, y: float) -> tuple[float, float]:
        across, down = (x - left) / width, (top - y) / height
        return {0: (across, down), 90: (1 - down, across), 180: (1 - across, 1 - down), 270: (down, 1 - across)}[turn]

    def place(x0: float, y0: float, x1: float, y1: float) -> Box:
        (ax, ay), (bx, by) = point(x0, y0), point(x1, y1)
        return Box(_inside(min(ax, bx)), _inside(min(ay, by)), _inside(max(ax, bx)), _inside(max(ay, by)))

    return place


def _inside(fraction: float) -> float:
    return round(min(1.0, max(0.0, fraction)), 4)


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """The text, one character for each index of pdfium, which counts generated blanks and line ends too."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range(0, count) if count > 0 else ""
    if len(text) != count:
        text = "".join(_character(pdfium.FPDFText_GetUnicode(textpage, at)) for at in range(count))
    return text


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _box(textpage: pypdfium2.PdfTextPage, at: int, place: Place) -> Box:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, at, ctypes.byref(rect))
    return place(rect.left, rect.bottom, rect.right, rect.top)


def _pieces(textpage: pypdfium2.PdfTextPage, text: str, place: Place) -> Iterator[Piece]:
    """The runs of the page, each within the box of its first and last character."""
    for start, end in _runs(text):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield from _parted(textpage, text, start, end, place)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at, character in enumerate(text):
        if character in "\r\n":
            yield start, at
            start = at + 1
    yield start, len(text)


def _parted(textpage: pypdfium2.PdfTextPage, text: str, start: int, end: int, place: Place) -> Iterator[Piece]:
    """One run, parted at wide gaps. Only the characters at ends and gaps are asked for their boxes: that is the dear part."""
    first = _box(textpage, start, place)
    begun = start
    for at in range(start + 1, end):
        if text[at] == " " and text[at - 1] != " ":
            after = next(later for later in range(at, end) if text[later] != " ")
            before, behind = _box(textpage, at - 1, place), _box(textpage, after, place)
            if behind.x0 - before.x1 > 2 * (before.y1 - before.y0):
                yield Piece(text[begun:at], union((first, before)))
                begun, first = after, behind
    yield Piece(text[begun:end], union((first, _box(textpage, end - 1, place))))


class _Objects:
    """What is drawn on a page: paths, their segments, the share of the page the largest picture covers, hidden text."""

    def __init__(self, page: pypdfium2.PdfPage, place: Place) -> None:
        self.paths = self.segments = self.texts = self.hidden = self.pictures = self.count = 0
        self.cover = 0.0
        self._place = place
        self._walk(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, 0)

    @property
    def invisible(self) -> bool:
        """The text is the hidden layer that a scanner laid under its picture."""
        return self.hidden > self.texts / 2 and self.cover >= SCAN_COVER

    def _walk(self, holder: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], depth: int) -> None:
        for index in range(count(holder)):
            self.count += 1
            if self.count > OBJECTS_LOOKED_AT:
                return
            self._note(get(holder, index), depth)

    def _note(self, item: Any, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self.paths += 1
            self.segments += pdfium.FPDFPath_CountSegments(item)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.texts += 1
            self.hidden += pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures += 1
            self.cover = max(self.cover, self._share(item))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 3:
            self._walk(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth + 1)

    def _share(self, item: Any) -> float:
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges))
        box = self._place(*(edge.value for edge in edges))
        return (box.x1 - box.x0) * (box.y1 - box.y0)


def _is_scan(text: str, found: _Objects) -> bool:
    """Whether the page must be recognised: nothing printed but something drawn, a picture with a mere margin note, or a
    garbled layer.
    """
    shown = [character for character in text if not character.isspace()]
    if not shown:
        return found.count > 0
    if len(shown) <= SCAN_TEXT and found.cover >= SCAN_COVER:
        return True
    garbled = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character < " " for character in shown)
    return garbled > GARBLED * len(shown)
