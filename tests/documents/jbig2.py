"""JBIG2 as scanners write it: one page, its picture coded like a fax (ITU-T T.88, 6.2.6)."""

from __future__ import annotations

import io
import struct

from PIL import Image


def jbig2(picture: Image.Image, *, sequential: bool = True) -> bytes:
    """``picture`` in black and white as a JBIG2 file; its segments' data follow each head, or all heads."""
    width, height = picture.size
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + _fax(picture)  # MMR
    parts = [(48, page), (38, region), (49, b""), (51, b"")]
    heads = [
        struct.pack(">IBBBI", number, kind, 0, 0 if kind == 51 else 1, len(data)) for number, (kind, data) in enumerate(parts)
    ]
    bodies = [data for _, data in parts]
    joined = b"".join(head + data for head, data in zip(heads, bodies, strict=True)) if sequential else b"".join(heads + bodies)
    return b"\x97JB2\r\n\x1a\n" + bytes([1 if sequential else 0]) + struct.pack(">I", 1) + joined


def _fax(picture: Image.Image) -> bytes:
    """The picture's only strip as TIFF codes it (T.6), ink as ones."""
    buffer = io.BytesIO()
    picture.convert("L").point(lambda level: 255 if level > 128 else 0).convert("1").save(
        buffer, "TIFF", compression="group4", tiffinfo={278: picture.height, 262: 0}
    )
    with Image.open(io.BytesIO(buffer.getvalue())) as image:
        start, length = image.tag_v2[273][0], image.tag_v2[279][0]
    return buffer.getvalue()[start : start + length]
