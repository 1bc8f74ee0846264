"""The review: what the pre-review found, and to whom the case goes. One value for command, API and page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from casefiles.model.materials import Material
from casefiles.model.proof import Chain, ElementRow
from casefiles.model.story import Evidence, FigureSource

Severity = Literal["blocking", "warning", "info"]
ThresholdStatus = Literal["met", "not_met", "unknown"]
Tier = Literal["serious", "especially_serious"]
Outcome = Literal["ready", "needs_supplement", "refer_administrative", "outside_jurisdiction"]


@dataclass(frozen=True, slots=True)
class Practice:
    """A basis that is no law: our own practice, with its grade (``D`` derived, ``G`` general knowledge)."""

    practice: str
    grade: str = "D"


Basis = str | Practice


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement of the pre-review. It advises an officer and decides nothing.

    ``code`` is ``<family>.<what>``; ``message`` says what was found, ``remedy`` how to mend it;
    ``curable`` is meaningful for blocking findings only;
    ``rule`` names the check that made it; ``questions`` are put to the applicant in the form.
    """

    code: str
    severity: Severity
    message: str
    remedy: str
    basis: tuple[Basis, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    curable: bool = True
    rule: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """How the figures stand by the law of one ``day``. ``decides``: this is the law the threshold goes by (the milder)."""

    name: str
    day: date
    status: ThresholdStatus
    tier: Tier | None = None
    limb: str = ""
    basis: tuple[Basis, ...] = ()
    lines: tuple[str, ...] = ()
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """The figures against the filing standard. Amounts in yuan, counts in their own unit.

    ``standards`` are the law of the day the acts ended, where it differs, and the law of the day of filing.
    """

    status: ThresholdStatus = "unknown"
    tier: Tier | None = None
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    figures_source: Mapping[str, FigureSource] = field(default_factory=dict)
    limb: str = ""
    basis: tuple[Basis, ...] = ()
    questions: tuple[str, ...] = ()
    arithmetic: tuple[str, ...] = ()
    standards: tuple[Standard, ...] = ()


@dataclass(frozen=True, slots=True)
class Referral:
    """One desk that gets the case. ``due`` is None where an informed desk has nothing to do by a day."""

    agency: Literal["police", "procuratorate", "court", "administrative", "mediation"]
    desk: str
    role: Literal["lead", "joint", "informed"]
    reason: str
    due: date | None = None
    basis: tuple[Basis, ...] = ()
    task: str = ""


@dataclass(frozen=True, slots=True)
class OffenceChoice:
    """The offence the review judged by. ``code`` is None where none was declared and none was detected."""

    code: str | None
    name: str
    source: Literal["declared", "detected"]


@dataclass(frozen=True, slots=True)
class Review:
    """The whole result: one value for command, API and page (see ``casefiles.result`` for its JSON)."""

    as_of: date
    rules_digest: str
    offence: OffenceChoice
    materials: tuple[Material, ...]
    findings: tuple[Finding, ...]
    threshold: Threshold
    required: int
    satisfied: int
    outcome: Outcome
    referrals: tuple[Referral, ...]
    elements: tuple[ElementRow, ...] = ()
    chains: tuple[Chain, ...] = ()
