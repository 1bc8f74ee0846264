"""Scoring over the arrays of a generation.

A document's score is BM25 over the words and the pairs of characters typed, plus a share for the words the law uses for
them (``statutes.search.wording``), times the prior of its level, plus a share of the best score in its own instrument:
an article of the law a question is about comes before one that merely uses the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import numpy as np

from statutes.folding import plain
from statutes.search.analyzer import bigrams, encode, words
from statutes.search.generation import Generation
from statutes.search.postings import Postings
from statutes.search.wording import associated

LEGAL, ASSOCIATED, SAME_INSTRUMENT = 0.6, 0.5, 0.3
"""Shares of the thesaurus, of learned associations and of the instrument, chosen by cross-validation (see README)."""
_MOST_ASSOCIATED = 40
# Letters and digits by themselves are words, not characters: pairs out of them would find what shares two letters.
_WITHIN_WORD = re.compile(r"(?<=[a-z0-9])(?=[a-z0-9])")


def scores(generation: Generation, text: str, legal: str = "") -> np.ndarray:
    """How well each document answers free text; 0 where it holds none of the words typed, nor of ``legal``, the terms
    of the law for them."""
    total = np.zeros(generation.size, np.float32)
    asked = set(words(text))
    pairs = set(_pairs(generation, text))
    _add(total, generation.word_postings, _terms(generation, dict.fromkeys(asked, 1.0)))
    _add(total, generation.bigram_postings, dict.fromkeys(pairs, 1.0))
    if legal:
        _add(total, generation.word_postings, _terms(generation, dict.fromkeys(set(words(legal)) - asked, LEGAL)))
        _add(total, generation.bigram_postings, dict.fromkeys(set(_pairs(generation, legal)) - pairs, LEGAL))
    unanswered = total == 0
    _add(total, generation.word_postings, _terms(generation, _strongest(asked)))
    total *= generation.priors
    _lift(total, generation.instruments)
    total[unanswered] = 0
    return total


def word_scores(generation: Generation, asked: Iterable[str]) -> np.ndarray:
    """BM25 of every document over these words alone: the bare core, as other engines compute it."""
    total = np.zeros(generation.size, np.float32)
    _add(total, generation.word_postings, _terms(generation, dict.fromkeys(asked, 1.0)))
    return total


def best(values: np.ndarray, top: int) -> np.ndarray:
    """The places of the ``top`` largest values, largest first, equal ones in their order."""
    places = _candidates(values, top)
    return places[np.argsort(-values[places], kind="stable")][:top]


_BLOCK = 64


def _candidates(values: np.ndarray, top: int) -> np.ndarray:
    """Places, in order, among which the ``top`` largest values are. The ``top`` largest maxima of blocks are a bound below
    them, and far cheaper to sort than everything."""
    whole = len(values) // _BLOCK * _BLOCK
    if whole // _BLOCK <= top:
        return np.arange(len(values))
    maxima = values[:whole].reshape(-1, _BLOCK).max(axis=1)
    return np.flatnonzero(values >= np.partition(maxima, len(maxima) - top)[len(maxima) - top])


def _strongest(asked: set[str]) -> dict[str, float]:
    found = associated(asked)
    kept = sorted(found, key=lambda word: (-found[word], word))[:_MOST_ASSOCIATED]
    return {word: ASSOCIATED * found[word] for word in kept}


def _terms(generation: Generation, weights: Mapping[str, float]) -> dict[int, float]:
    """Words as terms of the index; unknown ones are left out."""
    return {term: weight for word, weight in weights.items() if (term := generation.words.get(word)) is not None}


def _add(total: np.ndarray, postings: Postings, terms: Mapping[int, float]) -> None:
    for term, weight in terms.items():
        docs, shares = postings.of(term)
        total[docs] += shares if weight == 1 else shares * np.float32(weight)


def _lift(total: np.ndarray, starts: np.ndarray) -> None:
    """Add to every score its share of the best of its instrument, whose documents begin at ``starts``."""
    if len(starts):
        most = np.maximum.reduceat(total, starts) * np.float32(SAME_INSTRUMENT)
        total += np.repeat(most, np.diff(np.append(starts, len(total))))


def _pairs(generation: Generation, text: str) -> list[int]:
    wanted = np.unique(bigrams(encode(_WITHIN_WORD.sub(" ", plain(text)))))
    return generation.bigram_places(wanted[wanted > 0])
