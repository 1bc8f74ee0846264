"""The job that lays out the files of one report, so that its volume is bound without waiting for LibreOffice."""

from __future__ import annotations

from ipdesk.services.laying_out import lay_out


def run(subject: str) -> None:
    """Make the sheets of the report ``subject`` that are not there yet. May be run again."""
    lay_out(subject)
