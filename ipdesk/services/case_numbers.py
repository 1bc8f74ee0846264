"""Numbers of reports: our own running numbers, which pose as no authority's document number."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ipdesk.tables import Case


def next_number(session: Session, day: date) -> str:
    """The next free number of ``day`` (``IP20261122-0001``), held for this transaction: no other writer gets it.

    The caller must be in a ``transaction``, which lets writers in one at a time.
    """
    prefix = f"IP{day:%Y%m%d}-"
    count = select(func.count()).where(Case.number.startswith(prefix, autoescape=True))
    return f"{prefix}{session.execute(count).scalar_one() + 1:04d}"
