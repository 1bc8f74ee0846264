"""The signals of ``signals/*.toml``, one file per family of rights, compiled once, and the text they run over."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from casefiles.values import characters

FOLDER = Path(__file__).with_name("signals")
QUOTES = str.maketrans(dict.fromkeys("“”„‟「」『』″‘’＇'", '"'))
# A statement of forty pages; what an opponent makes longer must not cost more.
LONGEST = 30_000
# What is no part of what happened: a list of charges somebody put behind a statement, earlier punishments, what was shown to
# the court.
ASIDE = re.compile(
    r"罪名:[^。]{0,120}。?$"
    r"|因(?:犯|涉嫌)[^。;被]{1,40}被[^。;被]{0,40}(?:判处|判决|处以|处罚|拘留|劳动教养)[^。;]*"
    r"|上述(?:犯罪)?事实[^。]{0,2000}?(?:证实|佐证|为证|足以认定)[^。]*"
)


@dataclass(frozen=True, slots=True)
class Signal:
    """Words that speak for an attack on one family of rights (``gate``) and for single offences (``votes``)."""

    family: str
    gate: float
    all: tuple[re.Pattern[str], ...]
    none: tuple[re.Pattern[str], ...]
    votes: Mapping[str, float]
    votes_until: tuple[date, Mapping[str, float]] | None
    whole_text: bool
    sure: bool

    def find(self, sentences: Iterable[str]) -> tuple[str, ...] | None:
        """The words that make the signal in the first sentence that has them all, or None."""
        for sentence in sentences:
            found = [match.group() for match in takewhile(bool, (pattern.search(sentence) for pattern in self.all)) if match]
            if len(found) == len(self.all) and not any(pattern.search(sentence) for pattern in self.none):
                return tuple(found)
        return None

    def votes_on(self, day: date | None) -> Mapping[str, float]:
        """The votes by the law of ``day``, the last day the text names; None counts as today's law."""
        if self.votes_until and day is not None and day <= self.votes_until[0]:
            return self.votes_until[1]
        return self.votes


@dataclass(frozen=True, slots=True)
class Against:
    """Words that describe another crime: the gate of the family, of every one where it is None, is multiplied by ``factor``."""

    family: str | None
    factor: float
    pattern: re.Pattern[str]


@cache
def load_signals() -> tuple[tuple[Signal, ...], tuple[Against, ...]]:
    """Raises KeyError, re.error or tomllib.TOMLDecodeError where a file is damaged: they are part of the program."""
    raw = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    words = {name: "|".join(patterns) for file in raw for name, patterns in file.get("words", {}).items()}
    signals = tuple(_signal(row, words) for file in raw for row in file.get("signals", ()))
    rows = (row for file in raw for row in file.get("against", ()))
    against = tuple(Against(row.get("family"), row["factor"], _compile(row["pattern"], words)) for row in rows)
    return signals, against


def _signal(row: dict[str, Any], words: Mapping[str, str]) -> Signal:
    until = row.get("votes_until")
    return Signal(
        family=row["family"],
        gate=row["gate"],
        all=tuple(_compile(pattern, words) for pattern in row["all"]),
        none=tuple(_compile(pattern, words) for pattern in row.get("none", ())),
        votes=row.get("votes", {}),
        votes_until=(until["day"], until["votes"]) if until else None,
        whole_text=row.get("scope") == "text",
        sure=row.get("sure", False),
    )


def _compile(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    while "@" in pattern:
        pattern = re.sub(r"@([a-z]+)", lambda name: f"(?:{words[name[1]]})", pattern)
    return re.compile(pattern)


def plain(text: str) -> str:
    """What ``text`` says to have happened: without white space, half-width, simplified; at most 30,000 characters are read."""
    text = unicodedata.normalize("NFKC", characters.plain(text[:LONGEST])).translate(QUOTES)
    return ASIDE.sub("", re.sub(r"\s+", "", text))


def split_sentences(text: str) -> list[str]:
    """Sentences of plain text; a semicolon ends one too."""
    return [sentence for sentence in re.split(r"[。;!?]", text) if sentence]
