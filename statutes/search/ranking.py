"""Scoring and filtering over the arrays of a generation."""

from __future__ import annotations

import re
from datetime import date

import numpy as np

from statutes.folding import plain
from statutes.search.analyzer import bigrams, encode, words
from statutes.search.build import KINDS
from statutes.search.generation import Generation
from statutes.search.query import All, Condition, Not, Query, Term

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


def allowed(generation: Generation, as_of: date | None, kind: str | None) -> np.ndarray:
    """Which documents are in force on ``as_of`` and of this kind, as a mask."""
    mask = np.ones(generation.size, bool)
    if as_of is not None:
        day = as_of.toordinal()
        mask &= (generation.starts <= day) & (day < generation.ends)
    if kind is not None:
        mask &= generation.kinds == KINDS.index(kind)
    return mask


def rank(
    generation: Generation, query: Query, as_of: date | None, kind: str | None, top: int
) -> tuple[np.ndarray, np.ndarray, int]:
    """The ``top`` documents that answer ``query``, best first, their scores, and how many answer it in all.

    Ties keep the order of the index.
    """
    total = scores(generation, query.text)
    mask = allowed(generation, as_of, kind)
    if query.condition is not None:
        mask &= _holding(generation, query.condition)
    elif len(query.text.strip()) == 1:
        mask &= _holding(generation, Term(query.text.strip()))
    else:
        mask &= total > 0
    found = np.flatnonzero(mask)
    best = _best(total[found], top)
    return found[best], total[found[best]], len(found)


def _best(values: np.ndarray, top: int) -> np.ndarray:
    """The places of the ``top`` largest values, largest first, equal ones in their order."""
    if top < len(values):
        least = np.partition(values, len(values) - top)[len(values) - top]
        places = np.flatnonzero(values >= least)
    else:
        places = np.arange(len(values))
    return places[np.argsort(-values[places], kind="stable")][:top]


def _bigram_terms(generation: Generation, text: str) -> list[int]:
    wanted = np.unique(bigrams(encode(text)))
    wanted = wanted[wanted > 0]
    places = np.searchsorted(generation.bigrams, wanted)
    places = np.minimum(places, max(len(generation.bigrams) - 1, 0))
    if not len(generation.bigrams):
        return []
    return [int(place) for place, term in zip(places, wanted, strict=True) if generation.bigrams[place] == term]


def _holding(generation: Generation, condition: Condition) -> np.ndarray:
    if isinstance(condition, Term):
        return _containing(generation, condition.text)
    if isinstance(condition, Not):
        return ~_holding(generation, condition.part)
    masks = [_holding(generation, part) for part in condition.parts]
    return np.logical_and.reduce(masks) if isinstance(condition, All) else np.logical_or.reduce(masks)


def _containing(generation: Generation, text: str) -> np.ndarray:
    """Which documents contain ``text`` exactly: candidates by their bigrams, then the words themselves."""
    mask = np.zeros(generation.size, bool)
    for document in _candidates(generation, text):
        mask[document] = text in generation.text(int(document))
    return mask


def _candidates(generation: Generation, text: str) -> np.ndarray:
    pairs = bigrams(encode(text))
    wanted = np.unique(pairs[pairs > 0])
    if not len(wanted):
        return np.arange(generation.size) if len(text) > 1 else _with_character(generation, text)
    terms = _bigram_terms(generation, text)
    if len(terms) < len(wanted):
        return np.zeros(0, np.int32)
    lists = sorted((generation.bigram_postings.of(term)[0] for term in terms), key=len)
    found = np.asarray(lists[0])
    for docs in lists[1:]:
        found = np.intersect1d(found, docs, assume_unique=True)
    return found


def _with_character(generation: Generation, char: str) -> np.ndarray:
    """Documents where one character occurs, whatever its neighbours."""
    codes = encode(char)
    if not len(codes):
        return np.zeros(0, np.int64)
    places = np.flatnonzero(np.asarray(generation.texts) == codes[0])
    return np.unique(np.searchsorted(generation.text_offsets, places, side="right") - 1)
