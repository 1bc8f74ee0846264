"""One plain form of writing for matching: half-width, simplified, one kind of bracket, no spaces.

Every folded character remembers where it stood, so that a place found in the folded text can be
given back as a place in the text as typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_BRACKETS = {**dict.fromkeys("（〔［【﹝〖[", "("), **dict.fromkeys("）〕］】﹞〗]", ")")}
_DASHES = dict.fromkeys("–—－‐‑―~～〜", "-")
_QUOTES = {"〈": "《", "<": "《", "＜": "《", "〉": "》", ">": "》", "＞": "》", "「": "“", "」": "”"}
_WIDE = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)}
_TABLE = str.maketrans({**_WIDE, **_BRACKETS, **_DASHES, **_QUOTES, "，": ",", "、": "、", "；": ";"})


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` without spaces; ``places[i]`` is the place of its i-th character in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place ``[start, end)`` of the folded text in the original."""
        if start >= end:
            return (0, 0)
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold ``text``. Characters outside the common forms stay as they are; nothing is lost but white space."""
    plain = simplify(text).translate(_TABLE)
    kept = [(char, place) for place, char in enumerate(plain) if not char.isspace() and char.isprintable()]
    return Folded("".join(char for char, _ in kept), tuple(place for _, place in kept))


def plain(text: str) -> str:
    """``text`` half-width, simplified and in lower case, every character at its place."""
    return simplify(text).translate(_TABLE).lower()


def plain_simplified(text: str) -> str:
    """As ``plain`` for text known to be in simplified characters already, which is much quicker."""
    return text.translate(_TABLE).lower()


def fold_name(text: str) -> str:
    """A title or short name in the form names are compared in: folded, without 《》."""
    return fold(text).text.replace("《", "").replace("》", "")


def simplify(text: str) -> str:
    """Traditional characters to simplified, character by character, so that places do not move."""
    if text.isascii():
        return text
    text = text.encode("utf-8", "replace").decode()  # half a character, which no encoding can carry, becomes "?"
    whole = _converter().convert(text)
    return whole if len(whole) == len(text) else "".join(_simplify_char(char) for char in text)


@cache
def _simplify_char(char: str) -> str:
    simple = _converter().convert(char)
    return simple if len(simple) == 1 else char


@cache
def _converter():
    from opencc import OpenCC

    return OpenCC("t2s")
