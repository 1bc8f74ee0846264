"""The column of amounts in the tables of a ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from casefiles.model import Material
from casefiles.values.amounts import parse_amount

_AMOUNT = re.compile(r"金额|总价|小计|价款|货款|销售额|合计\s*[（(]?元")
_TOTAL = re.compile(r"合\s*计|总\s*计|共\s*计")


@dataclass(frozen=True, slots=True)
class Column:
    """The amounts of the rows in yuan, and the total the table prints, if it does."""

    rows: tuple[Decimal, ...]
    total: Decimal | None


def amount_column(material: Material) -> Column | None:
    """The column of amounts, gathered over all pages; None where no table names one or a cell cannot be read."""
    place, rows, total = None, [], None
    for row in _rows(material):
        heading = next((number for number, cell in enumerate(row) if _AMOUNT.search(cell) and not _is_number(cell)), None)
        if heading is not None and not any(map(_is_number, row)):
            place = heading
        elif place is not None and place < len(row) and row[place].strip():
            value = parse_amount(row[place])
            if value is None:
                return None
            if _is_total(row):
                total = value
            else:
                rows.append(value)
    return Column(tuple(rows), total) if rows else None


def _rows(material: Material) -> Iterator[tuple[str, ...]]:
    return (row for page in material.reading.pages for table in page.tables for row in table.rows)


def _is_total(row: tuple[str, ...]) -> bool:
    return any(_TOTAL.search(cell) for cell in row)


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"\s*[¥￥]?[\d,，.]+\s*(?:元)?\s*", cell))
