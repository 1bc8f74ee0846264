"""XLSX: each sheet is a page, each row a line and a row of its table. Values are those last calculated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from casefiles.model import Line, Page, Table
from casefiles.reading.clean import one_line
from casefiles.reading.office import check
from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

COLUMNS = 200


def claims(sign: Signature) -> bool:
    return "xl/workbook.xml" in sign.names


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """The sheets in order. Raises Unreadable where the workbook is damaged or unpacks to too much."""
    check(source.path, source.limits)
    import openpyxl
    from openpyxl import DEFUSEDXML

    if not DEFUSEDXML:  # openpyxl falls back to a parser that expands entities when defusedxml is not installed
        raise Unreadable("unreadable.damaged", detail="服务器缺少安全解析组件 defusedxml，请联系管理员。")
    with source.path.open("rb") as file:  # given a path, openpyxl would judge by its extension
        workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
        total = source.allowed(len(workbook.worksheets), "个工作表")
        for number, sheet in enumerate(workbook.worksheets[:total], 1):
            sheet.reset_dimensions()  # the stated size is the author's word; a hostile one claims a million empty rows
            yield page(number, _rows(sheet, number, source))
            source.step(number, total)


def page(number: int, rows: Iterable[tuple[str, ...]]) -> Page:
    """The rows as lines and as one table, without empty rows and without empty columns at the right."""
    kept = [row for row in rows if any(row)]
    if not kept:
        return Page(number, source="none")
    width = max(index + 1 for row in kept for index, cell in enumerate(row) if cell)
    square = tuple((row + ("",) * width)[:width] for row in kept)
    return Page(number, tuple(Line("\t".join(row).rstrip()) for row in square), (Table(square),))


def _rows(sheet: Any, number: int, source: Source) -> Iterator[tuple[str, ...]]:
    for count, row in enumerate(sheet.iter_rows(values_only=True, max_col=COLUMNS)):
        if count >= source.limits.rows:
            source.report("unreadable.too_large", page=number, detail=f"第 {number} 个工作表只读取前 {source.limits.rows} 行。")
            return
        yield tuple(cell_text(value) for value in row)


def cell_text(value: object) -> str:
    """A cell as a person reads it: days as ISO dates, whole numbers without a point, no binary noise behind a decimal."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < 1e15 else f"{value:.0f}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return one_line(str(value)).replace("\t", " ")
