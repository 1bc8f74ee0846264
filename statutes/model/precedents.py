"""One published case."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Precedent:
    """One published case, retold in our own words.

    ``authority`` is its level (guiding_spc, guiding_spp, gazette, reference …); ``offences`` are charges, ``cause`` is
    the 案由 of a case without any; ``articles`` are citations of what it applied, ``bears_on`` of today's rules its
    holding matters for; ``amounts`` is told in words, ``figures`` are the same as metric and yuan or count, rounded
    down where the source says 余; ``outcome`` is how it ended (``statutes.casebook.OUTCOMES``, empty where not said);
    ``overtaken`` says what newer law has overtaken; ``aliases`` are short ways to cite it.
    """

    code: str
    title: str
    authority: str
    source: str
    grade: str
    number: str = ""
    court: str = ""
    case_number: str = ""
    decided_in: int | None = None
    offences: tuple[str, ...] = ()
    cause: str = ""
    articles: tuple[str, ...] = ()
    bears_on: tuple[str, ...] = ()
    facts: str = ""
    holding: str = ""
    amounts: str = ""
    figures: tuple[tuple[str, Decimal], ...] = ()
    sentence: str = ""
    outcome: str = ""
    overtaken: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """What it is filed under: its offences, else its 案由."""
        return self.offences or ((self.cause,) if self.cause else ())

    @property
    def cited(self) -> tuple[str, ...]:
        """Every article it is linked with: those it applied and those of today it bears on."""
        return self.articles + self.bears_on
