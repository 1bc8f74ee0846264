"""The offences as pages name them."""

from __future__ import annotations

from casefiles.offences import load_offences

UNDECIDED = "罪名待定"


def offence_name(code: str | None) -> str:
    """The offence's Chinese name; 罪名待定 where none is chosen."""
    known = load_offences().get(code or "")
    return known.name if known else UNDECIDED
