"""The job of each day that reminds of undertakings and lets the overdue ones lapse."""

from __future__ import annotations

from ipdesk import clock
from ipdesk.services.undertakings_followed import follow


def run(subject: str) -> None:
    """``subject`` is the day the job was put for; what counts is today, for a job may wait."""
    follow(clock.today())
