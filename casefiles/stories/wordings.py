"""The words of ``wordings.toml``, compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("wordings.toml")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name a metric; ``metric`` None takes an amount away. ``offences`` empty: for all."""

    pattern: re.Pattern[str]
    metric: str | None
    offences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountCue:
    """Nouns whose number counts for ``metric``.

    ``near`` must stand in the same sentence. ``bare``: no unit needed. ``shown``: where it stands in the sentence the works are
    shown online, and what is counted is no copy that is handed over. ``own_units`` are counted of nothing else, so that they
    need no noun where something is made or sold.
    """

    metric: str
    offences: tuple[str, ...]
    nouns: re.Pattern[str]
    units: str
    unsold_metric: str | None = None
    near: re.Pattern[str] | None = None
    shown: re.Pattern[str] | None = None
    bare: bool = False
    own_units: str = ""


@dataclass(frozen=True, slots=True)
class Wordings:
    cues: tuple[Cue, ...]
    counts: tuple[CountCue, ...]
    unsold: re.Pattern[str]
    holder: re.Pattern[str]
    offender: re.Pattern[str]


@cache
def load_wordings() -> Wordings:
    """Raises KeyError, re.error or tomllib.TOMLDecodeError where the file is damaged: it is part of the program."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    cues = [Cue(re.compile(row["pattern"]), row["metric"], tuple(row.get("offences", ()))) for row in raw["cues"]]
    cues += [Cue(re.compile(row["pattern"]), None) for row in raw["stops"]]
    return Wordings(
        cues=tuple(cues),
        counts=tuple(_count_cue(row) for row in raw["counts"]),
        unsold=re.compile(raw["unsold"]["pattern"]),
        holder=re.compile(raw["parties"]["holder"]),
        offender=re.compile(raw["parties"]["offender"]),
    )


def _count_cue(row: dict[str, str]) -> CountCue:
    near, shown = row.get("near"), row.get("shown")
    return CountCue(
        metric=row["metric"],
        offences=tuple(row["offences"]),
        nouns=re.compile(row["nouns"]),
        units=row["units"],
        unsold_metric=row.get("unsold_metric"),
        near=re.compile(near) if near else None,
        shown=re.compile(shown) if shown else None,
        bare=bool(row.get("bare")),
        own_units=row.get("own_units", ""),
    )
