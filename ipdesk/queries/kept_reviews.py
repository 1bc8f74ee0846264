"""The kept pre-reviews of submitted reports, for the operator's commands: no reader stands behind them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from ipdesk.database import db
from ipdesk.tables import Case, ReviewRow


def kept_reviews(number: str | None = None) -> Iterator[tuple[str, ReviewRow]]:
    """Number and review of every submitted report, or of the one with that number, oldest first."""
    asked = select(Case.number, ReviewRow).join(Case, Case.id == ReviewRow.case_id).where(Case.number.is_not(None))
    if number:
        asked = asked.where(Case.number == number)
    for name, row in db.session.execute(asked.order_by(Case.number, ReviewRow.made_at)).unique():
        yield str(name), row
