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
from statutes.search.wording import associated

LEGAL, ASSOCIATED, SAME_INSTRUMENT = 0.6, 0.5, 0.3
"""Shares of the thesaurus, of learned associations and of the instrument, chosen by cross-validation (see README)."""
_MOST_ASSOCIATED = 40
_GROUP = 32
# Letters and digits by themselves are words, not characters: pairs out of them would find what shares two letters.
_WITHIN_WORD = re.compile(r"(?<=[a-z0-9])(?=[a-z0-9])")


def scores(generation: Generation, text: str, legal: str = "") -> np.ndarray:
    """How well each document answers free text; 0 where it holds none of the words typed, nor of ``legal``, the terms
    of the law for them."""
    asked, pairs = dict.fromkeys(words(text), 1.0), dict.fromkeys(_pairs(generation, text), 1.0)
    weighed_words = dict.fromkeys(words(legal), LEGAL) | asked
    weighed_pairs = dict.fromkeys(_pairs(generation, legal), LEGAL) | pairs
    total = word_scores(generation, weighed_words) + generation.bigram_postings.weigh(weighed_pairs)
    unanswered = total == 0
    total += word_scores(generation, _strongest(asked))
    total *= generation.priors
    _lift(total, generation.instruments)
    total[unanswered] = 0
    return total


def word_scores(generation: Generation, weights: Mapping[str, float]) -> np.ndarray:
    """BM25 of every document over these words alone, each times its weight; words that no document has count nothing."""
    held = {term: weight for word, weight in weights.items() if (term := generation.words.get(word)) is not None}
    return generation.word_postings.weigh(held)


def best(values: np.ndarray, top: int) -> np.ndarray:
    """The places of the ``top`` largest values, largest first, equal ones in their order."""
    places = _candidates(values, top)
    return places[np.argsort(-values[places], kind="stable")][:top]


def _candidates(values: np.ndarray, top: int) -> np.ndarray:
    """Places, in order, among which the ``top`` largest values are: those not below the ``top``-th largest of the maxima
    of groups of ``_GROUP``, which are far cheaper to sort than everything."""
    groups = len(values) // _GROUP
    if groups <= top:
        return np.arange(len(values))
    maxima = values[: groups * _GROUP].reshape(_GROUP, groups).max(axis=0)
    return np.flatnonzero(values >= np.partition(maxima, groups - top)[groups - top])


def _strongest(asked: Iterable[str]) -> dict[str, float]:
    found = associated(asked)
    kept = sorted(found, key=lambda word: (-found[word], word))[:_MOST_ASSOCIATED]
    return {word: ASSOCIATED * found[word] for word in kept}


def _lift(total: np.ndarray, starts: np.ndarray) -> None:
    """Add to every score its share of the best of its instrument, whose documents begin at ``starts``."""
    if len(starts):
        most = np.maximum.reduceat(total, starts) * np.float32(SAME_INSTRUMENT)
        total += np.repeat(most, np.diff(np.append(starts, len(total))))


def _pairs(generation: Generation, text: str) -> list[int]:
    wanted = np.unique(bigrams(encode(_WITHIN_WORD.sub(" ", plain(text)))))
    return generation.bigram_places(wanted[wanted > 0])
