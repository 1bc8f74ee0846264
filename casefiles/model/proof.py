"""What the dossier shows for an officer to weigh: the elements with the passages that speak to them, and the chain of rights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casefiles.model.story import Evidence

LinkKind = Literal["certificate", "renewal", "transfer", "licence", "proof", "missing"]
LinkState = Literal["holds", "broken", "unclear"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage that speaks to an element; ``column`` is the group of documents it stands in."""

    column: str
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element of the offence. ``wanting`` are documents that usually speak to it and are not there.

    It never says that an element is made out: there are passages that mention it, or there are none yet.
    """

    name: str
    basis: str
    passages: tuple[Passage, ...] = ()
    wanting: tuple[str, ...] = ()

    @property
    def is_mentioned(self) -> bool:
        return bool(self.passages)


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain of rights: ``giver`` → ``taker``, until a day where one is known. ``why`` says what breaks it."""

    kind: LinkKind
    giver: str
    taker: str
    state: LinkState = "holds"
    why: str = ""
    until: date | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of one right from its holder to who complains. ``right`` is its number or title as the certificate shows it."""

    right: str
    kind: str
    links: tuple[Link, ...]

    @property
    def state(self) -> LinkState:
        """The weakest of its links."""
        order: tuple[LinkState, ...] = ("broken", "unclear", "holds")
        return min((link.state for link in self.links), key=order.index, default="unclear")
