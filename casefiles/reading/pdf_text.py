"""The printed text of a PDF page with its places, by pdfium; and the page drawn, where nothing is printed.

pdfium gives characters in the order of the content stream and parts lines by CR LF. A run is such a line,
parted again where a gap is wider than two characters, so that neighbouring columns stay apart.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from casefiles.model import Box, Line
from casefiles.reading.grids import Stroke
from casefiles.reading.layout import Piece, lines, union
from casefiles.reading.pdf_layer import Worth, worth
from casefiles.reading.pdf_objects import FORM_DEPTH, Objects, Sheet

if TYPE_CHECKING:
    from PIL import Image

ASKEW = 0.09  # radians (5°) off the level and the upright: what is printed like that is a watermark
LINE_END = re.compile("[\r\n\ufffe]")
HYPHEN = "\ufffe"  # what pdfium gives for a hyphen that ends a line, and the line goes on


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed on a page; ``across`` are watermarks, askew over the rest and not among ``lines``.

    ``glyphs`` gives each character of the lines with its box and ``strokes`` the straight lines drawn, in points as the page
    of ``size`` is shown: for those who need them, while the page is open.
    """

    lines: tuple[Line, ...]
    across: tuple[Line, ...]
    glyphs: Callable[[], Iterator[Piece]]
    strokes: Callable[[], Iterator[Stroke]]
    size: tuple[float, float]
    worth: Worth
    is_ruled: bool
    is_invisible: bool
    pictures: int
    rings: bool  # something red and round is drawn
    lacks_shapes: bool  # some text has no width, for the shapes of its font are neither in the file nor were looked for

    @property
    def aspect(self) -> float:
        """The height of the page divided by its width."""
        width, height = self.size
        return height / width if width else 1.0


def printed(page: pypdfium2.PdfPage) -> Printed:
    """The text of ``page`` and what kind of page it is."""
    textpage = page.get_textpage()
    sheet = Sheet(page)
    text = _characters(textpage)
    found = Objects(page, sheet)
    width, height = sheet.size
    aspect = height / width if width else 1.0
    pieces = list(_pieces(textpage, text, sheet))
    return Printed(
        lines=lines((piece for piece in pieces if not piece.angle), aspect),
        across=_once(lines((piece for piece in pieces if piece.angle), aspect)),
        glyphs=lambda: _glyphs(textpage, text, sheet),
        strokes=found.strokes,
        size=sheet.size,
        worth=worth(text, found),
        is_ruled=found.ruled,
        is_invisible=found.invisible,
        pictures=found.pictures,
        rings=found.rings,
        lacks_shapes=found.shapeless,
    )


def _once(repeated: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple({line.text: line for line in repeated}.values())


def without_text(page: pypdfium2.PdfPage) -> pypdfium2.PdfPage:
    """``page`` itself, its text taken off; to be drawn and then thrown away."""
    _take_off(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, pdfium.FPDFPage_RemoveObject, 0)
    return page


def _take_off(holder: Any, count: Any, get: Any, remove: Any, depth: int) -> None:
    for index in reversed(range(count(holder))):
        item = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT and remove(holder, item):
            pdfium.FPDFPageObj_Destroy(item)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < FORM_DEPTH:
            form = (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, pdfium.FPDFFormObj_RemoveObject)
            _take_off(item, *form, depth + 1)


def draw(page: pypdfium2.PdfPage, dpi: float, side: int) -> Image.Image:
    """The page as a picture at ``dpi``, its longer side no more than ``side`` pixels."""
    scale = min(dpi / 72, side / max(page.get_size()))
    return page.render(scale=scale).to_pil().convert("RGB")


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """The text, one character for each index of pdfium, which counts generated blanks and line ends too."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range(0, count) if count > 0 else ""
    if len(text) != count:
        text = "".join(_character(pdfium.FPDFText_GetUnicode(textpage, at)) for at in range(count))
    return text


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _box(textpage: pypdfium2.PdfTextPage, at: int, sheet: Sheet) -> Box:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, at, ctypes.byref(rect))
    return sheet.box(rect.left, rect.bottom, rect.right, rect.top)


def _glyphs(textpage: pypdfium2.PdfTextPage, text: str, sheet: Sheet) -> Iterator[Piece]:
    for at, sign in enumerate(text):
        if sign not in "\r\n" and not _tilt(textpage, at):
            yield Piece(sign.replace(HYPHEN, "-"), _box(textpage, at, sheet))


def _tilt(textpage: pypdfium2.PdfTextPage, at: int) -> float:
    """The angle in which a character is printed, in radians; 0 where it stands level or upright."""
    angle = pdfium.FPDFText_GetCharAngle(textpage, at)
    off = angle % (math.pi / 2)
    return angle if ASKEW < off < math.pi / 2 - ASKEW else 0.0


def _pieces(textpage: pypdfium2.PdfTextPage, text: str, sheet: Sheet) -> Iterator[Piece]:
    """The runs of the page, each within the box of its first and last character."""
    shown = text.replace(HYPHEN, "-")
    for start, end in _runs(text):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield from _parted(textpage, shown, start, end, sheet)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in (found.start() for found in LINE_END.finditer(text)):
        yield start, end + (text[end] == HYPHEN)
        start = end + 1
    yield start, len(text)


def _parted(textpage: pypdfium2.PdfTextPage, text: str, start: int, end: int, sheet: Sheet) -> Iterator[Piece]:
    """One run, parted at wide gaps and where a watermark begins.

    Only the characters at ends and gaps are asked for their boxes: that is the dear part.
    """
    first, begun, at, tilt = _box(textpage, start, sheet), start, start, _tilt(textpage, start)
    while (at := text.find(" ", at + 1, end)) > 0:
        after = at + 1
        while text[after] == " ":
            after += 1
        before, behind, turned = _box(textpage, at - 1, sheet), _box(textpage, after, sheet), _tilt(textpage, after)
        if turned != tilt or behind.x0 - before.x1 > 2 * (before.y1 - before.y0):
            yield Piece(text[begun:at], union((first, before)), tilt)
            begun, first, tilt = after, behind, turned
        at = after - 1
    yield Piece(text[begun:end], union((first, _box(textpage, end - 1, sheet))), tilt)
