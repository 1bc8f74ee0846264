"""The same number in its other writing: 30万元 ⇄ 三十万元, 2025年 ⇄ 二〇二五年.

Statutes write Chinese numerals, people type digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statutes.numerals import parse_number, to_chinese
from statutes.search.conditions import Any, Condition, Term

_MEASURE = "个月|年|月|日|天|小时|元|件|倍|份|张|部|岁|周|%|以上|以下"
_DIGITS = re.compile(rf"(?<![\d.])(?P<number>\d{{1,8}})(?P<unit>[万亿])?(?P<measure>{_MEASURE})")
_CHINESE = re.compile(rf"(?P<number>[〇零一二两三四五六七八九十百千]+)(?P<unit>[万亿])?(?P<measure>{_MEASURE})")
_HUNDREDTHS = re.compile(r"百分之(?P<number>[一二三四五六七八九十百]+)")
_FIGURES = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Variant:
    """``other`` is ``written`` in the other writing of its number."""

    written: str
    other: str

    @property
    def told(self) -> str:
        return f"“{self.written}”同时按“{self.other}”检索。"


def variants(text: str) -> list[Variant]:
    """Every number with its measure in folded ``text``, in the other writing."""
    return list(_found(text))


def either(text: str) -> Condition:
    """``text`` as typed, or with its numbers in the other writing."""
    other = text
    for variant in variants(text):
        other = other.replace(variant.written, variant.other, 1)
    return Term(text) if other == text else Any((Term(text), Term(other)))


def _found(text: str) -> Iterator[Variant]:
    for found in _DIGITS.finditer(text):
        number = _in_chinese(found["number"], found["measure"])
        if number and found["measure"] == "%":
            yield Variant(found.group(), f"百分之{number}")
        elif number:
            yield Variant(found.group(), number + (found["unit"] or "") + found["measure"])
    for found in _CHINESE.finditer(text):
        yield Variant(found.group(), f"{parse_number(found['number'])}{found['unit'] or ''}{found['measure']}")
    for found in _HUNDREDTHS.finditer(text):
        yield Variant(found.group(), f"{parse_number(found['number'])}%")


def _in_chinese(digits: str, measure: str) -> str:
    if measure == "年" and len(digits) == 4:
        return "".join(_FIGURES[int(digit)] for digit in digits)
    whole, rest = divmod(int(digits), 10000)
    if whole > 9999 or digits.startswith("0"):
        return ""
    if not whole:
        return to_chinese(rest)
    return to_chinese(whole) + "万" + (("零" if rest < 1000 else "") + to_chinese(rest) if rest else "")
