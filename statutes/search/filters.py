"""What a search may be narrowed to, and what it counts: facets, filters, orders. Values only.

Several values of one facet widen (or), several facets narrow (and). The count of a value is the ``total`` the same
search would have if that value alone were chosen in its facet, every other filter left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["article", "precedent"]
Sort = Literal["relevance", "newest", "oldest", "instrument", "level"]
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "instrument", "level")
FACETS = ("kind", "status", "level", "instrument", "issuer", "authority", "offence", "year")
STATUSES = ("in_force", "not_yet", "ended")


@dataclass(frozen=True, slots=True)
class Filters:
    """The values chosen of each facet; an empty tuple does not narrow.

    ``kind``: ``article``, ``precedent``. ``status``: whether the text is ``in_force``, ``not_yet`` or ``ended`` on the
    day of the search; what is in force, where nothing else is asked; ``()`` for texts of any day. A precedent counts as
    in force. ``level``: codes of ``LEVEL_NAMES``. ``instrument``: codes. ``issuer``: names. ``authority``: codes of
    ``AUTHORITIES`` (precedents). ``offence``: names of offences. ``year``: the year a text began or a case was decided,
    four digits. ``within`` (结果中检索): further queries typed into the results so far; a hit must hold every word of each.
    """

    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ("in_force",)
    level: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    offence: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    def of(self, facet: str) -> tuple[str, ...]:
        """The values chosen of one of ``FACETS``."""
        return tuple(getattr(self, facet))


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet: ``label`` is its Chinese name, ``count`` the total if it alone were chosen."""

    value: str
    label: str
    count: int
    chosen: bool = False
