"""What follows when the last file of a report is read: a fresh review, and for a report already handed in, its further desks."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.model import Referral
from casefiles.result import basis_to_json
from ipdesk import audit
from ipdesk.database import db, transaction
from ipdesk.queries.uploads import still_reading
from ipdesk.services.reviews import kept, review_now
from ipdesk.tables import Case, ReferralRow


def complete(case_id: str) -> None:
    """Review the report anew unless files still wait; desks a submitted report now needs besides are opened."""
    case = db.session.get(Case, case_id)
    if case is None or case.state == "withdrawn" or still_reading(case_id):
        return
    row = review_now(case_id)
    if row is None or case.state != "submitted":
        return
    with transaction() as session:
        open_referrals(session, session.get_one(Case, case_id), kept(row).referrals)


def open_referrals(session: Session, case: Case, proposed: Iterable[Referral]) -> list[ReferralRow]:
    """Open the proposed desks the report has not got yet, in the caller's transaction; none is ever taken away."""
    asked = select(ReferralRow.desk).where(ReferralRow.case_id == case.id)
    have = set(session.execute(asked).scalars())
    fresh = [_row(case, referral) for referral in proposed if referral.desk not in have]
    session.add_all(fresh)
    session.flush()
    for row in fresh:
        due = row.due.isoformat() if row.due else None
        audit.record(session, "referral.opened", case_id=case.id, subject=row.id, desk=row.desk, role=row.role, due=due)
    return fresh


def _row(case: Case, referral: Referral) -> ReferralRow:
    return ReferralRow(
        case_id=case.id,
        agency=referral.agency,
        desk=referral.desk,
        role=referral.role,
        reason=referral.reason,
        task=referral.task,
        basis=[basis_to_json(basis) for basis in referral.basis],
        due=referral.due,
    )
