"""One rule through the versions of its instrument: where it stood earlier, where it stands later.

Renumbering follows our own tables first. Where they are silent, the words decide, but only between official texts:
gists are too short to be told apart by their words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from statutes.differences import likeness
from statutes.model import Article, Renumbering
from statutes.shelf import Shelf

SURELY_ALIKE = 0.5
"""Below this likeness two articles of different numbers are not taken for one rule."""
_NUMBER = re.compile(r"\d+(?:-\d+)?")

How = Literal["shown", "same_number", "renumbered", "words"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The rule as another version has it; ``how`` says by what it was found (``words``: by likeness of the texts)."""

    article: Article
    how: How


def wordings(shelf: Shelf, article: Article) -> tuple[Wording, ...]:
    """Every version's wording of the rule in ``article``, itself included, oldest first.

    A version without a counterpart, or whose counterpart is in another law, is left out.
    """
    keys = [version.key for version in shelf.versions(article.code)]
    place = keys.index(article.version.key)
    earlier = _followed(shelf, article, keys[:place][::-1])
    later = _followed(shelf, article, keys[place + 1 :])
    return (*earlier[::-1], Wording(article, "shown"), *later)


def _followed(shelf: Shelf, article: Article, keys: Sequence[str]) -> list[Wording]:
    """The rule from version to version, each found from the last one that has it."""
    found: list[Wording] = []
    here = article
    for key in keys:
        if counterpart := _counterpart(shelf, here, key):
            found.append(counterpart)
            here = counterpart.article
    return found


def _counterpart(shelf: Shelf, article: Article, key: str) -> Wording | None:
    moves = {one.number: one.became for one in article.instrument.renumbering if _between(one, article.version.key, key)}
    back = {one.became: one.number for one in article.instrument.renumbering if _between(one, key, article.version.key)}
    table = moves or back
    if article.number in table:
        number = table[article.number]
        moved = shelf.article(article.code, key, number) if _NUMBER.fullmatch(number) else None
        return Wording(moved, "renumbered" if number != article.number else "same_number") if moved else None
    same = shelf.article(article.code, key, article.number)
    if same and not table and (same.is_gist or article.is_gist or likeness(same.text, article.text) >= SURELY_ALIKE):
        return Wording(same, "same_number")
    return _by_words(shelf, article, key, taken=frozenset(table.values()))


def _by_words(shelf: Shelf, article: Article, key: str, taken: frozenset[str]) -> Wording | None:
    holding = shelf.holding(article.code, key)
    others = [one for one in shelf.articles(holding) if not one.is_gist and one.number not in taken] if holding else []
    if article.is_gist or not others:
        return None
    likest = max(others, key=lambda other: likeness(other.text, article.text))
    if likeness(likest.text, article.text) < SURELY_ALIKE:
        return None
    return Wording(likest, "same_number" if likest.number == article.number else "words")


def _between(move: Renumbering, old: str, new: str) -> bool:
    return (move.old, move.new) == (old, new)
