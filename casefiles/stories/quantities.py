"""Money and counts as people write them: 256,800.00元, 25.68万余元, 贰拾伍万陆仟捌佰元整, 三千余件."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

DIGITS = {**dict(zip("零〇○一二三四五六七八九", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)), "两": 2}
DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)) | {"貳": 2, "參": 3, "陸": 6, "弍": 2, "廿": 20}
STEPS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
GROUPS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
NUMERAL = "[零〇一二三四五六七八九两十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸]"
ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE = (
    r"(?:\s*(?P<scale>[十百千]?[万亿]|[千百](?=[余多]?[元件个枚张套册本份部次人名]))"
    r"(?P<rest>(?:\d[千百十]){1,3}(?=元|余|多)|\d{1,4}千?)?)?"
)
NUMBER = rf"(?P<digits>{ARABIC}){SCALE}|(?P<words>{NUMERAL}+)"
AMOUNT = re.compile(
    rf"(?P<sign>RMB|CNY|[¥￥])?\s*(?P<low>(?:{ARABIC})(?P<lowscale>[万亿]?)\s*元?\s*(?:至|到|-|—|~|–)\s*)?(?:{NUMBER})"
    r"(?P<about>余|多|来)?(?P<scale2>[万亿])?(?P<about2>余|多)?\s*(?P<unit>[元圆块](?!素)|件套|[件套枚张个只册本份部首篇集款幅双副盒瓶箱条台次人名户位口支包袋桶罐把顶辆架])?"
    r"(?P<small>(?:[零壹贰叁肆伍陆柒捌玖\d]角)?(?:[零壹贰叁肆伍陆柒捌玖\d]分(?![钟之]))?)(?:整|正)?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """``unit`` is 元 for money, the counted unit otherwise, empty where none is printed."""

    value: Decimal
    unit: str
    start: int
    end: int


def read_words(words: str) -> Decimal | None:
    """贰拾伍万陆仟捌佰 → 256800; None for what is no number (a lone 万)."""
    total = group = digit = 0
    seen = False
    for sign in words:
        if sign in DIGITS:
            digit, seen = DIGITS[sign], True
        elif sign in STEPS:
            group += (digit or 1) * STEPS[sign]
            digit, seen = 0, True
        elif sign in GROUPS:
            if not seen:
                return None
            total = (total + group + digit) * GROUPS[sign]
            group = digit = 0
    return Decimal(total + group + digit) if seen else None


def as_number(text: str | None) -> Decimal | None:
    """The number a field holds (``256800.00``), or None where it holds none."""
    try:
        value = Decimal(text or "")
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def find_quantities(text: str) -> list[Quantity]:
    """Every number of ``text`` that may be an amount, in order. The lower end of a range counts; 第二百一十五条 is a place."""
    found = []
    for match in AMOUNT.finditer(text):
        value = None if text.endswith("第", 0, match.start()) else _value(match)
        if value is not None:
            unit = "元" if match["unit"] in ("元", "圆", "块") or (match["sign"] and not match["unit"]) else match["unit"] or ""
            found.append(Quantity(value, unit, match.start(), match.end()))
    return found


def _value(match: re.Match[str]) -> Decimal | None:
    try:
        value = _number(match)
    except InvalidOperation:
        return None
    if value is None:
        return None
    return value + _small_change(match["small"] or "")


def _number(match: re.Match[str]) -> Decimal | None:
    scale = match["scale2"] or ""
    if match["words"]:
        value = read_words(match["words"])
        return None if value is None else value * _times(scale)
    if match["low"]:
        low = re.match(ARABIC, match["low"])
        assert low is not None  # noqa: S101 -- the group matched this very pattern
        own = match["lowscale"] or match["scale"] or scale
        return Decimal(low.group().replace(",", "")) * _times(own)
    value = Decimal(match["digits"].replace(",", "")) * _times(match["scale"] or "") * _times(scale)
    return value + _rest(match["rest"] or "")


def _rest(words: str) -> Decimal:
    """What stands behind 万: 8千6百, 8千 or 2000."""
    steps = re.findall(r"(\d)([千百十])", words)
    if steps:
        return Decimal(sum(int(digit) * STEPS[step] for digit, step in steps))
    return Decimal(words or 0)


def _times(scale: str) -> int:
    result = 1
    for sign in scale:
        result *= STEPS.get(sign, GROUPS.get(sign, 1))
    return result


def _small_change(words: str) -> Decimal:
    """角 and 分 behind the yuan."""
    total = Decimal(0)
    for digit, unit in re.findall(r"([零壹贰叁肆伍陆柒捌玖\d])([角分])", words):
        value = int(digit) if digit.isdigit() else DIGITS[digit]
        total += Decimal(value) / (10 if unit == "角" else 100)
    return total
