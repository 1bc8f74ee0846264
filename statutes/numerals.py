"""Chinese numerals as statutes use them, both ways: 二百一十九 ⇄ 219."""

from __future__ import annotations

_DIGITS = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_NAMES = "零一二三四五六七八九"

NUMERAL = "[〇零○一二两三四五六七八九十百千万]+|[0-9]+"
"""A pattern for one number in either writing, for use inside larger patterns."""


def parse_number(text: str) -> int:
    """``二百一十九``, ``一〇五``, ``219`` → int. Raises ValueError for anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or any(char not in _DIGITS and char not in _UNITS for char in text):
        raise ValueError(f"不是数字：{text}")
    if not any(char in _UNITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    return _parse_with_units(text)


def _parse_with_units(text: str) -> int:
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char == "万":
            total, section, digit = total + (section + digit) * 10000, 0, 0
        else:
            section, digit = section + (digit or 1) * _UNITS[char], 0
    return total + section + digit


def to_chinese(number: int) -> str:
    """219 → ``二百一十九``; 10 → ``十``; 105 → ``一百零五``. Holds for 0–9999, the range of article numbers."""
    if not 0 <= number <= 9999:
        raise ValueError(f"超出条文序号的范围：{number}")
    if number == 0:
        return "零"
    written = _write_digits(number)
    return written[1:] if written.startswith("一十") else written


def _write_digits(number: int) -> str:
    written, pending_zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit == 0:
            pending_zero = bool(written)
            continue
        written += ("零" if pending_zero else "") + _NAMES[digit] + name
        pending_zero = False
    return written
