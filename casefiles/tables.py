"""The columns of amounts and of pieces in the tables of a ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from casefiles.model import Material
from casefiles.values.amounts import parse_amount

_AMOUNT = re.compile(r"金额|总价|小计|价款|货款|销售额|合计\s*[（(]?元")
_PIECES = re.compile(r"数\s*量|件\s*数|册\s*数|台\s*数|张\s*数|合计\s*[（(]?[件册台张枚个]")
_TOTAL = re.compile(r"合\s*计|总\s*计|共\s*计")


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of the rows (yuan or pieces), and the total the table prints, if it does."""

    rows: tuple[Decimal, ...]
    total: Decimal | None


def amount_column(material: Material) -> Column | None:
    """The column of amounts, gathered over all pages; None where no table names one or a cell cannot be read."""
    return _column(material, _AMOUNT)


def quantity_column(material: Material) -> Column | None:
    """The column of pieces, as ``amount_column``."""
    return _column(material, _PIECES)


def _column(material: Material, named: re.Pattern[str]) -> Column | None:
    place, rows, total = None, [], None
    for row in _rows(material):
        heading = next((number for number, cell in enumerate(row) if named.search(cell) and not _is_number(cell)), None)
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
