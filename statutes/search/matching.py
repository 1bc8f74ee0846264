"""From a query and what it cites to the list of documents that answer it, with their scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from statutes.casebook import AUTHORITIES
from statutes.search.conditions import Field, Term, leaves
from statutes.search.generation import Generation
from statutes.search.holding import holding
from statutes.search.query import Query
from statutes.search.ranking import scores

CITED_SCORE = 1000.0
_APPLYING_SCORE = 100.0
_NUMBER = ("number",)
_OF_THE_OFFENCE, _OF_THE_INSTRUMENT = 2.0, 3.0
"""How many times an article on an offence, or of an instrument, named among the words counts; our own practice."""


@dataclass(frozen=True, slots=True)
class Matched:
    """``mask`` says which documents answer, ``scores`` how well; ``cited`` are those cited, in the order of the query."""

    mask: np.ndarray
    scores: np.ndarray
    cited: np.ndarray


def match(generation: Generation, query: Query, cited: Sequence[int], articles: Sequence[str]) -> Matched:
    """What answers ``query``, what is ``cited`` first; of a query that is citations alone, the cited documents and the
    precedents that applied the ``articles`` (``code/number``). A condition holds for what is cited too."""
    total, mask = _alone(generation, articles) if query.empty else _searched(generation, query)
    places = np.array(list(dict.fromkeys(cited)), np.int64)
    if query.condition is None:
        mask[places] = True
    total[places] = CITED_SCORE - np.arange(len(places))
    return Matched(mask, total, places)


def restrict(generation: Generation, matched: Matched, further: Sequence[Query]) -> None:
    """Keep only what holds every word of the ``further`` queries; they count for the order as well."""
    for query in further:
        if query.condition is not None:
            matched.mask[:] &= holding(generation, query.condition)
        matched.scores[:] += scores(generation, query.text, query.legal)


def _searched(generation: Generation, query: Query) -> tuple[np.ndarray, np.ndarray]:
    total = scores(generation, query.text, query.legal)
    total[_of_offences(generation, query.text)] *= _OF_THE_OFFENCE
    instruments = generation.columns["instrument"]
    total[instruments.mask(instruments.places(query.instruments), generation.size)] *= _OF_THE_INSTRUMENT
    if query.condition is None:
        return total, _found(generation, query, total)
    if all(isinstance(leaf, Field) and leaf.columns == _NUMBER for leaf in leaves(query.condition)) and not total.any():
        total = generation.priors.copy()  # nothing else ranks the like-numbered articles of many instruments
    mask = holding(generation, query.condition)
    return total, mask & _found(generation, query, total) if query.needed else mask


def _of_offences(generation: Generation, text: str) -> np.ndarray:
    """Which articles define or explain an offence the text names."""
    offences, kinds = generation.columns["offence"], generation.columns["kind"]
    named = offences.mask((place for place, name in enumerate(offences.names) if name in text), generation.size)
    return named & kinds.mask(kinds.places(["article"]), generation.size)


def _found(generation: Generation, query: Query, total: np.ndarray) -> np.ndarray:
    """What holds one of the words typed."""
    text = query.text.strip()
    return holding(generation, Term(text)) if len(text) == 1 else total > 0


def _alone(generation: Generation, articles: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The precedents that applied one of ``articles``, the weightiest first."""
    applies, authority = generation.columns["applies"], generation.columns["authority"]
    mask = applies.mask(applies.places(articles), generation.size)
    total = np.zeros(generation.size, np.float32)
    ranks = [list(AUTHORITIES).index(name) if name in AUTHORITIES else len(AUTHORITIES) for name in authority.names]
    total[authority.docs] = _APPLYING_SCORE - np.array(ranks, np.float32)[authority.values] if ranks else 0
    return total, mask


def everything(generation: Generation) -> Matched:
    """All documents alike, for browsing by filters alone."""
    size = generation.size
    return Matched(np.ones(size, bool), np.zeros(size, np.float32), np.zeros(0, np.int64))
