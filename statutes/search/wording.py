"""From the words people use to the words of the law.

``everyday.toml`` is a thesaurus of our own: an everyday word and what the law calls it; where it is used the reader is told.
``associations.tsv`` holds which words of an article go with a word of a question, learned by
``benchmarks/learn_wording.py``: statistics only, applied to the order of what was found, at a fraction of a typed word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path

from statutes.search.analyzer import runs

_HERE = Path(__file__).parent


def legal_terms(text: str) -> dict[str, str]:
    """Everyday words found in ``text`` (folded) with the legal terms of each, set apart by spaces. Of two words one of
    which is part of the other, the longer counts; what is cut out of two other words (销[售假]冒) does not, nor what stands
    within its own legal term (取保候审)."""
    found = [word for word in _thesaurus() if word in text]
    longest = [word for word in found if not any(word != other and word in other for other in found)]
    return {word: _thesaurus()[word] for word in longest if _thesaurus()[word] not in text and _stands(word, text)}


def _stands(word: str, text: str) -> bool:
    """Whether ``word`` begins or ends where a word of ``text`` does."""
    cuts = {0, *accumulate(map(len, runs(text)))}
    places = (match.start() for match in re.finditer(re.escape(word), text))
    return any(place in cuts or place + len(word) in cuts for place in places)


def associated(words: Iterable[str]) -> dict[str, float]:
    """Words of articles that go with the ``words`` of a question, and how strongly; those asked themselves left out."""
    asked: set[str] = set(words)
    found: dict[str, float] = {}
    for word in asked:
        for other, strength in _associations().get(word, ()):
            if other not in asked:
                found[other] = max(found.get(other, 0.0), strength)
    return found


@cache
def _thesaurus() -> dict[str, str]:
    return dict(tomllib.loads((_HERE / "everyday.toml").read_text(encoding="utf-8"))["terms"])


@cache
def _associations() -> dict[str, tuple[tuple[str, float], ...]]:
    return dict(map(_association, _lines(_HERE / "associations.tsv")))


def _lines(path: Path) -> Iterable[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))


def _association(line: str) -> tuple[str, tuple[tuple[str, float], ...]]:
    word, *others = line.split("\t")
    pairs = (other.rpartition(" ") for other in others)
    return word, tuple((other, float(strength)) for other, _, strength in pairs)
