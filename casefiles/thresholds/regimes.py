"""All limbs of one period of the law, and the milder of two periods (刑法第十二条；高检发释字〔2001〕5号)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casefiles.offences import Limb, Offence
from casefiles.offences.model import Tier
from casefiles.thresholds.limbs import Conditions, Figures, Verdict, try_limb
from casefiles.thresholds.wording import NOT_MET_ANYWAY

Status = Literal["met", "not_met", "unknown"]
MILDNESS: dict[tuple[Status, Tier | None], int] = {
    ("not_met", None): 0,
    ("unknown", None): 1,
    ("met", "serious"): 2,
    ("met", "especially_serious"): 3,
}


@dataclass(frozen=True, slots=True)
class Regime:
    """The outcome under one period of the law: ``best`` is the limb that decides where ``status`` is ``met``."""

    name: str
    status: Status
    tier: Tier | None
    best: Verdict | None
    verdicts: tuple[Verdict, ...]

    @property
    def mildness(self) -> int:
        return MILDNESS[self.status, self.tier]


def limbs_of_today(offence: Offence, as_of: date) -> tuple[Limb, ...]:
    return tuple(limb for limb in offence.limbs if limb.starts <= as_of and (limb.ends is None or as_of <= limb.ends))


def limbs_of_day(offence: Offence, day: date) -> tuple[Limb, ...]:
    """The limbs that governed acts ended on ``day``; empty where no interpretation existed yet."""
    return tuple(limb for limb in offence.limbs if limb.holds_on(day))


def judge_regime(name: str, offence: Offence, limbs: tuple[Limb, ...], figures: Figures, conditions: Conditions) -> Regime:
    """Tries every limb of one period. ``not_met`` needs a stated figure that some limb in question asks for."""
    verdicts = tuple(try_limb(limb, figures, conditions) for limb in limbs)
    counting = [verdict for verdict in verdicts if verdict.counts]
    if counting:
        best = max(counting, key=lambda verdict: verdict.tier == "especially_serious")
        return Regime(name, "met", best.tier, best, verdicts)
    return Regime(name, _without_limb(offence, verdicts, figures), None, None, verdicts)


def _without_limb(offence: Offence, verdicts: tuple[Verdict, ...], figures: Figures) -> Status:
    """A missing answer about the kind of case leaves it open; a special circumstance nobody mentions does not."""
    for verdict in verdicts:
        if verdict.applies is None and verdict.tier and set(verdict.unknown) - set(NOT_MET_ANYWAY):
            return "unknown"
    asked = {metric for verdict in verdicts if verdict.applies is not False for metric in verdict.limb.metrics}
    return "not_met" if asked & set(figures) & set(offence.usual_metrics) else "unknown"


def not_yet_a_crime(offence: Offence, today: Regime, day: date) -> bool:
    """Whether what meets the standard today was no crime on ``day`` (service marks, secrets for abroad: since 2021-03-01)."""
    if offence.penalty("serious", day) is None:
        return True
    counting = [verdict.limb.first_standard_from for verdict in today.verdicts if verdict.counts]
    return bool(counting) and all(first is not None and day < first for first in counting)


def milder(new: Regime, old: Regime) -> Regime:
    """The milder of the two; at equal mildness the law of the day of the act counts."""
    return old if old.mildness <= new.mildness else new
