"""What the printed text of a PDF page is worth: many a scan carries some that does not say what the scan shows.

A header or a watermark over the scan says something else; the hidden layer of a poor recogniser, and fonts that lie about
their characters, say nothing.
"""

from __future__ import annotations

import functools
import re
from typing import Literal

from casefiles.reading.pdf_objects import Objects

Worth = Literal["all", "some", "nothing"]

SHOWN = 0.25  # of the page that pictures cover: a screenshot is read too
FULL = 600  # printed characters; the picture below so many is paper or decoration
GARBLED = 0.3
COMMON = 0.6  # of Chinese characters in a text that means something
COMMON_HIDDEN = 0.9  # where the scan itself can be asked instead
LETTERS_HIDDEN = 0.3  # of the letters are Chinese; else the recogniser that left them knew no Chinese
ENOUGH = 20  # characters, to judge them by
HAN = re.compile("[\u4e00-\u9fff]")
STRANGE = re.compile("[\x00-\x1f\ufffd\ue000-\uf8ff\u00a1-\u024f]")  # no signs, private ones, Chinese bytes taken for Latin


def worth(text: str, found: Objects) -> Worth:
    """``all``: the text is what the page says. ``some``: its pictures may say more. ``nothing``: the page must be recognised."""
    shown = "".join(text.split())
    if not shown:
        return "nothing" if found.count else "all"
    if not _means_something(shown) or (found.invisible and not _is_good_layer(shown)):
        return "nothing"
    if not found.invisible and found.cover >= SHOWN and len(shown) < FULL:
        return "some"
    return "all"


def _means_something(shown: str) -> bool:
    """Whether the characters are such as people print."""
    if STRANGE.search(shown) and len(STRANGE.findall(shown)) > GARBLED * len(shown):
        return False
    han = HAN.findall(shown)
    return len(han) < ENOUGH or _common(han) >= COMMON


def _is_good_layer(shown: str) -> bool:
    """Whether a hidden layer may stand for the scan: Chinese, and in words that are written."""
    han = HAN.findall(shown)
    letters = sum(map(str.isalpha, shown))
    return len(han) >= LETTERS_HIDDEN * letters and bool(han) and _common(han) >= COMMON_HIDDEN


def _common(han: list[str]) -> float:
    """The share of characters in everyday use."""
    return sum(map(_everyday().__contains__, han)) / len(han)


@functools.cache
def _everyday() -> frozenset[str]:
    """The first levels of GB 2312 and of Big5, which both go by use."""
    levels = (("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7)))
    pairs = ((code, lead, trail) for code, leads in levels for lead in leads for trail in range(0x40, 0xFF))
    return frozenset("".join(bytes((lead, trail)).decode(code, "ignore") for code, lead, trail in pairs))
