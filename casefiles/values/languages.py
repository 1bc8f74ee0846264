"""In which language a text is written, as far as its letters tell."""

from __future__ import annotations

import re

_FOREIGN_LETTERS = 200
SHORT_PAPER = 60
_CHINESE_SHARE = 0.1
_KANA = re.compile(r"[\u3040-\u30ff]")
_KANA_OF_A_PAPER, _KANJI_SHARE = 60, 3  # a Japanese paper is full of Chinese characters, with kana between them
_LETTER = re.compile(r"[A-Za-zÀ-ɏ\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff]")
_CHINESE = re.compile(r"[\u4e00-\u9fa5]")


def has_foreign_text(text: str, at_least: int = _FOREIGN_LETTERS) -> bool:
    """Whether a good part of a page is in foreign letters, whatever else there is."""
    return len(_LETTER.findall(text)) >= at_least


def is_foreign(text: str, at_least: int = _FOREIGN_LETTERS) -> bool:
    """Whether ``text`` is in foreign letters, but for a name or two; of a short paper ``at_least`` asks fewer letters."""
    if len(kana := _KANA.findall(text)) >= _KANA_OF_A_PAPER:
        return len(_CHINESE.findall(text)) < _KANJI_SHARE * len(kana)
    return has_foreign_text(text, at_least) and len(_CHINESE.findall(text)) < _CHINESE_SHARE * len(_LETTER.findall(text))
