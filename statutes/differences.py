"""Two wordings laid side by side: which paragraphs answer each other, and what in them differs.

Pure text work, for readers: it says where words differ, never what the change means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

SAME_RULE = 0.35
"""Paragraphs at least this alike (``likeness``) are taken as wordings of one rule."""
_ISLAND = 2  # an unchanged run this short between two changes reads as part of the change
_LONG = 3000  # characters beyond which sentences are compared instead of single characters
_SIGN = re.compile(r"[A-Za-z0-9.%]+|.", re.DOTALL)
_SENTENCE = re.compile(r"[^。；;]*[。；;]?", re.DOTALL)

Change = Literal["same", "changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one wording; ``changed`` where the other wording does not have it."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the old wording beside its counterpart in the new one; the missing side is empty."""

    change: Change
    old: tuple[Run, ...] = ()
    new: tuple[Run, ...] = ()


def differences(old: str, new: str) -> tuple[Pair, ...]:
    """``old`` and ``new`` paragraph by paragraph, in order; joining either side gives back its paragraphs."""
    before, after = _paragraphs(old), _paragraphs(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle = _matched(before[head : len(before) - tail], after[head : len(after) - tail])
    same = [(text, text) for text in before]
    return tuple(_pair(one, other) for one, other in [*same[:head], *middle, *same[len(before) - tail :]])


def likeness(one: str, other: str) -> float:
    """How much two texts share, from 0 to 1: twice the pairs of characters in common over all pairs (Dice)."""
    return 1.0 if one == other else _dice(_pairs_of(one), _pairs_of(other))


def _dice(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


@lru_cache(maxsize=4096)  # a rule is held against every article of another version
def _pairs_of(text: str) -> frozenset[str]:
    plain = re.sub(r"\s", "", text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many paragraphs both begin with."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _matched(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """The pairing, in order on both sides, whose likenesses add up highest; an empty text stands for no counterpart."""
    best = _sums(before, after)
    pairs: list[tuple[str, str]] = []
    row, column = 0, 0
    while row < len(before) or column < len(after):
        if row < len(before) and best[row][column] == best[row + 1][column]:
            pairs.append((before[row], ""))
            row += 1
        elif column < len(after) and best[row][column] == best[row][column + 1]:
            pairs.append(("", after[column]))
            column += 1
        else:
            pairs.append((before[row], after[column]))
            row, column = row + 1, column + 1
    return pairs


def _sums(before: Sequence[str], after: Sequence[str]) -> list[list[float]]:
    """For each pair of places, the best sum of likenesses from there on."""
    ours, theirs = [_pairs_of(text) for text in before], [_pairs_of(text) for text in after]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for row in range(len(before) - 1, -1, -1):
        for column in range(len(after) - 1, -1, -1):
            alike = _dice(ours[row], theirs[column])
            both = best[row + 1][column + 1] + alike if alike >= SAME_RULE else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], both)
    return best


def _pair(old: str, new: str) -> Pair:
    if old == new:
        return Pair("same", (Run(old),), (Run(new),))
    if not old:
        return Pair("added", (), (Run(new, changed=True),))
    if not new:
        return Pair("removed", (Run(old, changed=True),), ())
    return Pair("changed", *_runs(old, new))


def _runs(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    signs = _SENTENCE if max(len(old), len(new)) > _LONG else _SIGN
    ours, theirs = signs.findall(old), signs.findall(new)
    ours_runs: list[Run] = []
    theirs_runs: list[Run] = []
    for changed, (start, end), (first, last) in _stretches(ours, theirs):
        _add(ours_runs, "".join(ours[start:end]), changed)
        _add(theirs_runs, "".join(theirs[first:last]), changed)
    return tuple(ours_runs), tuple(theirs_runs)


def _stretches(ours: list[str], theirs: list[str]) -> list[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """The matcher's blocks; an unchanged island between two changes counts as changed, so that words stay whole."""
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [
        (tag != "equal" or (0 < place < len(blocks) - 1 and _is_island(ours[start:end])), (start, end), (first, last))
        for place, (tag, start, end, first, last) in enumerate(blocks)
    ]


def _is_island(signs: list[str]) -> bool:
    text = "".join(signs)
    return len(text) < _ISLAND and text.isalnum()


def _add(runs: list[Run], text: str, changed: bool) -> None:
    if not text:
        return
    if runs and runs[-1].changed == changed:
        runs[-1] = Run(runs[-1].text + text, changed)
    else:
        runs.append(Run(text, changed))
