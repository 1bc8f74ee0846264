"""Tables of a PDF page: cells from the ruling lines, filled with the characters that stand in them; both are pdfium's.

pdfplumber's own way to the lines (pdfminer) is some fifty times slower than pdfium's, so only its geometry is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casefiles.model import Page
from casefiles.reading import cells
from casefiles.reading.grids import grids
from casefiles.reading.layout import in_order, lines

if TYPE_CHECKING:
    from casefiles.reading.pdf_text import Printed


def ruled_page(number: int, printed: Printed) -> Page | None:
    """Page ``number`` (from 1) with its tables, or None where its lines rule no table."""
    found = grids(printed.strokes(), printed.size)
    if not found:
        return None
    loose, tables = cells.filled(found, printed.glyphs())
    rest = lines(cells.words(loose), printed.aspect)
    shown = in_order(rest, [line for rows, _ in tables for line in rows])
    return Page(number, (*shown, *printed.across), tuple(table for _, table in tables))
