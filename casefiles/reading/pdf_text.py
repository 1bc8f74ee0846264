"""The printed text of a PDF page with its places, by pdfium; and the page drawn, where nothing is printed.

pdfium gives characters in the order of the content stream and parts lines by CR LF. A run is such a line,
parted again where a gap is wider than two characters, so that neighbouring columns stay apart.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from casefiles.model import Box, Line
from casefiles.reading.layout import Piece, lines, union
from casefiles.reading.pdf_objects import SCAN_COVER, Objects, Sheet, Stroke

if TYPE_CHECKING:
    from PIL import Image

SCAN_TEXT = 20  # characters a scanner or a phone app prints into a margin
GARBLED = 0.3


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed on a page. ``glyphs`` gives each character with its box and ``strokes`` the straight lines drawn,

    in points as the page of ``size`` is shown: for those who need them, while the page is open.
    """

    lines: tuple[Line, ...]
    glyphs: Callable[[], Iterator[Piece]]
    strokes: Callable[[], Iterator[Stroke]]
    size: tuple[float, float]
    is_scan: bool
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
    return Printed(
        lines=lines(_pieces(textpage, text, sheet), height / width if width else 1.0),
        glyphs=lambda: (Piece(text[at], _box(textpage, at, sheet)) for at in range(len(text)) if text[at] not in "\r\n"),
        strokes=found.strokes,
        size=sheet.size,
        is_scan=_is_scan(text, found),
        is_ruled=found.ruled,
        is_invisible=found.invisible,
        pictures=found.pictures,
        rings=found.rings,
        lacks_shapes=found.shapeless,
    )


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


def _pieces(textpage: pypdfium2.PdfTextPage, text: str, sheet: Sheet) -> Iterator[Piece]:
    """The runs of the page, each within the box of its first and last character."""
    for start, end in _runs(text):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield from _parted(textpage, text, start, end, sheet)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.replace("\r", "\n").split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _parted(textpage: pypdfium2.PdfTextPage, text: str, start: int, end: int, sheet: Sheet) -> Iterator[Piece]:
    """One run, parted at wide gaps. Only the characters at ends and gaps are asked for their boxes: that is the dear part."""
    first, begun, at = _box(textpage, start, sheet), start, start
    while (at := text.find(" ", at + 1, end)) > 0:
        after = at + 1
        while text[after] == " ":
            after += 1
        before, behind = _box(textpage, at - 1, sheet), _box(textpage, after, sheet)
        if behind.x0 - before.x1 > 2 * (before.y1 - before.y0):
            yield Piece(text[begun:at], union((first, before)))
            begun, first = after, behind
        at = after - 1
    yield Piece(text[begun:end], union((first, _box(textpage, end - 1, sheet))))


def _is_scan(text: str, found: Objects) -> bool:
    """Whether the page must be recognised: nothing printed but something drawn, a picture with a mere margin note, or a
    garbled layer.
    """
    shown = "".join(text.split())
    if not shown:
        return found.count > 0
    if len(shown) <= SCAN_TEXT and found.cover >= SCAN_COVER:
        return True
    if shown.isprintable() and "\ufffd" not in shown:  # the usual page, told at once
        return False
    garbled = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character < " " for character in shown)
    return garbled > GARBLED * len(shown)
