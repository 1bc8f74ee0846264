"""Full-width and half-width characters, one to one, so that places in a text stay what they were."""

from __future__ import annotations

import re
from functools import cache

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDTHS |= {0x3000: 0x20, 0x00A0: 0x20, 0x2002: 0x20, 0x2003: 0x20, 0x2009: 0x20, 0xFFE5: 0xA5}
_WIDTHS |= dict(zip(map(ord, "﹕︰∶ː﹔﹐﹙﹚"), map(ord, "::::;,()"), strict=True))  # small and mathematical twins
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−─ー"), ord("-"))
_SPACE = re.compile(r"\s+")
_INNER_SPACE = re.compile(r"(?<=[\u4e00-\u9fff])[ \t\u3000]+(?=[\u4e00-\u9fff])")

# What a recogniser takes for a digit, and the digit it should have been.
LOOKALIKES = str.maketrans("OoQDIlｌ|SZB", "00001111528")


@cache
def _simple(sign: str) -> str:
    """``sign`` in the simplified script. What GB 2312 has is simplified already; only for the rest a dictionary is loaded."""
    if not "\u4e00" <= sign <= "\u9fff" or _is_in_gb2312(sign):
        return sign
    from opencc import OpenCC

    simple = OpenCC("t2s").convert(sign)
    return simple if len(simple) == 1 else sign


def _is_in_gb2312(sign: str) -> bool:
    try:
        return bool(sign.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def plain(text: str) -> str:
    """``text`` in half width and in simplified characters; the length does not change."""
    return "".join(map(_simple, halfwidth(text)))


def halfwidth(text: str) -> str:
    """``text`` with full-width letters, digits and signs as half-width ones; the length does not change."""
    return text.translate(_WIDTHS)


def with_plain_dashes(text: str) -> str:
    """``text`` with every kind of dash as a hyphen; the length does not change."""
    return text.translate(_DASHES)


def closed_up(text: str) -> str:
    """``text`` without the spaces between Chinese characters, as titles are set (附 加 证 明 书)."""
    return _INNER_SPACE.sub("", text)


def without_spaces(text: str) -> str:
    """``text`` without white space of any kind."""
    return _SPACE.sub("", text.replace("\u200b", "").replace("\ufeff", "").replace("\u3000", ""))
