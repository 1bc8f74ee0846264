"""Where documents say something: the first place in each that a pattern finds, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casefiles.model import Evidence
from casefiles.stories.passages import Passage, sentences


def places_of(passages: Iterable[Passage], pattern: re.Pattern[str], *, without: re.Pattern[str] | None = None) -> list[Evidence]:
    """One place a document; a sentence in which ``without`` stands too does not count. Text is normalised (half width)."""
    return [place for passage in passages if (place := next(every_place(passage, pattern, without=without), None))]


def every_place(passage: Passage, pattern: re.Pattern[str], *, without: re.Pattern[str] | None = None) -> Iterator[Evidence]:
    """Every sentence of one document in which ``pattern`` stands, at the line of the match."""
    for start, text in sentences(passage.text):
        match = pattern.search(text)
        if match and not (without and without.search(text)):
            yield passage.evidence(start + match.start(), start + match.end())


def is_told(passages: Iterable[Passage], pattern: re.Pattern[str]) -> bool:
    """Whether any of the documents says it."""
    return any(pattern.search(passage.text) for passage in passages)
