"""XLS, ET and ODS: workbooks of old Excel, of WPS and of LibreOffice, by calamine (MIT). Each sheet is a page, as in XLSX."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from casefiles.model import Page
from casefiles.reading.formats import xlsx
from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"  # the first entry of the container, stored as it is


def claims(sign: Signature) -> bool:
    return bool(sign.streams & {"Workbook", "Book"}) or ODS in sign.head[:128]


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """The sheets in order. Raises Unreadable where the workbook has a password or is damaged."""
    workbook = _open(source.path)
    names = workbook.sheet_names
    total = source.allowed(len(names), "个工作表")
    for number, name in enumerate(names[:total], 1):
        sheet = workbook.get_sheet_by_name(name)
        yield xlsx.page(number, _rows(sheet, number, source))
        source.step(number, total)


def _open(path: Path) -> Any:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with path.open("rb") as file:  # given a path, calamine would judge by its extension
            return CalamineWorkbook.from_filelike(file)
    except PasswordError as error:
        raise Unreadable("unreadable.encrypted") from error
    except CalamineError as error:
        raise Unreadable("unreadable.damaged") from error


def _rows(sheet: Any, number: int, source: Source) -> Iterator[tuple[str, ...]]:
    for count, row in enumerate(sheet.iter_rows()):
        if count >= source.limits.rows:
            source.report("unreadable.too_large", page=number, detail=f"第 {number} 个工作表只读取前 {source.limits.rows} 行。")
            return
        yield tuple(xlsx.cell_text(value) for value in row[: xlsx.COLUMNS])
