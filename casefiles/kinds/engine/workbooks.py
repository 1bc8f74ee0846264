"""What a workbook says: its sheets of one heading are one table, whatever covers, notes and summaries stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from casefiles.kinds.engine.layout import Row, Sheet, sheet_of
from casefiles.kinds.engine.tables import is_total, names_of
from casefiles.model import Page, Reading

FORMATS = frozenset({"xlsx", "xls"})
_COLUMNS = 3  # a row of headings has at least so many


def is_workbook(reading: Reading) -> bool:
    """Whether the pages of ``reading`` are several sheets of a workbook."""
    return reading.format in FORMATS and len(reading.pages) > 1


def main_sheet(pages: Sequence[Page]) -> Sheet:
    """The sheet with the most rows; where others bear the same headings (one for each month or shop), all of them as one.

    Of several sheets the rows of totals are left out, for each is only of its own.
    """
    groups: dict[tuple[str, ...], list[Sheet]] = {}
    for page in pages:
        sheet = sheet_of([page])
        groups.setdefault(_headings(sheet) or (f"sheet {page.number}",), []).append(sheet)
    fullest = max(groups.values(), key=lambda sheets: sum(len(sheet.rows) for sheet in sheets))
    if len(fullest) == 1:
        return fullest[0]
    return Sheet(tuple(row for sheet in fullest for row in sheet.rows if not is_total(row)))


def _headings(sheet: Sheet) -> tuple[str, ...]:
    return next((tuple(names) for row in sheet.rows if _is_heading(row, names := names_of(row))), ())


def _is_heading(row: Row, names: list[str]) -> bool:
    return len([name for name in names if name]) >= _COLUMNS and not any(sign.isdigit() for name in names for sign in name)
