"""Values that can be printed in every way papers print them: ``{signed:words}``, ``{amount:wan}``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import cn2an

_WORDS = "〇一二三四五六七八九"


class Day(date):
    """A day; printed as it stands in the truth (ISO) unless asked otherwise."""

    def __format__(self, how: str) -> str:
        year, month, day = self.year, self.month, self.day
        return {
            "": f"{year}-{month:02}-{day:02}",
            "cn": f"{year}年{month}月{day}日",
            "spaced": f"{year} 年 {month} 月 {day} 日",
            "dot": f"{year}.{month:02}.{day:02}",
            "dash": f"{year}-{month:02}-{day:02}",
            "slash": f"{year}/{month}/{day}",
            "compact": f"{year}{month:02}{day:02}",
            "words": f"{''.join(_WORDS[int(digit)] for digit in str(year))}年{_words(month)}月{_words(day)}日",
        }[how]


class Money(Decimal):
    """An amount in yuan; printed as in the truth (``256800.00``) unless asked otherwise."""

    def __format__(self, how: str) -> str:
        value = Decimal(self)
        return {
            "": f"{value:.2f}",
            "plain": f"{value:.2f}",
            "comma": f"{value:,.2f}",
            "wan": f"{(value / 10000).normalize():f}万元",
            "tenthousands": f"{(value / 10000).normalize():f}",
            "capital": cn2an.an2cn(str(int(value)), "up") + "元整",
        }[how]


def _words(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("十" if tens == 1 else _WORDS[tens] + "十" if tens else "") + (_WORDS[ones] if ones else "")
