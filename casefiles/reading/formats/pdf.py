"""PDF: printed text with places by pdfium, tables where a page has ruling lines, scans by OCR.

Sources: ISO 32000-1 (page boxes, rotation), pypdfium2 5 (BSD), pdfplumber 0.11 (MIT).
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from casefiles.model import Mark, Page
from casefiles.reading.problems import Unreadable
from casefiles.reading.scans import Pictured, recognised
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

if TYPE_CHECKING:
    import pypdfium2
    from PIL import Image

    from casefiles.reading.pdf_text import Printed

OCR_DPI = 200
SEAL_DPI = 45
TAIL = 4096  # bytes; readers look for the end of a file in its last kilobyte, generators and mailers append
OCR_SIDE = 2400  # pixels; a page of hostile size is drawn no larger


def claims(sign: Signature) -> bool:
    """Readers accept a PDF whose header stands within the first kilobyte (ISO 32000-1, implementation note 13)."""
    return b"%PDF-" in sign.head[:1024]


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """The pages in order. Raises Unreadable where the file is encrypted or its structure is lost."""
    document = _for_text(_open(source), source.path)
    if not _has_end(source.path, sign.size):
        source.report("unreadable.damaged", detail="文件末尾缺失，可能没有上传完整；能读到的页已读取。")
    try:
        total = source.allowed(len(document))
        yield from recognised((_page(document, index, source) for index in range(total)), source, total)
    finally:
        document.close()


def _has_end(path: Path, size: int) -> bool:
    """Whether the file has its last line. pdfium mends a file that broke off, and silently leaves out what is gone."""
    with path.open("rb") as file:
        file.seek(max(0, size - TAIL))
        return b"%%EOF" in file.read()


def _open(source: Source) -> pypdfium2.PdfDocument:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.path)
    except pypdfium2.PdfiumError as error:
        encrypted = any(word in str(error).lower() for word in ("password", "security"))
        raise Unreadable("unreadable.encrypted" if encrypted else "unreadable.damaged") from error
    if len(document) == 0:
        raise Unreadable("unreadable.damaged", detail="文件中没有页面。")
    return document


def _for_text(document: pypdfium2.PdfDocument, path: Path) -> pypdfium2.PdfDocument:
    """The same document, the faster to read without the shapes of its letters, where it can do without."""
    import pypdfium2

    from casefiles.reading import pdf_fonts

    if (bare := pdf_fonts.without_shapes(path, len(document))) is None:
        return document
    try:
        light = pypdfium2.PdfDocument(bare)
    except pypdfium2.PdfiumError:
        return document
    if len(light) != len(document):
        light.close()
        return document
    document.close()
    return light


def _page(document: pypdfium2.PdfDocument, index: int, source: Source) -> Page | Image.Image | Pictured:
    """The page where it is printed, a picture of it where it must be recognised, or both.

    Where it is damaged: an empty one, and a problem.
    """
    import pypdfium2

    from casefiles.reading import pdf_fonts, pdf_text

    try:
        with pdf_fonts.none_of_the_machine(), contextlib.closing(document[index]) as page:
            printed = pdf_text.printed(page)
            found = None if printed.lacks_shapes else _page_of(page, printed, index + 1)
        if printed.lacks_shapes:
            printed, found = _with_fonts(source.path, index)
        if found is None:
            return _drawn(source.path, index)
        if printed.worth == "all":
            return found
        return Pictured(found, _drawn(source.path, index, without_text=True), len(printed.across))
    except pypdfium2.PdfiumError:
        source.report("unreadable.damaged", page=index + 1, detail=f"第 {index + 1} 页无法读取，其余页已读取。")
        return Page(index + 1, source="none")


def _with_fonts(path: Path, index: int) -> tuple[Printed, Page | None]:
    """The page read with the machine's fonts, without which pdfium passes over characters that stand alone."""
    import pypdfium2

    from casefiles.reading import pdf_text

    with contextlib.closing(pypdfium2.PdfDocument(path)) as document, contextlib.closing(document[index]) as page:
        printed = pdf_text.printed(page)
        return printed, _page_of(page, printed, index + 1)


def _page_of(page: pypdfium2.PdfPage, printed: Printed, number: int) -> Page | None:
    """The page as it is printed, or None where it must be recognised."""
    from casefiles.reading import pdf_tables

    if printed.worth == "nothing":
        return None
    found = pdf_tables.ruled_page(number, printed) if printed.is_ruled else None
    if found is None:
        shown = (*printed.lines, *printed.across)
        source: Literal["text", "ocr", "none"] = "ocr" if printed.is_invisible else "text" if shown else "none"
        found = Page(number, shown, source=source)
    return replace(found, pictures=printed.pictures, marks=_marks(page) if printed.pictures or printed.rings else ())


def _drawn(path: Path, index: int, *, without_text: bool = False) -> Image.Image:
    """The page as a picture, from the file opened anew: what was loaded for reading has not the machine's fonts."""
    import pypdfium2

    from casefiles.reading import pdf_text

    with contextlib.closing(pypdfium2.PdfDocument(path)) as document, contextlib.closing(document[index]) as page:
        return pdf_text.draw(pdf_text.without_text(page) if without_text else page, OCR_DPI, OCR_SIDE)


def _marks(page: pypdfium2.PdfPage) -> tuple[Mark, ...]:
    """The seals among what is drawn on a printed page; a drawing of the page shows them however they are built."""
    from casefiles.reading import marks, pdf_text

    return marks.seals(pdf_text.draw(page, SEAL_DPI, marks.SIDE))
