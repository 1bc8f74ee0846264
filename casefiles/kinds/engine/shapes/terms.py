"""Days, ends of terms, amounts and counts."""

from __future__ import annotations

import re

from casefiles.kinds.engine.model import Shape
from casefiles.values import amounts, dates


def _day(text: str) -> str | None:
    day = dates.parse_date(text)
    return day.isoformat() if day else None


def _last_day(text: str) -> str | None:
    """The end of a printed term; 长期 as printed; a lone date is the end itself."""
    period = dates.parse_period(text)
    if period is None:
        return None
    if period.lasting:
        return dates.LASTING
    last = period.last or period.first
    return last.isoformat() if last else None


def _end_of_period(text: str) -> str | None:
    """The end of a printed term, where one is printed."""
    period = dates.parse_period(text)
    if period is None or not (period.last or period.lasting):
        return None
    return period.last.isoformat() if period.last else dates.LASTING


def _cut_short(text: str, following: str) -> bool:
    return (
        bool(re.search(r"(?:至|到|[-~—年月.]|自[\d年月]+)\s*$", text))
        or bool(re.match(r"\s*[年月日]", following))
        or bool(re.match(r"\s*(?:至|到|[-~—])\s*[\d一二长]", following))
    )


DAY = Shape(_day, strict=bool, wants_more=_cut_short)
LAST_DAY = Shape(_last_day, strict=bool, wants_more=_cut_short)
END_OF_PERIOD = Shape(_end_of_period, strict=bool, wants_more=_cut_short)


def _money(text: str) -> str | None:
    value = amounts.parse_amount(text)
    return amounts.money(value) if value is not None else None


def _count(text: str) -> str | None:
    value = amounts.parse_number(text)
    return f"{value.normalize():f}" if value is not None else None


MONEY = Shape(_money, strict=bool)
COUNT = Shape(_count, strict=bool)
