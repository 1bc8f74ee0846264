"""The form's answers as the pre-review takes them (``casefiles.model.Answers``)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from casefiles.model import Answers
from ipdesk.tables import Case

SAME = ("filer", "complainant", "complainant_type", "agent", "respondent", "punished_within_two_years", "marks_count", "subject")


def answers_of(case: Case) -> Answers:
    """The answers of ``case``; what was not answered, or could not be read, is None."""
    said: dict[str, Any] = case.answers or {}
    return Answers(
        **{name: said.get(name) for name in SAME},
        places=tuple(said.get("places", ())),
        acts_from=_day(said.get("acts_from")),
        acts_until=_day(said.get("acts_until")),
        earlier_report=said.get("earlier_report"),
        offline_kinds=frozenset(said.get("offline_kinds", ())),
        police_only=case.police_only,
        figures={metric: Decimal(str(value)) for metric, value in said.get("figures", {}).items()},
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
