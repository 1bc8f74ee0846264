"""The job that reviews one long report after something in it changed."""

from __future__ import annotations

from ipdesk.services.completions import complete


def run(subject: str) -> None:
    """Review the report ``subject`` anew unless files of it still wait; then its reading job does. May be run again."""
    complete(subject)
