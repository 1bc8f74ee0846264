"""The dossier: everything a pre-review may look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from casefiles.model.materials import Material


@dataclass(frozen=True, slots=True)
class Answers:
    """What the form asked because documents rarely say it. None means: not asked or not answered.

    ``filer`` is who files: ``self`` (the natural person), ``representative`` (the legal representative
    or the organisation itself) or ``agent`` (someone else). ``places`` are places of the acts as typed.
    ``offline_kinds`` are document kinds whose originals the applicant hands in on paper (线下提交).
    """

    filer: Literal["self", "representative", "agent"] | None = None
    complainant: str | None = None
    complainant_type: Literal["organisation", "foreign_organisation", "person"] | None = None
    agent: str | None = None
    respondent: str | None = None
    places: tuple[str, ...] = ()
    acts_from: date | None = None
    acts_until: date | None = None
    punished_within_two_years: bool | None = None
    marks_count: int | None = None
    subject: Literal["goods", "service", "both"] | None = None
    earlier_report: str | None = None
    offline_kinds: frozenset[str] = frozenset()
    police_only: bool = False
    figures: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dossier:
    """An immutable snapshot of one report. ``as_of`` is the day of filing; ``offence`` what the applicant chose."""

    as_of: date
    materials: tuple[Material, ...] = ()
    offence: str | None = None
    answers: Answers = field(default_factory=Answers)

    def of_kind(self, *kinds: str) -> tuple[Material, ...]:
        return tuple(material for material in self.materials if material.kind in kinds)
