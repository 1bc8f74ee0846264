"""Scoring over the arrays of a generation."""

from __future__ import annotations

import re

import numpy as np

from statutes.folding import plain
from statutes.search.analyzer import bigrams, encode, words
from statutes.search.generation import Generation

# Letters and digits by themselves are words, not characters: pairs out of them would find what shares two letters.
_WITHIN_WORD = re.compile(r"(?<=[a-z0-9])(?=[a-z0-9])")


def scores(generation: Generation, text: str) -> np.ndarray:
    """BM25 of every document for free text: its words and its pairs of characters, times the prior of its level."""
    total = np.zeros(generation.size, np.float32)
    for word in set(words(text)):
        term = generation.words.get(word)
        if term is not None:
            docs, shares = generation.word_postings.of(term)
            total[docs] += shares
    for term in _bigram_terms(generation, _WITHIN_WORD.sub(" ", plain(text))):
        docs, shares = generation.bigram_postings.of(term)
        total[docs] += shares
    return total * generation.priors


def best(values: np.ndarray, top: int) -> np.ndarray:
    """The places of the ``top`` largest values, largest first, equal ones in their order."""
    if top < len(values):
        least = np.partition(values, len(values) - top)[len(values) - top]
        places = np.flatnonzero(values >= least)
    else:
        places = np.arange(len(values))
    return places[np.argsort(-values[places], kind="stable")][:top]


def _bigram_terms(generation: Generation, text: str) -> list[int]:
    wanted = np.unique(bigrams(encode(text)))
    return generation.bigram_places(wanted[wanted > 0])
