"""Terms of rights and papers against the days that matter."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from casefiles.model import Material
from casefiles.sightings import Sighting
from casefiles.stories.quantities import read_words
from casefiles.values.dates import add_months, find_dates

MOST_YEARS = 99
_CLAUSE_END = re.compile(r"[。；;]|签\s*[订署约字名]\s*(?:日\s*期|时\s*间)|日\s*期\s*[:：]")
_YEARS = re.compile(r"(?:限|间)?\s*[:：]?\s*(?:为|是|共|计)?\s*([\d一二三四五六七八九十两]{1,3})\s*(?:个)?年")

Alive = Literal["throughout", "partly", "never"]


def alive(first: date | None, last: date | None, acts: tuple[date, date]) -> Alive:
    """Whether a right from ``first`` to ``last`` (None: open) was alive on the days ``acts`` (first and last, inclusive)."""
    begin, end = acts
    if (last and last < begin) or (first and first > end):
        return "never"
    if (last and last < end) or (first and first > begin):
        return "partly"
    return "throughout"


def day_of(seen: Sighting) -> date | None:
    """The day a dated field gives; None for 长期 and for what is no day."""
    try:
        return date.fromisoformat(seen.value)
    except ValueError:
        return None


def last_day(material: Material, field: str) -> date | None:
    """The day ``field`` of ``material`` gives, or None."""
    fact = material.fields.get(field)
    return day_of(Sighting(fact.value, material, fact)) if fact else None


def dated_after(material: Material, label: str) -> date | None:
    """The first full day printed right after ``label`` (a regular expression), on the same line or the next."""
    text = material.reading.text
    for match in re.finditer(label, text):
        found = [printed for printed in find_dates(text[match.end() : match.end() + 40]) if printed.is_day]
        if found and found[0].start <= 12:
            return found[0].first
    return None


def term_after(material: Material, label: str) -> date | None:
    """The last day of the first term printed after ``label``: 许可期限自2024年1月1日起至2026年12月31日止.

    A term of years counts from the day of signing (有效期为十年，自签字之日起); the day of signing itself ends no term.
    """
    text = material.reading.text
    for match in re.finditer(label, text):
        words = _CLAUSE_END.split(text[match.end() : match.end() + 60])[0]
        days = [printed.last for printed in find_dates(words)]
        if days:
            return max(days[:2])
        if years := _YEARS.match(words):
            return _years_from_signing(material, years[1])
    return None


def _length(years: str) -> int | None:
    words = int(years) if years.isdigit() else read_words(years)
    return int(words) if words else None


def _years_from_signing(material: Material, years: str) -> date | None:
    signed, length = last_day(material, "signed_on"), _length(years)
    if signed is None or length is None or not 0 < length <= MOST_YEARS:
        return None
    return add_months(signed, 12 * length) - timedelta(days=1)
