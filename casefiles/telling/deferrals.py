"""Minor gaps that may follow later, against an undertaking with a day (``deferrals.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from casefiles.model import Practice

FILE = Path(__file__).with_name("deferrals.toml")


@dataclass(frozen=True, slots=True)
class Deferral:
    """A finding of ``code`` may be mended up to ``days`` calendar days after the undertaking."""

    code: str
    days: int
    grade: str

    def latest(self, today: date) -> date:
        """The last day that may be promised on ``today``."""
        return today + timedelta(days=self.days)


def deferral_of(code: str) -> Deferral | None:
    """How long a finding of ``code`` may wait; None where it may not."""
    return _deferrals().get(code)


def remind_on(due: date) -> date:
    """The day on which the applicant is reminded of an undertaking that ends on ``due``."""
    return due - timedelta(days=int(_load()["remind_days"]))


def practice() -> Practice:
    """What deferring rests on."""
    return Practice(_load()["practice"], _load()["grade"])


@cache
def _deferrals() -> dict[str, Deferral]:
    return {row["code"]: Deferral(**row) for row in _load()["deferrable"]}


@cache
def _load() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
