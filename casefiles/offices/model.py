"""The values an office is made of: its district, its desks and its limits of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from casefiles.deadlines import Limit
from casefiles.model import Basis

Agency = Literal["police", "procuratorate", "court", "administrative", "mediation"]


@dataclass(frozen=True, slots=True)
class District:
    """The district of the desk, by the names people write.

    ``names`` and ``streets`` place a text inside, ``neighbours`` outside; ``city`` and ``province`` are too wide to tell.
    """

    name: str
    names: tuple[str, ...]
    streets: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    grade: str = "G"


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk of one agency. ``offences`` empty: it takes every offence."""

    code: str
    agency: Agency
    name: str
    offences: frozenset[str] = frozenset()
    basis: tuple[Basis, ...] = ()
    grade: str = "G"

    def takes(self, offence: str | None) -> bool:
        return not self.offences or offence in self.offences


@dataclass(frozen=True, slots=True)
class Office:
    """A district's desk. ``limits`` maps ``<agency>.<what>`` to a limit; ``filing`` names the regime for the filing decision."""

    code: str
    name: str
    district: District
    desks: tuple[Desk, ...]
    limits: Mapping[str, Limit] = field(default_factory=dict)
    filing: str = "general"

    def desk(self, agency: Agency, offence: str | None = None) -> Desk:
        """The first desk of ``agency`` that takes ``offence``, the more special one first. Raises KeyError if there is none."""
        fitting = [desk for desk in self.desks if desk.agency == agency and desk.takes(offence)]
        if not fitting:
            raise KeyError(f"{self.name}没有受理该类案件的{agency}窗口。")
        return min(fitting, key=lambda desk: not desk.offences)

    def limit(self, name: str) -> Limit | None:
        """The limit ``<agency>.<what>``, or None where the office has set none."""
        return self.limits.get(name)

    def filing_limits(self) -> tuple[Limit, ...]:
        """The limits for the filing decision under this office's regime, shortest first."""
        prefix = f"police.filing.{self.filing}."
        chosen = [limit for name, limit in self.limits.items() if name.startswith(prefix)]
        return tuple(sorted(chosen, key=lambda limit: limit.value))
