"""Limits of time and the days they end on.

The day something happens is not counted; a limit of three days that starts on the 22nd ends on the 25th.
Calendar days are never moved to a later day: a desk that reckons with the shorter limit is never late.
Working days follow the holidays published by the State Council, as the package ``holidays`` carries them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from math import ceil
from typing import Any, Literal, get_args

from casefiles.bases import bases_from
from casefiles.model import Basis
from casefiles.values.dates import add_months

Unit = Literal["hours", "days", "workdays", "months", "years"]

CALENDAR_PUBLISHED_UNTIL = 2026
"""The last year whose working weekends are published; later working days may still move."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A length of time with its source. ``grade`` says how well it is known (V2, V1, C, G, D)."""

    value: int
    unit: Unit
    basis: tuple[Basis, ...] = ()
    grade: str = "D"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day a limit ends on. ``provisional``: the calendar of that year is not published yet."""

    on: date
    provisional: bool = False


def deadline(limit: Limit, start: date) -> Deadline:
    """The last day of ``limit`` when ``start`` is the day it is counted from (not counted itself)."""
    if limit.unit == "workdays":
        return _after_workdays(start, limit.value)
    if limit.unit == "hours":
        return Deadline(start + timedelta(days=ceil(limit.value / 24)))
    if limit.unit == "days":
        return Deadline(start + timedelta(days=limit.value))
    return Deadline(add_months(start, limit.value * (12 if limit.unit == "years" else 1)))


def deadline_at(limit: Limit, start: datetime) -> datetime:
    """The moment a limit in hours ends; other limits end with their last day."""
    if limit.unit == "hours":
        return start + timedelta(hours=limit.value)
    last = deadline(limit, start.date()).on
    return start.replace(year=last.year, month=last.month, day=last.day, hour=23, minute=59, second=59, microsecond=0)


def is_workday(day: date) -> bool:
    """Whether ``day`` is worked: weekends swapped for a holiday are, holidays are not."""
    return bool(_calendar().is_working_day(day))


def limit_from(entry: Mapping[str, Any]) -> Limit:
    """A limit from data: ``value``, ``unit``, ``basis`` or ``practice``, ``grade``, ``label``.

    Raises ValueError, in Chinese, for an unknown unit or a missing source.
    """
    if entry.get("unit") not in get_args(Unit):
        raise ValueError(f"期限单位“{entry.get('unit')}”不认识；可用：{'、'.join(get_args(Unit))}。")
    return Limit(int(entry["value"]), entry["unit"], bases_from(entry), entry.get("grade", "D"), entry.get("label", ""))


def _after_workdays(start: date, count: int) -> Deadline:
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_workday(day)
    return Deadline(day, provisional=day.year > CALENDAR_PUBLISHED_UNTIL)


@cache
def _calendar() -> Any:
    import holidays  # slow to import, and most reviews count calendar days only

    return holidays.country_holidays("CN")
