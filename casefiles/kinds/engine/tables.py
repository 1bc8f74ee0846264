"""Totals of printed tables: the row 合计 or, failing that, the sum of the column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from casefiles.kinds.engine.layout import Row, Sheet
from casefiles.kinds.engine.model import Candidate, Shape
from casefiles.values.amounts import money

_TOTAL = re.compile(r"^(?:\d{1,4})?(?:总?合计|总计|共计|累计|总数|汇总)")
_PART = re.compile(r"^(?:\d{1,4})?(?:小计|本页合计|本页小计|月计)")
_NUMBER = re.compile(
    r"(?<![\dA-Za-z\-./:])[¥￥]?(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(万|亿)?(?:元|件|套|个|台|双|份|瓶|只|盒|张|部|副|箱|条|次|枚|支|幅|袋|本|册)?(?![\dA-Za-z\-./:年月])"
)
_OF_ORDERS = re.compile(r"订单|笔|人数|退|成本|单价")
_UNITS = {"万": 10**4, "亿": 10**8}
_COUNTED_IN = re.compile(r"(百万|千万|[百千万亿])元")
_YUAN = {"百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}


@dataclass(frozen=True, slots=True)
class TableTotal:
    """The total of the first column whose heading is one of ``headings``; a count where ``counts`` is set, else yuan."""

    headings: tuple[str, ...]
    counts: bool = False

    def find(self, sheet: Sheet, shape: Shape, other_labels: Iterable[str]) -> Iterator[Candidate]:
        header = self._header(sheet)
        if header is None:
            return
        index, column = header
        scale = 1 if self.counts else _scale(sheet, index, column)
        total = self._total_row(sheet, index, column) or self._sum(sheet, index, column)
        if total is not None:
            value, row, confidence = total
            yield Candidate(f"{value.normalize():f}" if self.counts else money(value * scale), row, confidence)

    def _header(self, sheet: Sheet) -> tuple[int, int] | None:
        """The row of headings and the column among its cells."""
        for index, row in enumerate(sheet.rows):
            names = names_of(row)
            if len(names) < 3 or any(re.fullmatch(r"[\d,.]+", name) for name in names):
                continue
            column = self._column(names)
            if column is not None:
                return index, column
        return None

    def _column(self, names: list[str]) -> int | None:
        """The column headed by one of the headings, else by a word that ends in one (收款金额, 获利金额)."""
        for heading in self.headings:
            if heading in names:
                return names.index(heading)
        ends = (place for place, name in enumerate(names) if name.endswith(self.headings) and not _OF_ORDERS.search(name))
        return next(ends, None)

    def _total_row(self, sheet: Sheet, header: int, column: int) -> tuple[Decimal, int, float] | None:
        for index in range(len(sheet.rows) - 1, header, -1):
            row = sheet.rows[index]
            if not is_total(row):
                continue
            cells = [cell.strip() for cell in row.text.split("\t")]
            if "\t" in row.text and column < len(cells) and (value := _single_number(cells[column])) is not None:
                return value, index, 0.95
            values = _numbers(row.text)
            if values:
                return (values[0] if self.counts else values[-1]), index, 0.85
        return None

    @staticmethod
    def _sum(sheet: Sheet, header: int, column: int) -> tuple[Decimal, int, float] | None:
        width = len(_cells(sheet.rows[header]))
        values = [
            value
            for row in sheet.rows[header + 1 :]
            if len(cells := _cells(row)) == width
            and not _PART.match(row.bare)
            and (value := _single_number(cells[column])) is not None
        ]
        return (sum(values, Decimal(0)), header, 0.8) if values else None


def is_total(row: Row) -> bool:
    return _TOTAL.match(row.bare) is not None


def names_of(row: Row) -> list[str]:
    """The cells of a row as headings: without notes in brackets and units."""
    return [re.sub(r"\([^()]*\)|/[\u4e00-\u9fa5]{1,2}$|\s", "", cell) for cell in _cells(row)]


def _cells(row: Row) -> list[str]:
    return [cell.strip() for cell in (row.text.split("\t") if "\t" in row.text else row.text.split())]


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(match[1].replace(",", "")) * _UNITS.get(match[2] or "", 1) for match in _NUMBER.finditer(text)]


def _single_number(cell: str) -> Decimal | None:
    match = _NUMBER.fullmatch("".join(cell.split()))
    return Decimal(match[1].replace(",", "")) * _UNITS.get(match[2] or "", 1) if match else None


def _scale(sheet: Sheet, header: int, column: int) -> int:
    """How many yuan one is, where the heading or a line above the table says 万元 or 千元."""
    heading = _cells(sheet.rows[header])[column]
    above = " ".join(row.bare for row in sheet.rows[max(0, header - 4) : header])
    found = _COUNTED_IN.search(heading) or re.search(rf"单位[\W_]*(?:人民币)?{_COUNTED_IN.pattern}", above)
    return _YUAN[found[1]] if found else 1
