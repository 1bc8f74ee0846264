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
_UNIT_PRICE = re.compile(r"^\s*(?:成交|销售|实际|含税)?单\s*价")
_ROW_AMOUNT = re.compile(r"^\s*(?:销售|成交|含税)?(?:金\s*额|小\s*计|总\s*价)")
_TOTAL = re.compile(r"合\s*计|总\s*计|共\s*计")


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of the rows (yuan or pieces), and the total the table prints, if it does."""

    rows: tuple[Decimal, ...]
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class Product:
    """One row as printed, its pieces, the price of one and the amount."""

    row: str
    pieces: Decimal
    price: Decimal
    amount: Decimal


def amount_column(material: Material) -> Column | None:
    """The column of amounts, gathered over all pages; None where no table names one or a cell cannot be read."""
    return _column(material, _AMOUNT)


def quantity_column(material: Material) -> Column | None:
    """The column of pieces, as ``amount_column``."""
    return _column(material, _PIECES)


def products(material: Material) -> Iterator[Product]:
    """The rows that print pieces, unit price and amount, each under its heading."""
    places: tuple[int, ...] | None = None
    for row in _rows(material):
        headings = tuple(_heading(row, named) for named in (_PIECES, _UNIT_PRICE, _ROW_AMOUNT))
        if None not in headings and not any(map(_is_number, row)):
            places = tuple(place for place in headings if place is not None)
        elif places and max(places) < len(row) and not _is_total(row):
            numbers = [parse_amount(row[place]) if row[place].strip() else None for place in places]
            if len(set(places)) == len(places) and None not in numbers:
                yield Product("\t".join(row), *(number for number in numbers if number is not None))


def _heading(row: tuple[str, ...], named: re.Pattern[str]) -> int | None:
    return next((number for number, cell in enumerate(row) if named.search(cell) and not _is_number(cell)), None)


def _column(material: Material, named: re.Pattern[str]) -> Column | None:
    place, rows, total = None, [], None
    for row in _rows(material):
        heading = _heading(row, named)
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
