"""Whether pdfium may look for fonts on this machine.

To draw a page it must. To read one it need not, and it is ten times faster where it does not: for each character of a font
the file does not carry, pdfium would otherwise load the shape of another font, twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2  # noqa: F401  # starts pdfium, with the machine's fonts
import pypdfium2.raw as pdfium


@contextmanager
def none_of_the_machine() -> Iterator[None]:
    """What is loaded within has no fonts but its own. pdfium is one for the whole process: not for several threads."""
    pdfium.FPDF_SetSystemFontInfo(None)
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())
