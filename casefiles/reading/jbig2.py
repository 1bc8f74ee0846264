"""Pictures in JBIG2, as scanners leave them in OFD files: pdfium draws them, from a PDF laid around them.

Source: ITU-T T.88 (the file 7 and D.4, segment headers 7.2, page information 7.4.8); ISO 32000-1, 7.4.7 (the same within PDF).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MAGIC = b"\x97JB2\r\n\x1a\n"
SEQUENTIAL, PAGES_UNKNOWN = 1, 2
PAGE, END_OF_PAGE, END_OF_FILE = 48, 49, 51
UNKNOWN = 0xFFFFFFFF
SIDE = 4000  # pixels of the longer side, when drawn


@dataclass(frozen=True, slots=True)
class _Segment:
    kind: int
    head: bytes
    length: int


def size(data: bytes) -> tuple[int, int]:
    """Width and height of its first page in pixels. Raises ValueError where it has none, or does not say how high it is."""
    content = next((body for segment, body in _segments(data) if segment.kind == PAGE), b"")
    if len(content) < 8:
        raise ValueError("no page in it")
    width, height = struct.unpack(">II", content[:8])
    if not (width and height) or UNKNOWN in (width, height):
        raise ValueError("a page of no size")
    return width, height


def picture(data: bytes) -> Image.Image:
    """Its first page, drawn. Raises ValueError where it cannot be."""
    import pypdfium2

    width, height = size(data)
    stream = b"".join(segment.head + body for segment, body in _segments(data) if segment.kind not in (END_OF_PAGE, END_OF_FILE))
    try:
        with pypdfium2.PdfDocument(_pdf(width, height, stream)) as document:
            drawn: Image.Image = document[0].render(scale=min(1.0, SIDE / max(width, height))).to_pil()
            return drawn.convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise ValueError("pdfium cannot draw it") from error


def _segments(data: bytes) -> Iterator[tuple[_Segment, bytes]]:
    """The segments with their data, whether these follow each head or all heads."""
    if not data.startswith(MAGIC) or len(data) < 13:
        raise ValueError("no JBIG2 file")
    flags = data[8]
    at = 9 if flags & PAGES_UNKNOWN else 13
    if not flags & SEQUENTIAL:
        heads = list(_heads(data, at))
        at += sum(len(one.head) for one in heads)
        for one in heads:
            yield one, _body(data, at, one)
            at += one.length
        return
    while at < len(data):
        one = _head(data, at)
        at += len(one.head)
        yield one, _body(data, at, one)
        at += one.length


def _body(data: bytes, at: int, segment: _Segment) -> bytes:
    if at + segment.length > len(data):
        raise ValueError("broken off, or of a length that only its decoder finds")
    return data[at : at + segment.length]


def _heads(data: bytes, at: int) -> Iterator[_Segment]:
    while at < len(data):
        one = _head(data, at)
        yield one
        at += len(one.head)
        if one.kind == END_OF_FILE:
            return


def _head(data: bytes, start: int) -> _Segment:
    try:
        number, flags, referred = struct.unpack_from(">IBB", data, start)
        at, count = start + 6, referred >> 5
        if count == 7:
            count = struct.unpack_from(">I", data, start + 5)[0] & 0x1FFFFFFF
            at = start + 9 + (count + 8) // 8
        at += count * (1 if number <= 256 else 2 if number <= 65536 else 4)
        at += 4 if flags & 0x40 else 1
        (length,) = struct.unpack_from(">I", data, at)
    except struct.error as error:
        raise ValueError("broken off") from error
    return _Segment(flags & 0x3F, data[start : at + 4], length)


def _pdf(width: int, height: int, stream: bytes) -> bytes:
    drawing = b"%d 0 0 %d 0 0 cm /I Do" % (width, height)
    about = b"/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode" % (width, height)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>" % (width, height),
        b"<</Type/XObject%s/Length %d>>stream\n%s\nendstream" % (about, len(stream), stream),
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + table + trailer
