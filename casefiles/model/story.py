"""The story: what the dossier says of the acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from casefiles.model.reading import Box


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place a statement rests on."""

    file: str
    page: int | None = None
    quote: str = ""
    box: Box | None = None
    part: str | None = None


FigureSource = Literal["claimed", "ledger", "appraisal"]
Covers = Literal["all", "part", "days"]
"""How much of the acts a ledger is of: all; a part, as it says itself; a part, as the days of its rows tell."""
PlaceLink = Literal["made", "stored", "moved", "sold", "done", "server", "operator", "uploader", "harm", "residence", "holder"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One stated figure: ``metric`` is a name of the contract (``illegal_business`` …), ``value`` yuan or a count.

    ``covers`` and ``of_sales`` are of a ledger's: how much of the acts it is of, and whether of what was sold alone.
    """

    metric: str
    value: Decimal
    source: FigureSource
    evidence: Evidence
    covers: Covers = "all"
    of_sales: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One stated place and how it is linked to the acts (法发〔2011〕3号第一条); ``holder`` is the weak link."""

    text: str
    link: PlaceLink
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Story:
    """What complaint, ledgers, appraisals and answers say of the acts, each with its place.

    ``conditions`` maps a condition of the filing standard (``marks_gte_2``, ``patents_gte_2``, ``repeat_2y``,
    ``subject``, ``act`` …) to what was stated; a condition nobody mentions is absent.
    ``agent`` is a person the complaint names as acting for the complainant. ``unclear`` are the places of figures that look
    torn or cannot be right: while there is one, figures are never said to fall short.
    """

    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    acts_from: date | None = None
    acts_until: date | None = None
    acts_evidence: tuple[Evidence, ...] = ()
    agent: str | None = None
    agent_evidence: Evidence | None = None
    registration_numbers: tuple[tuple[str, Evidence], ...] = ()
    conditions: Mapping[str, object] = field(default_factory=dict)
    unclear: tuple[Evidence, ...] = ()
