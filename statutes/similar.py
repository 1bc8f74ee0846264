"""Published cases like a matter at hand, each with the reasons why; those that went against the right holder apart.

Values in, values out: the matter is described by its offences, articles, story and amounts, and is kept nowhere.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal

from statutes.casebook import ADVERSE, AUTHORITIES
from statutes.model import Precedent

Words = Callable[[str], list[str]]
Place = tuple[str, str]
"""Instrument code and article number."""

WEIGHTS: Mapping[str, float] = {"offence": 3.0, "right": 0.5, "article": 1.0, "facts": 3.0, "amount": 1.0, "authority": 0.5}
"""How much each reason can add. Our own practice: the offence and the facts lead, the rest decides between equals."""
RIGHTS = {
    "商标权": ("商标",),
    "著作权": ("著作权", "侵权复制品"),
    "专利权": ("专利",),
    "商业秘密": ("商业秘密", "技术秘密"),
}
"""The rights by the words that name them in an offence or a 案由: a civil case can matter to a criminal one."""
AMOUNT_NAMES = {"turnover": "经营、销售数额", "gains": "违法所得", "loss": "损失"}
_AMOUNT_GROUPS = {
    **dict.fromkeys(("illegal_business", "sales_amount", "unsold_value"), "turnover"),
    **dict.fromkeys(("illegal_gains", "illegal_gains_service"), "gains"),
    **dict.fromkeys(("loss", "direct_loss"), "loss"),
}
_SAME_ORDER = 0.5  # powers of ten two amounts of one order of magnitude may lie apart
_WORDS_NAMED = 5
_TAG_WEIGHT = 8.0  # a tag tells what the case is about: more than the rarest of its words
_FEWEST_WORDS = 2  # one word in common may be chance
_COMMON_SHARE = 0.15  # a word in more of the cases than this tells none of them apart
_FULL_SHARE = 0.3  # of the telling words of both stories: from there on facts weigh fully
_FACTS_ALONE = 0.7  # what like facts must weigh where nothing else is shared
_UNTELLING = frozenset(Path(__file__).with_name("untelling_words.txt").read_text(encoding="utf-8").split())
"""Words any such case may use, whatever it is about."""

Why = Literal["offence", "right", "article", "facts", "amount", "authority"]


@dataclass(frozen=True, slots=True)
class Matter:
    """What is known of the matter: names of offences, articles it rests on, its story, amounts in yuan by metric."""

    offences: tuple[str, ...] = ()
    articles: frozenset[Place] = frozenset()
    facts: str = ""
    amounts: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    """A precedent with the articles it applied and its amounts, as they are to be compared."""

    precedent: Precedent
    articles: frozenset[Place] = frozenset()
    amounts: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a case is like the matter: what they share, by name, and how much it weighs."""

    why: Why
    shared: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case with its reasons, the weightiest first; ``score`` is their sum."""

    precedent: Precedent
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SimilarCases:
    """The cases most like the matter; ``adverse`` are those that went against the right holder."""

    alike: tuple[SimilarCase, ...] = ()
    adverse: tuple[SimilarCase, ...] = ()


def similar_cases(matter: Matter, published: Sequence[Published], words: Words, *, at_most: int = 6) -> SimilarCases:
    """Rank ``published`` by what each shares with ``matter``; who shares no right, article or telling facts is left out.

    ``words`` cuts a text into words. At most ``at_most`` cases of each sort; equals stand in the order of authority and code.
    """
    weigh = _word_weights([one.precedent for one in published], words)
    found = [_compared(matter, one, weigh, words) for one in published]
    ranked = sorted((one for one in found if one), key=lambda one: (-one.score, one.precedent.code))
    adverse = [one for one in ranked if one.precedent.outcome in ADVERSE]
    alike = [one for one in ranked if one.precedent.outcome not in ADVERSE]
    return SimilarCases(tuple(alike[:at_most]), tuple(adverse[:at_most]))


def _compared(matter: Matter, one: Published, weigh: Mapping[str, float], words: Words) -> SimilarCase | None:
    found = (
        _same_offence(matter, one.precedent) or _same_right(matter, one.precedent),
        _same_articles(matter, one),
        _like_facts(matter, one.precedent, weigh, words),
        _like_amount(matter, one),
    )
    reasons = [reason for reason in found if reason]
    if not any(map(_suffices, reasons)):
        return None
    reasons.append(_authority(one.precedent))
    reasons.sort(key=lambda reason: -reason.weight)
    return SimilarCase(one.precedent, round(sum(reason.weight for reason in reasons), 3), tuple(reasons))


def _suffices(reason: Reason) -> bool:
    """Whether this reason alone makes a case worth reading."""
    return reason.why in ("offence", "right", "article") or (reason.why == "facts" and reason.weight >= _FACTS_ALONE)


def _same_offence(matter: Matter, precedent: Precedent) -> Reason | None:
    shared = tuple(name for name in precedent.offences if name in matter.offences)
    return Reason("offence", shared, WEIGHTS["offence"]) if shared else None


def _same_right(matter: Matter, precedent: Precedent) -> Reason | None:
    ours, theirs = "、".join(matter.offences), "、".join(precedent.subjects)
    shared = (right for right, words in RIGHTS.items() if all(any(word in text for word in words) for text in (ours, theirs)))
    rights = tuple(shared)
    return Reason("right", rights, WEIGHTS["right"]) if rights else None


def _same_articles(matter: Matter, one: Published) -> Reason | None:
    shared = sorted(one.articles & matter.articles)
    weight = WEIGHTS["article"] * min(1.0, len(shared) / 2)
    return Reason("article", tuple("/".join(place) for place in shared), weight) if shared else None


def _like_facts(matter: Matter, precedent: Precedent, weigh: Mapping[str, float], words: Words) -> Reason | None:
    """The words of the story that also tell this case, the most telling first; parts of longer shared words are not named.

    A tag of the case counts as a word wherever it stands in the story.
    """
    told = {word: weigh[word] for word in words(matter.facts) if word in weigh}
    own = {word: weigh[word] for word in words(_story(precedent)) if word in weigh}
    tags = {tag: _TAG_WEIGHT for tag in precedent.tags if len(tag) > 1 and tag in matter.facts}
    own, told = {**own, **tags}, {**told, **tags}
    shared = sorted(own.keys() & told.keys(), key=lambda word: (-own[word], word))
    named = [word for word in shared if not any(word != other and word in other for other in shared)]
    if len(named) < _FEWEST_WORDS:
        return None
    share = sum(own[word] for word in named) / math.sqrt(sum(own.values()) * sum(told.values()))
    return Reason("facts", tuple(named[:_WORDS_NAMED]), round(WEIGHTS["facts"] * min(1.0, share / _FULL_SHARE), 3))


def _like_amount(matter: Matter, one: Published) -> Reason | None:
    ours, theirs = _grouped(matter.amounts), _grouped(one.amounts)
    apart = {name: abs(math.log10(ours[name] / theirs[name])) for name in ours.keys() & theirs.keys()}
    near = sorted((distance, name) for name, distance in apart.items() if distance <= _SAME_ORDER)
    if not near:
        return None
    distance, name = near[0]
    return Reason("amount", (AMOUNT_NAMES[name],), round(WEIGHTS["amount"] * (1 - distance / (2 * _SAME_ORDER)), 3))


def _grouped(amounts: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """The largest amount of each group of metrics that can be held against each other."""
    found: dict[str, Decimal] = {}
    for metric, value in amounts.items():
        group = _AMOUNT_GROUPS.get(metric)
        if group and value > 0:
            found[group] = max(value, found.get(group, value))
    return found


def _authority(precedent: Precedent) -> Reason:
    ranks = list(AUTHORITIES)
    rank = ranks.index(precedent.authority) if precedent.authority in ranks else len(ranks)
    name = AUTHORITIES.get(precedent.authority, precedent.authority)
    return Reason("authority", (name,), round(WEIGHTS["authority"] * (1 - rank / (len(ranks) + 1)), 3))


def _word_weights(precedents: Iterable[Precedent], words: Words) -> dict[str, float]:
    """How much each word of two characters or more tells: the rarer among the cases, the more."""
    stories = [frozenset(word for word in words(_story(one)) if len(word) > 1) - _UNTELLING for one in precedents]
    counts = Counter(word for story in stories for word in story)
    most = max(1.0, _COMMON_SHARE * len(stories))
    return {word: math.log(1 + len(stories) / count) for word, count in counts.items() if count <= most}


def _story(precedent: Precedent) -> str:
    return "\n".join((precedent.title, precedent.facts, precedent.holding, " ".join(precedent.tags)))
