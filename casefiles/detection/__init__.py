"""Which of the eight offences a text describes, if any: rules over phrases, each with the words it rests on.

It suggests and decides nothing. Silent on crimes that merely mention a brand, a licence or a company.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from casefiles.detection.reading import Signal, load_signals, plain, split_sentences
from casefiles.values.dates import find_dates

GATE = 1.0
ALSO = 6.0

# In the order of the articles: of two that weigh the same, the making goes before the selling.
OFFENCES = (
    "counterfeit_trademark",
    "sale_of_counterfeits",
    "counterfeit_labels",
    "patent_passing_off",
    "copyright_infringement",
    "sale_of_infringing_copies",
    "trade_secret",
    "trade_secret_foreign",
)

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
    day = max((printed.last for printed in find_dates(words)), default=None)
    found = [
        suggestion
        for family, gate in _gates(words, hits).items()
        if gate >= GATE
        for suggestion in _within(gate, [hit for hit in hits if hit[0].family == family], day)
    ]
    return tuple(sorted(found, key=lambda suggestion: -suggestion.score))


def _hits(words: str) -> list[Hit]:
    sentences = split_sentences(words)
    found = ((signal, signal.find([words] if signal.whole_text else sentences)) for signal in load_signals()[0])
    return [(signal, passages) for signal, passages in found if passages is not None]


def _gates(words: str, hits: list[Hit]) -> dict[str, float]:
    """How strongly each family of rights is attacked; another crime outweighs all but a named offence."""
    gates: dict[str, float] = defaultdict(float)
    for signal, _ in hits:
        gates[signal.family] += signal.gate
    sure = {signal.family for signal, _ in hits if signal.sure}
    for counter in load_signals()[1]:
        if counter.family in gates and counter.family not in sure and counter.pattern.search(words):
            gates[counter.family] *= counter.factor
    return gates


def _within(gate: float, hits: list[Hit], day: date | None) -> list[Suggestion]:
    """The best offence of a family, and others that the text names or quotes as plainly."""
    votes: dict[str, float] = defaultdict(float)
    words: dict[str, list[str]] = defaultdict(list)
    named: set[str] = set()
    for signal, passages in hits:
        for code, weight in signal.votes_on(day).items():
            votes[code] += weight
            words[code] += passages
            if signal.sure and weight >= ALSO:
                named.add(code)
    if not votes:
        return []
    best = max(votes.values())
    sure = min(1.0, 0.5 + gate / 6)
    chosen = [code for code in OFFENCES if code in named] or [next(code for code in OFFENCES if votes.get(code) == best)]
    return [Suggestion(code, round(sure * votes[code] / best, 3), tuple(dict.fromkeys(words[code]))) for code in chosen]
