"""Which of the eight offences a text describes, if any: rules over phrases, each with the words it rests on.

It suggests and decides nothing. Silent on crimes that merely mention a brand, a licence or a company.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import chain

from casefiles.detection.reading import Signal, load_signals, plain, split_sentences
from casefiles.offences import load_offences
from casefiles.values.dates import find_dates

YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
GATE = 1.0
# The same words may speak through several signals: what their sum exceeds this by is no further evidence.
MOST = 3.0
# Of two families one that has less than this share of the other's evidence only echoes its words.
ECHO = 0.5
ALSO = 6.0

Hit = tuple[Signal, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One offence: ``score`` from 0 to 1, ``words`` the passages that led to it."""

    code: str
    score: float
    words: tuple[str, ...]


def detect(text: str) -> tuple[Suggestion, ...]:
    """The offences ``text`` describes, best first; empty when it describes none of the eight."""
    words = plain(text)
    hits = _hits(words)
    day = _last_day(words)
    gates = _gates(words, hits)
    enough = max(GATE, ECHO * max(gates.values(), default=0.0))
    found = [
        suggestion
        for family, gate in gates.items()
        if gate >= enough
        for suggestion in _within(gate, [hit for hit in hits if hit[0].family == family], day)
    ]
    return tuple(sorted(found, key=lambda suggestion: -suggestion.score))


def _last_day(words: str) -> date | None:
    """The last day the text names; of a bare year its last day."""
    days = [printed.last for printed in find_dates(words)] or [date(int(year), 12, 31) for year in YEAR.findall(words)]
    return max(days, default=None)


def _hits(words: str) -> list[Hit]:
    sentences = split_sentences(words)
    found = ((signal, signal.find([words] if signal.whole_text else sentences)) for signal in load_signals()[0])
    return [(signal, passages) for signal, passages in found if passages is not None]


def _gates(words: str, hits: list[Hit]) -> dict[str, float]:
    """How strongly each family of rights is attacked; another crime outweighs all but a named offence."""
    sums: dict[str, float] = defaultdict(float)
    for signal, _ in hits:
        sums[signal.family] += signal.gate
    sure = {signal.family for signal, _ in hits if signal.sure}
    gates = {family: MOST if family in sure else min(gate, MOST) for family, gate in sums.items()}
    doubtful = gates.keys() - sure
    for counter in load_signals()[1]:
        weighed = doubtful & {counter.family} if counter.family else doubtful
        if weighed and counter.pattern.search(words):
            gates.update({family: gates[family] * counter.factor for family in weighed})
    return gates


def _within(gate: float, hits: list[Hit], day: date | None) -> list[Suggestion]:
    """The best offence of a family (of two that weigh the same the earlier article), or those that the text names or quotes."""
    votes: dict[str, float] = defaultdict(float)
    named: set[str] = set()
    for signal, _ in hits:
        for code, weight in signal.votes_on(day).items():
            votes[code] += weight
            if signal.sure and weight >= ALSO:
                named.add(code)
    best = max(votes.values(), default=0.0)
    if best <= 0:
        return []
    sure = min(1.0, 0.5 + gate / 6)
    first = [code for code in load_offences() if votes.get(code) == best][:1]
    chosen = [code for code in load_offences() if code in named] or first
    return [Suggestion(code, round(sure * votes[code] / best, 3), _words(hits, code, day)) for code in chosen]


def _words(hits: list[Hit], code: str, day: date | None) -> tuple[str, ...]:
    """What opened the gate and what spoke for ``code``; of two passages one within the other, the longer."""
    spoke = (passages for signal, passages in hits if signal.gate or signal.votes_on(day).get(code, 0) > 0)
    words = list(dict.fromkeys(chain.from_iterable(spoke)))
    return tuple(word for word in words if not any(word in other and word != other for other in words))
