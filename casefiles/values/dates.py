"""Dates as Chinese papers print them: 2026年3月8日, 2026-3-8, 2026.03.08, 20260308, 二〇二六年三月八日, 2026年3月, 长期.

Other forms (民國115年3月8日, 8 March 2026) stand in ``other_dates``.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casefiles.values.characters import LOOKALIKES, halfwidth, with_plain_dashes
from casefiles.values.other_dates import FORMS, MONTHS

LASTING = "长期"

_ZERO = "〇○零OoＯ0"
_CN = "一二三四五六七八九"
_NUMERALS = {**{digit: number for number, digit in enumerate(_CN, 1)}, **dict.fromkeys(_ZERO, 0)}
_D = r"[\dOolI]"
_NUMERIC = re.compile(
    rf"(?<![\d.])(?P<y>(?:19|20|2[Oo]|l9){_D}{_D}|[12l]\s*[09Oo]\s*{_D}\s*{_D}(?=\s*年))\s*(?P<s>[年/.\-])"
    rf"\s*(?P<m>{_D}(?:\s?{_D})?)(?:\s*(?P<t>[月/.\-])\s*(?P<d>{_D}(?:\s?{_D}(?=\s*日)|{_D})?)(?!\d)\s*[日号]?|\s*月(?:份)?)"
)
_CHINESE = re.compile(
    rf"(?P<y>[一二]\s*(?:[{_CN}{_ZERO}]\s*){{3}})年\s*(?P<m>(?:[元正]|[{_CN}十{_ZERO}]\s*){{1,3}})月"
    rf"(?:份)?(?:\s*(?P<d>(?:[{_CN}十廿卅{_ZERO}]\s*){{1,4}})[日号])?"
)
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_LASTING = re.compile(r"长\s*期|永\s*久|无\s*固\s*定\s*期\s*限")
_UNTIL = re.compile(
    r"至|到|\-|~|～|止于|^[起\s]*一\s*$|\b(?:to|until|till|through)\s*$", re.I
)  # a recogniser takes a dash for 一
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾两", "一二三四五六七八九十二")
_LENGTH = r"(?P<n>\d{1,2}|[一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾]{1,3}|半)\s*(?:个)?(?P<u>年|月)"
_LENGTH_BEHIND = re.compile(rf"(?<!\d){_LENGTH}")
_LENGTH_BEFORE = re.compile(rf"(?<!\d){_LENGTH}(?:期限?)?[\s,，;；、:：（(]*(?:自|从|起(?:始|算)日?)?[:：]?\s*$")
_BEGINS = re.compile(r"\s*(?:之?日?起|开始|生效|签署|计)")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: from ``first`` to ``last`` (the same day, or the month where no day is printed), at ``start:end``."""

    first: date
    last: date
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Period:
    """A printed term. ``last`` is None where it is open or not printed; ``lasting`` where it says 长期."""

    first: date | None
    last: date | None
    lasting: bool = False


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """All dates of ``text`` in order; impossible ones (2月30日) are passed over."""
    plain = with_plain_dashes(halfwidth(text))
    found: list[PrintedDate] = []
    for pattern in (_NUMERIC, _CHINESE, _COMPACT):
        found += [printed for match in pattern.finditer(plain) if (printed := _printed(match))]
    for pattern, before in FORMS:
        found += [printed for match in pattern.finditer(plain) if (printed := _printed(match, before))]
    return tuple(_without_overlaps(sorted(found, key=lambda printed: (printed.start, -printed.end))))


def parse_date(text: str) -> date | None:
    """The first full day printed in ``text``, or None."""
    return next((printed.first for printed in find_dates(text) if printed.is_day), None)


def parse_period(text: str) -> Period | None:
    """The first term printed in ``text``: from … to …, from … 长期, or from … for n years.

    A term of years or months ends on the day of the last month that answers to its first day
    (民法典第二百零二条). None where no date is printed and the text does not say 长期.
    """
    dates = find_dates(text)
    lasting = _LASTING.search(text) is not None
    if len(dates) >= 2 and _UNTIL.search(with_plain_dashes(text[dates[0].end : dates[1].start])):
        return Period(dates[0].first, dates[1].last)
    if dates and lasting:
        return Period(dates[0].first, None, lasting=True)
    if dates and (last := _end_of_term(dates[0].first, text[: dates[0].start], text[dates[0].end :])):
        return Period(dates[0].first, last)
    if dates and _only_an_end(text[: dates[0].start], text[dates[0].end :]):
        return Period(None, dates[0].last)
    if dates:
        return Period(dates[0].first, None)
    return Period(None, None, lasting=True) if lasting else None


def add_months(day: date, months: int) -> date:
    """The day ``months`` later with the same number, or the last day of that month (民法典第二百零二条)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _only_an_end(before: str, after: str) -> bool:
    if re.search(r"(?:until|till|through|expir\w*(?:\s*on)?)\s*$", before, re.IGNORECASE):
        return True
    return bool(re.search(r"至|到|止|前|截", before[-6:]) or re.match(r"\s*(?:止|前|为止|届满|到期)", after))


def _end_of_term(first: date, before: str, after: str) -> date | None:
    """Six months from the day (自…起六个月) or before it (六个月，自…起)."""
    match = _LENGTH_BEHIND.search(after[:14]) or (_LENGTH_BEFORE.search(before) if _BEGINS.match(after) else None)
    if not match:
        return None
    whole = 12 if match["u"] == "年" else 1
    count = match["n"].translate(_CAPITALS)
    months = whole // 2 if count == "半" else whole * (int(count) if count.isdigit() else _numeral(count))
    return add_months(first, months) if 0 < months <= 1200 else None


def _printed(match: re.Match[str], before: int = 0) -> PrintedDate | None:
    """The day of ``match``, its years counted from the year ``before``."""
    if not _separators_agree(match):
        return None
    year, month = before + _number(match["y"]), _month(match["m"])
    try:
        first = date(year, month, _number(match["d"]) if match["d"] else 1)
    except ValueError:
        return None
    last = first if match["d"] else add_months(first, 1) - timedelta(days=1)
    return PrintedDate(first, last, match.start(), match.end())


def _separators_agree(match: re.Match[str]) -> bool:
    """2026年3月8日 and 2026-3-8, but not 2026.3-8 (a month and the beginning of another)."""
    groups = match.groupdict()
    separator, second = groups.get("s"), groups.get("t")
    if separator is None:
        return True
    if second is None:
        return separator == "年"
    return second == ("月" if separator == "年" else separator)


def _month(text: str) -> int:
    return 1 if text.strip() in ("元", "正") else MONTHS.get(text.lower()) or _number(text)


def _number(text: str) -> int:
    plain = "".join(text.split())
    if any(sign in "一二三四五六七八九十百廿卅〇○零" for sign in plain):
        return _numeral(plain)
    return int(plain.translate(LOOKALIKES))


def _numeral(text: str) -> int:
    """二〇二六 → 2026, 二十八 and 廿八 → 28."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    if text.startswith("一百"):  # the years of the Republic
        return 100 + (_numeral(text.removeprefix("一百")) if text != "一百" else 0)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_NUMERALS.get(tens, 1) or 1) * 10 + (_NUMERALS.get(ones[-1:], 0) if ones else 0)
    return int("".join(str(_NUMERALS.get(sign, 0)) for sign in text))


def _without_overlaps(found: list[PrintedDate]) -> Iterator[PrintedDate]:
    end = 0
    for printed in found:
        if printed.start >= end:
            yield printed
            end = printed.end
