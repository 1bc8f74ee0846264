"""Which shapes of letters pdfium loads. To draw a page it needs them; to read one it does not, and is faster by far without.

For each character pdfium would load the shape twice, only to measure it: of a font of this machine where the file carries none,
else of the one in the file. Text, widths and places come from the file's tables.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2  # noqa: F401  # starts pdfium, with the machine's fonts
import pypdfium2.raw as pdfium

from casefiles.reading.limits import MEBIBYTE

LARGEST = 32 * MEBIBYTE  # bytes; a larger file is mostly pictures, and a copy of it would cost more than its fonts
SHAPES = ("/FontFile", "/FontFile2", "/FontFile3")


@contextmanager
def none_of_the_machine() -> Iterator[None]:
    """What is loaded within has no fonts but its own. pdfium is one for the whole process: not for several threads."""
    pdfium.FPDF_SetSystemFontInfo(None)
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())


def without_shapes(path: Path, pages: int) -> io.BytesIO | None:
    """The PDF at ``path``, of so many ``pages``, without the shapes of its composite fonts; None where that brings nothing.

    Only fonts that say themselves which characters they show (``ToUnicode``; ISO 32000-1, 9.10.3) can do without.
    """
    import pikepdf

    if path.stat().st_size > LARGEST:
        return None
    try:
        with pikepdf.open(path) as document:
            if document.is_encrypted or len(document.pages) != pages or not sum(map(_stripped, document.objects)):
                return None
            copy = io.BytesIO()
            document.save(copy, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    except Exception:  # what pdfium can read and qpdf cannot is read as it is
        return None
    copy.seek(0)
    return copy


def _stripped(item: Any) -> bool:
    """Whether ``item`` is such a font and had shapes, which it has no more."""
    import pikepdf

    if not isinstance(item, pikepdf.Dictionary) or item.get("/Subtype") != "/Type0" or "/ToUnicode" not in item:
        return False
    descriptors = [font.get("/FontDescriptor") for font in item.DescendantFonts]
    shapes = [(one, name) for one in descriptors if one is not None for name in SHAPES if name in one]
    for one, name in shapes:
        del one[name]
    return bool(shapes)
