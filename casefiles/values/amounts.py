"""Amounts as Chinese papers print them: 256,800.00元, 25.68万元, 1.2亿元, 人民币壹万捌仟元整, ￥18000, 10万元至15万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from casefiles.values.characters import halfwidth

_SCALES = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2}
_SCALE = "亿|千万|百万|十万|万|千|百"
_NUMBER = r"\d{1,3}(?:\s?,\s?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CAPITALS = "零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿两一二三四五六七八九十百千"
_PREFIX = r"(?P<prefix>人民币|RMB|CNY|[¥￥])?\s*[:：]?\s*(?:[¥￥])?\s*"
_FIGURES = re.compile(
    rf"{_PREFIX}(?<![\d.])(?P<n>{_NUMBER})\s*(?P<scale>{_SCALE})?"
    rf"(?(scale)(?:\s*(?P<n2>\d+(?:\.\d+)?)\s*(?P<scale2>{_SCALE})?(?=\s*[余多]?\s*[元圆]))?)\s*[余多]?\s*(?P<unit>元|圆|块钱)?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?:人民币)?\s*(?P<yuan>[{_CAPITALS}][{_CAPITALS}\s]*)\s*[余多]?[元圆]\s*(?:(?P<jiao>[{_CAPITALS}])角)?零?(?:(?P<fen>[{_CAPITALS}])分)?[整正]?"
)
_SPOKEN = re.compile(r"[亿万千百]\s*\d{1,3}$")  # 12万8: said for 128000, read as 120008
_UNREAD = re.compile(r"[\d亿万千百$€£负-]|美|欧|英|港|日")
_RANGE = re.compile(r"\s*(?:至|到|-|—|~|～)\s*")


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """An amount in yuan in a text at ``start:end``; ``upper`` is the other end of a range."""

    value: Decimal
    start: int
    end: int
    upper: Decimal | None = None


def find_amounts(text: str) -> tuple[PrintedAmount, ...]:
    """All amounts of money of ``text`` in order: figures with 元 or a currency sign, and amounts in words."""
    plain = halfwidth(text)
    found = [*_figures(plain), *_words(plain)]
    found.sort(key=lambda amount: (amount.start, -amount.end))
    return tuple(_joined(plain, _without_overlaps(found)))


def parse_amount(text: str) -> Decimal | None:
    """The first amount of ``text`` in yuan, or None. A bare number (``256,800.00``) counts where nothing else does."""
    found = find_amounts(text)
    if found:
        return found[0].value
    match = re.search(rf"(?<![\d.])(?P<n>{_NUMBER})\s*(?P<scale>{_SCALE})?", halfwidth(text))
    return _scaled(match["n"], match["scale"]) if match else None


def parse_number(text: str) -> Decimal | None:
    """The first number of ``text`` whatever its unit (2,140件, 1.2万次), or None."""
    match = re.search(rf"(?P<n>{_NUMBER})\s*(?P<scale>{_SCALE})?", halfwidth(text))
    return _scaled(match["n"], match["scale"]) if match else None


def parse_only_amount(text: str) -> Decimal | None:
    """The one amount in yuan that a person typed, with or without its 元; None where part of it would go unread.

    ``12万8千`` is 128000; ``12万8``, a range, two amounts and other currencies are None: half a figure is a wrong one.
    """
    plain = re.sub(r"(?:左右|上下)$", "", halfwidth(text).strip())
    stated = plain if re.search("元|圆|块钱", plain) else f"{plain}元"
    found = find_amounts(stated)
    if len(found) != 1 or found[0].upper is not None or (stated != plain and _SPOKEN.search(plain)):
        return None
    return None if _UNREAD.search(stated[: found[0].start] + " " + stated[found[0].end :]) else found[0].value


def parse_only_number(text: str) -> Decimal | None:
    """The one number that a person typed, whatever its unit; None where part of it would go unread (``1千2百件``)."""
    found = list(re.finditer(rf"(?P<n>{_NUMBER})\s*(?P<scale>{_SCALE})?", halfwidth(text)))
    return _scaled(found[0]["n"], found[0]["scale"]) if len(found) == 1 else None


def money(value: Decimal) -> str:
    """``value`` in the form of the contract: ``256800.00``."""
    return f"{value:.2f}"


def grouped(value: Decimal) -> str:
    """``value`` as a person reads it: ``256,800.00``."""
    return f"{value:,.2f}"


def _figures(text: str) -> Iterator[PrintedAmount]:
    for match in _FIGURES.finditer(text):
        if not (match["unit"] or match["prefix"] or match.group().startswith(("¥", "￥"))):
            continue
        value = _scaled(match["n"], match["scale"])
        if value is not None and match["n2"]:
            value += _scaled(match["n2"], match["scale2"]) or 0
        if value is not None:
            yield PrintedAmount(value, match.start(), match.end())


def _words(text: str) -> Iterator[PrintedAmount]:
    for match in _WORDS.finditer(text):
        yuan = _worded("".join(match["yuan"].split()))
        if yuan is None:
            continue
        cents = 10 * (_worded(match["jiao"]) or 0) if match["jiao"] else 0
        cents += (_worded(match["fen"]) or 0) if match["fen"] else 0
        yield PrintedAmount(Decimal(yuan) + Decimal(cents) / 100, match.start(), match.end())


def _worded(text: str) -> int | None:
    import cn2an  # half a second to load, and most papers hold no amount in words

    try:
        return int(cn2an.cn2an(text.replace("两", "二").strip("零〇") or "零", "smart"))
    except ValueError:
        return None


def _scaled(number: str, scale: str | None) -> Decimal | None:
    try:
        value = Decimal(re.sub(r"[,\s]", "", number))
    except InvalidOperation:
        return None
    return value * _SCALES.get(scale or "", 1)


def _without_overlaps(found: list[PrintedAmount]) -> Iterator[PrintedAmount]:
    end = 0
    for amount in found:
        if amount.start >= end:
            yield amount
            end = amount.end


def _joined(text: str, found: Iterator[PrintedAmount]) -> Iterator[PrintedAmount]:
    """Two amounts with 至 between them are one range; 10至15万元 takes the unit of its end."""
    pending: PrintedAmount | None = None
    for amount in found:
        if pending and _RANGE.fullmatch(text[pending.end : amount.start]):
            yield PrintedAmount(pending.value, pending.start, amount.end, upper=amount.value)
            pending = None
            continue
        if pending:
            yield pending
        pending = _with_lower_end(text, amount)
        if pending.upper is not None:
            yield pending
            pending = None
    if pending:
        yield pending


def _with_lower_end(text: str, amount: PrintedAmount) -> PrintedAmount:
    lower = re.search(rf"(?P<n>{_NUMBER})\s*(?:至|到|-|—|~|～)\s*$", text[: amount.start])
    if not lower or not re.match(r"\d", text[amount.start :]):
        return amount
    scale = re.search(rf"({_SCALE})?\s*[余多]?\s*[元圆]", text[amount.start : amount.end])
    low = _scaled(lower["n"], scale[1] if scale else None)
    if low is None or low > amount.value:
        return amount
    return PrintedAmount(low, lower.start(), amount.end, upper=amount.value)
