"""The walk through a Word document: lines, tables and pasted scans, page by page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Literal

from casefiles.model import Line, Mark, Page, Table
from casefiles.reading import docx_text
from casefiles.reading.clean import one_line
from casefiles.reading.docx_text import DRAWN_BREAK, TABLE
from casefiles.reading.source import Source

if TYPE_CHECKING:
    from PIL import Image

SCAN_SIDE, SCAN_PIXELS = 500, 500_000  # a seal or a signature is smaller than a pasted scan


class Body:
    """Collects pages. ``flow`` is called once for each part of the document, in printed order."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._sheets: list[_Sheet] = [_Sheet()]

    def pages(self) -> list[Page]:
        """The pages that hold something, numbered from 1; one empty page where none does."""
        kept = [sheet for sheet in self._sheets if sheet.lines] or self._sheets[:1]
        return [sheet.page(number) for number, sheet in enumerate(kept, 1)]

    def flow(self, element: Any, part: Any = None) -> None:
        """Add the blocks of ``element``.

        Pictures are looked up in ``part``; without one they are passed over (logos of a header).
        """
        for block in docx_text.blocks(element):
            if block.tag == TABLE:
                self._table(block, part)
            else:
                self._paragraph(block)
            for picture in docx_text.pictures(block) if part is not None else ():
                self._sheets[-1].see(part, picture, self._source)

    def _paragraph(self, paragraph: Any) -> None:
        if docx_text.starts_page(paragraph):
            self._break()
        for number, text in enumerate(docx_text.paragraph_text(paragraph).split("\f")):
            if number:
                self._break()
            self._sheets[-1].add(text)
        if docx_text.ends_page(paragraph):
            self._break()

    def _break(self) -> None:
        """A new page, unless the present one is still empty: Word notes its own break right after a typed one."""
        if self._sheets[-1].lines:
            self._sheets.append(_Sheet())

    def _table(self, table: Any, part: Any) -> None:
        rows = docx_text.rows(table)
        texts = [docx_text.row_texts(row) for row in rows]
        if max(map(len, texts), default=0) <= 1:  # a frame around text, not a table
            for row in rows:
                for cell in docx_text.cells(row):
                    self.flow(cell, None)
            return
        for row, cells in zip(rows, texts, strict=True):
            if next(row.iter(DRAWN_BREAK), None) is not None:
                self._break()
            self._sheets[-1].add("\t".join(cell.replace("\n", " ") for cell in cells).rstrip("\t"))
        for inner in table.iter(TABLE):
            self._sheets[-1].rule(docx_text.rows(inner))


class _Sheet:
    """One page in the making."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._tables: list[Table] = []
        self._marks: list[Mark] = []
        self._pictures = 0
        self._printed = 0

    def page(self, number: int) -> Page:
        source: Literal["text", "ocr", "none"] = "text" if self._printed else "ocr" if self.lines else "none"
        return Page(number, tuple(self.lines), tuple(self._tables), source, self._pictures, tuple(self._marks))

    def add(self, text: str) -> None:
        for line in text.split("\n"):
            if shown := one_line(line):
                self.lines.append(Line(shown))
                self._printed += 1

    def rule(self, rows: list[Any]) -> None:
        texts = [docx_text.row_texts(row) for row in rows]
        width = max(map(len, texts), default=0)
        if width > 1:
            self._tables.append(Table(tuple(tuple(row + [""] * (width - len(row))) for row in texts)))

    def see(self, part: Any, identifier: str, source: Source) -> None:
        """A page pasted as a picture is recognised; a seal or another small picture is noted.

        What cannot be opened is passed over.
        """
        from PIL import Image

        from casefiles.reading.formats.image import on_white

        self._pictures += 1
        try:
            with Image.open(io.BytesIO(part.related_parts[identifier].blob)) as image:
                if image.width * image.height > source.limits.pixels:
                    return
                picture = on_white(image)
        except (KeyError, OSError, ValueError, Image.DecompressionBombError):  # missing, linked, or a vector picture
            return
        self._see(picture, source)

    def _see(self, picture: Image.Image, source: Source) -> None:
        from casefiles.reading import marks, ocr

        if min(picture.size) < SCAN_SIDE or picture.width * picture.height < SCAN_PIXELS or marks.is_seal(picture):
            self._marks.append(Mark("seal" if marks.is_seal(picture) else "picture"))
            return
        seen = ocr.page(picture, source.ocr_cache)
        self.lines += [Line(line.text) for line in seen.lines]
        self._tables += [Table(table.rows) for table in seen.tables]
        self._marks += [Mark(mark.kind) for mark in seen.marks]
