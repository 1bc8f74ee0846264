"""A value together with where it was seen, so that two of them can be compared and both be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from rapidfuzz.distance import Levenshtein

from casefiles.findings import evidence_of, where
from casefiles.model import Evidence, Fact, Material
from casefiles.values.names import normal_name

MISREAD_SHARE = 4
"""One character in so many, and at least one, may be misread where a name was recognised from a picture."""

SHORTEST_NAME = 4
_LETTERS = re.compile(r"[a-z]{2}")
# A 个体工商户 is the person who operates it (民法典第五十四条); who leads a branch is not the branch.
_AS_TRADER = re.compile(
    r"\((?:个体(?:工商户|户)?|(?:负责人|投资人|法定代表人|执行事务合伙人|(?:理事|董事|校|院|所|会|社)长):?[^()]{2,12}|(?:经营者|业主|户主)[:为是]?(?P<operator>[\u4e00-\u9fff·]{2,8})(?:[,;][^()]*)?)\)$"
)
_TITLES = re.compile(r"(?:律师|先生|女士|同志)$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One name or number seen in one material."""

    value: str
    material: Material
    fact: Fact

    @property
    def evidence(self) -> Evidence:
        return evidence_of(self.material, self.fact)

    @property
    def is_sure(self) -> bool:
        """Whether the value is printed or was set by a person; a recognised one may be misread."""
        return self.fact.source != "ocr"

    def __str__(self) -> str:
        return f"“{self.value}”（{where(self.evidence)}）"


def sightings(materials: Iterable[Material], field: str) -> tuple[Sighting, ...]:
    """Each value of ``field`` in ``materials``; values joined with 、 are seen one by one."""
    return tuple(
        Sighting(value, material, material.fields[field])
        for material in materials
        if field in material.fields
        for value in material.fields[field].value.split("、")
        if value.strip()
    )


def listed(seen: Iterable[Sighting]) -> str:
    """Sightings for a sentence: “甲公司”（《a.pdf》第1页）、“乙公司”（《b.pdf》第1页）."""
    return "、".join(dict.fromkeys(str(one) for one in seen))


def same_party(one: str, other: str) -> bool:
    """Whether two names are the same but for width, spaces, brackets, case and traditional characters.

    A name printed in two languages, one of them in brackets, is the same as either: 诺德公司（Nord GmbH）, Nord GmbH（诺德公司）.
    Who operates a shop is a note, not a part of its name: 乙茶行（经营者：白某）.
    """
    return not spellings(one).isdisjoint(spellings(other))


def same_person(one: str, other: str) -> bool:
    """As ``same_party``, but for a form of address after the name: 王小明律师 is 王小明."""
    return same_party(_TITLES.sub("", one.strip()), _TITLES.sub("", other.strip()))


def contained(one: str, other: str) -> bool:
    """Whether one name stands inside the other: a branch, or a name read together with what follows it."""
    first, second = sorted((_plain(one), _plain(other)), key=len)
    return len(first) >= SHORTEST_NAME and first in second


def any_same(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether some name of the first stands among the second."""
    known = list(others)
    return any(same_party(name, other) for name in names for other in known)


def may_be_misread(one: Sighting, other: Sighting) -> bool:
    """Whether two different values are alike enough that a recogniser may have misread one of them."""
    if one.is_sure and other.is_sure:
        return False
    first, second = _plain(one.value), _plain(other.value)
    return Levenshtein.distance(first, second) <= max(1, max(len(first), len(second)) // MISREAD_SHARE)


def comparable(one: str, other: str) -> bool:
    """Whether two names are of one script: a foreign name and its translation cannot be compared by letters."""
    return _has_chinese(one) == _has_chinese(other)


def _has_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


@cache
def spellings(name: str) -> frozenset[str]:
    """``name`` in plain characters, and each of the two it stands for: of two languages, or of a shop and its operator."""
    whole = _plain(name)
    trader = _AS_TRADER.search(whole)
    whole, operator = (whole[: trader.start()], trader["operator"]) if trader else (whole, None)
    return frozenset(filter(None, (whole, operator, *_in_two_languages(whole))))


def _in_two_languages(name: str) -> tuple[str, ...]:
    """The name and what stands in the brackets at its end, where just one of the two is Chinese."""
    if not name.endswith(")"):
        return ()
    depths = accumulate((sign == ")") - (sign == "(") for sign in reversed(name))
    back = next((place for place, depth in enumerate(depths, 1) if depth == 0), len(name))
    both = name[:-back], name[len(name) - back + 1 : -1]
    one_each = _has_chinese(both[0]) != _has_chinese(both[1])
    return both if one_each and all(_has_chinese(one) or _LETTERS.search(one) for one in both) else ()


@cache
def _plain(name: str) -> str:
    return _simplified(normal_name(name))


def _simplified(text: str) -> str:
    if text.isascii():
        return text
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
