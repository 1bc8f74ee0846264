"""Chinese text into search terms: the words of a search-mode segmentation, and pairs of neighbouring characters.

Whoosh's own analyzers find nothing in running Chinese, so it is given these words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import numpy as np
from whoosh.analysis import Token, Tokenizer

from statutes.folding import plain

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaffa-z0-9]")
_CJK_FIRST, _CJK_LAST = 0x3400, 0x9FFF


def words(text: str) -> list[str]:
    """The words of ``text`` (folded, lower case), overlapping parts of long words included, punctuation left out."""
    return [word for word in _cutter()(plain(text)) if _WORD.match(word)]


def runs(text: str) -> list[str]:
    """``text`` (folded) cut into words one after another, nothing left out."""
    return list(_segmenter().cut(text))


def bigrams(codes: np.ndarray) -> np.ndarray:
    """One number for each pair of neighbouring characters, 0 where one of the two is no letter, digit or ideograph.

    ``codes`` are UTF-16 code units (uint16) of folded text; the result (uint32) is one shorter.
    """
    if len(codes) < 2:
        return np.zeros(0, np.uint32)
    letters = is_letter(codes)
    pairs = (codes[:-1].astype(np.uint32) << 16) | codes[1:]
    return np.where(letters[:-1] & letters[1:], pairs, 0).astype(np.uint32)


def is_letter(codes: np.ndarray) -> np.ndarray:
    ideographs = (codes >= _CJK_FIRST) & (codes <= _CJK_LAST)
    digits, latin = (codes >= 48) & (codes <= 57), (codes >= 97) & (codes <= 122)
    return ideographs | digits | latin


def encode(text: str) -> np.ndarray:
    """Folded text as UTF-16 code units."""
    return np.frombuffer(plain(text).encode("utf-16-le", "replace"), np.uint16)


class WordTokenizer(Tokenizer):
    """``words`` as a Whoosh tokenizer."""

    def __call__(
        self, value: str, positions: bool = False, start_pos: int = 0, mode: str = "", **kwargs: object
    ) -> Iterator[Token]:
        token = Token(positions, False, removestops=False, mode=mode)
        for place, word in enumerate(words(value), start_pos):
            token.text, token.boost, token.stopped = word, 1.0, False
            if positions:
                token.pos = place
            yield token


def _cutter() -> Callable[[str], Iterable[str]]:
    return _segmenter().cut_for_search


@cache
def _segmenter() -> Any:
    try:
        import rjieba
    except ImportError:
        import jieba  # type: ignore[import-not-found]  # the fall-back is not installed where rjieba is

        return jieba
    return rjieba
