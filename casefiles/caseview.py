"""One dossier as the checks look at it: the snapshot, what it says of the acts, the offence and the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from casefiles.model import Answers, Dossier, Material, Story, Threshold
from casefiles.offences import Offence
from casefiles.offices import Office
from casefiles.parties import Parties
from casefiles.sightings import Sighting, sightings
from casefiles.stories.passages import Passage, read_passage

RIGHT_CERTIFICATES = {
    "trademark": (("trademark_certificate", "registrant"),),
    "patent": (("patent_certificate", "patentee"),),
    "copyright": (("copyright_certificate", "owner"), ("software_certificate", "owner")),
    "trade_secret": (),
}


@dataclass(frozen=True)
class CaseView:
    """What a check may look at. ``offence`` is None where none was declared and none detected."""

    dossier: Dossier
    story: Story
    threshold: Threshold
    office: Office
    offence: Offence | None = None

    @property
    def as_of(self) -> date:
        return self.dossier.as_of

    @property
    def answers(self) -> Answers:
        return self.dossier.answers

    @property
    def right(self) -> str | None:
        """``trademark``, ``patent``, ``copyright``, ``trade_secret``, or None without an offence."""
        return self.offence.right if self.offence else None

    def of_kind(self, *kinds: str) -> tuple[Material, ...]:
        return self.dossier.of_kind(*kinds)

    def seen(self, kind: str, field: str) -> tuple[Sighting, ...]:
        """Each value of ``field`` in the materials of ``kind``."""
        return sightings(self.of_kind(kind), field)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every document as running text with the way back to its lines, read once for all checks."""
        return tuple(map(read_passage, self.dossier.materials))

    def told_in(self, *kinds: str) -> tuple[Passage, ...]:
        """The running text of the documents of ``kinds``; of all where none is named."""
        return tuple(one for one in self.passages if not kinds or one.material.kind in kinds)

    @cached_property
    def parties(self) -> Parties:
        return Parties(self.dossier, self.story)

    @cached_property
    def holders(self) -> tuple[Sighting, ...]:
        """Who holds the right, as each certificate of the offence's kind of right says."""
        certificates = RIGHT_CERTIFICATES.get(self.right or "", sum(RIGHT_CERTIFICATES.values(), ()))
        return tuple(one for kind, field in certificates for one in self.seen(kind, field))

    @property
    def acts(self) -> tuple[date, date]:
        """First and last day of the acts; the day of filing stands for an end that nobody stated."""
        first = self.story.acts_from or self.story.acts_until or self.as_of
        last = self.story.acts_until or self.as_of
        return first, max(first, last)

    @property
    def acts_are_known(self) -> bool:
        return self.story.acts_from is not None or self.story.acts_until is not None
