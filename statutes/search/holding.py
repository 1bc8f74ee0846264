"""Which documents of a generation a condition holds of, as masks over all documents."""

from __future__ import annotations

import numpy as np

from statutes.folding import fold_name
from statutes.search.analyzer import bigrams, encode, is_letter
from statutes.search.columns import Column
from statutes.search.conditions import All, Cited, Condition, Field, Not, Term
from statutes.search.generation import Generation

_MANY = 2000
"""So many candidates are looked through at once rather than one by one."""


def holding(generation: Generation, condition: Condition) -> np.ndarray:
    """Of which documents ``condition`` holds."""
    if isinstance(condition, Term):
        return containing(generation, condition.text)
    if isinstance(condition, Field):
        return _described(generation, condition)
    if isinstance(condition, Cited):
        return _citing(generation, condition)
    if isinstance(condition, Not):
        return ~holding(generation, condition.part)
    masks = [holding(generation, part) for part in condition.parts]
    return np.logical_and.reduce(masks) if isinstance(condition, All) else np.logical_or.reduce(masks)


def containing(generation: Generation, text: str) -> np.ndarray:
    """Which documents contain ``text`` exactly: candidates by their bigrams, then the words themselves."""
    mask, found = np.zeros(generation.size, bool), _candidates(generation, text)
    if len(found) > _MANY:
        found = _occurring(generation, encode(text))
    elif len(text) != 2 or not is_letter(encode(text)).all():  # else the bigram is the text
        found = np.array([document for document in found if text in generation.text(int(document))], np.int64)
    mask[found] = True
    return mask


def _described(generation: Generation, field: Field) -> np.ndarray:
    """Which documents have a value that is, or whose name contains, what the field word asks for."""
    mask = np.zeros(generation.size, bool)
    for name in field.columns:
        column = generation.columns[name]
        places = column.places([field.text]) if field.exact else _named(column, fold_name(field.text).lower())
        mask |= column.mask(places, generation.size)
    return mask


def _named(column: Column, text: str) -> list[int]:
    """The values whose code or one of whose names is ``text``; where there is none, those whose names contain it."""
    known = [(fold_name(label).lower(), *aliases) for label, aliases in zip(column.labels, column.aliases, strict=True)]
    same = [place for place, names in enumerate(known) if text in names or text == column.names[place]]
    return same or [place for place, names in enumerate(known) if any(text in name for name in names)]


def _citing(generation: Generation, cited: Cited) -> np.ndarray:
    applies = generation.columns["applies"]
    mask = applies.mask(applies.places(cited.articles), generation.size)
    mask[[place for key in cited.keys if (place := generation.document(key)) is not None]] = True
    for text in cited.written:
        mask |= containing(generation, text)
    return mask


def _candidates(generation: Generation, text: str) -> np.ndarray:
    pairs = bigrams(encode(text))
    wanted = np.unique(pairs[pairs > 0])
    if not len(wanted):
        return np.arange(generation.size) if len(text) > 1 else _with_character(generation, text)
    terms = generation.bigram_places(wanted)
    if len(terms) < len(wanted):
        return np.zeros(0, np.int32)
    lists = sorted((generation.bigram_postings.of(term)[0] for term in terms), key=len)
    found = np.asarray(lists[0])
    for docs in lists[1:]:
        found = np.intersect1d(found, docs, assume_unique=True)
    return found


def _occurring(generation: Generation, codes: np.ndarray) -> np.ndarray:
    """Documents that hold these code units one after the other: one pass over all texts."""
    texts = np.asarray(generation.texts)
    places = np.flatnonzero(texts[: len(texts) - len(codes) + 1] == codes[0])
    for step, code in enumerate(codes[1:], 1):
        places = places[texts[places + step] == code]
    first, last = (np.searchsorted(generation.text_offsets, ends, side="right") for ends in (places, places + len(codes) - 1))
    return np.unique(first[first == last] - 1)


def _with_character(generation: Generation, char: str) -> np.ndarray:
    """Documents where one character occurs, whatever its neighbours."""
    codes = encode(char)
    if not len(codes):
        return np.zeros(0, np.int64)
    places = np.flatnonzero(np.asarray(generation.texts) == codes[0])
    return np.unique(np.searchsorted(generation.text_offsets, places, side="right") - 1)
