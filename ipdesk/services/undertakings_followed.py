"""What becomes of undertakings: kept once the gap is gone, reminded of before the day, lapsed after it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles import states
from casefiles.telling.deferrals import remind_on
from ipdesk import audit, clock
from ipdesk.database import transaction
from ipdesk.services.letters import lapsed_letter, reminder_letter
from ipdesk.services.referrals import touch
from ipdesk.tables import Case, ReferralRow, Undertaking


def settle(session: Session, case_id: str, still_found: Collection[str]) -> None:
    """Close the undertakings whose gaps are not among the codes ``still_found``, in the caller's transaction.

    One that had lapsed is mended late: the leading desk need not follow it any more.
    """
    asked = select(Undertaking).where(Undertaking.case_id == case_id, Undertaking.state.in_(("open", "lapsed")))
    for row in session.execute(asked.order_by(Undertaking.code)).unique().scalars():
        if row.code not in still_found:
            row.state, row.settled_at = "kept" if row.state == "open" else "late", clock.now()
            audit.record(session, "undertaking.kept", case_id=case_id, subject=row.id, code=row.code)


def follow(today: date) -> None:
    """Remind of what is due soon and let lapse what is overdue; may run any number of times a day."""
    with transaction() as session:
        for row in _open(session):
            case = session.get_one(Case, row.case_id)
            if case.state == "withdrawn":
                continue
            if row.due < today:
                _lapse(session, case, row)
            elif row.reminded_at is None and remind_on(row.due) <= today:
                row.reminded_at = clock.now()
                reminder_letter(session, case, row)
                audit.record(session, "undertaking.reminded", case_id=case.id, subject=row.id)


def _lapse(session: Session, case: Case, row: Undertaking) -> None:
    """The gap counts again; where the report was handed in, the leading desk has it back on its list and is written to."""
    row.state, row.settled_at = "lapsed", clock.now()
    audit.record(session, "undertaking.lapsed", case_id=case.id, subject=row.id, code=row.code)
    leads = select(ReferralRow).where(ReferralRow.case_id == case.id, ReferralRow.role == "lead")
    for referral in session.execute(leads).unique().scalars():
        if not states.STATES[referral.state].final:
            touch(session, referral)
            lapsed_letter(session, case, referral, row)


def _open(session: Session) -> list[Undertaking]:
    asked = select(Undertaking).where(Undertaking.state == "open").order_by(Undertaking.due, Undertaking.id)
    return list(session.execute(asked).unique().scalars())
