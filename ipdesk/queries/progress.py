"""Where a report is: each desk's state as others may see it, and what happened when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select

from casefiles import states
from ipdesk.access import Actor
from ipdesk.database import db
from ipdesk.office import desk_named
from ipdesk.queries.reports import visible_case
from ipdesk.services.meanwhile import step_name
from ipdesk.tables import Case, ReferralRow, ReferralStep, Supplement

AGENCY_NAMES = {
    "police": "公安机关",
    "procuratorate": "检察机关",
    "court": "人民法院",
    "administrative": "行政机关",
    "mediation": "调解组织",
}
ROLE_NAMES = {"lead": "主办", "joint": "同步办理", "informed": "知悉"}


@dataclass(frozen=True, slots=True)
class DeskState:
    """One desk's state as others see it: an official state stands with its document's number and date."""

    agency: str
    desk: str
    desk_name: str
    role: str
    state: str
    state_name: str
    since: datetime
    document_no: str = ""
    document_date: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history. ``who`` is a person of the reader's own desk, else the desk; ``note`` is for the own desk."""

    at: datetime
    who: str
    what: str
    kind: Literal["report", "step", "supplement", "answer", "original"]
    document_no: str = ""
    document_date: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """A report's desks, the lead first, and its history, oldest first."""

    case: Case
    desks: list[DeskState]
    events: list[Event]
    notices: list[Supplement]


def progress(actor: Actor, case_id: str) -> Progress:
    """Where the report is, for whoever sees it. Raises NotFound."""
    case = visible_case(actor, case_id)
    rows = referrals_of(case.id)
    notices = notices_of(case.id)
    return Progress(case, [desk_state(row) for row in rows], history(actor, case, rows, notices), notices)


def referrals_of(case_id: str) -> list[ReferralRow]:
    """Every desk's entry for the report, the lead first, in the order of the agencies."""
    rows = db.session.execute(select(ReferralRow).where(ReferralRow.case_id == case_id)).unique().scalars()
    roles, agencies = list(ROLE_NAMES), list(AGENCY_NAMES)
    return sorted(rows, key=lambda row: (roles.index(row.role), agencies.index(row.agency), row.desk))


def notices_of(case_id: str) -> list[Supplement]:
    """Every notice to supplement of the report, oldest first."""
    found = select(Supplement).where(Supplement.case_id == case_id).order_by(Supplement.asked_at)
    return list(db.session.execute(found).unique().scalars())


def desk_state(row: ReferralRow) -> DeskState:
    """The state of one desk as others see it."""
    reached = next((step for step in reversed(row.steps) if step.to_state == row.state and step.from_state != row.state), None)
    number = reached.document_no if reached else ""
    shown = states.shown_to_others(row.agency, row.state, document_no=number)
    hidden = shown != states.state_name(row.state)
    return DeskState(
        agency=row.agency,
        desk=row.desk,
        desk_name=desk_name(row.desk),
        role=row.role,
        state="in_progress" if hidden else row.state,
        state_name=shown,
        since=reached.taken_at if reached else row.opened_at,
        document_no=number,
        document_date=reached.document_date if reached else None,
    )


def desk_name(code: str) -> str:
    """The desk's name as the office writes it; a desk the office no longer has keeps its code."""
    desk = desk_named(code)
    return desk.name if desk else code


def history(actor: Actor, case: Case, rows: Sequence[ReferralRow], notices: Sequence[Supplement]) -> list[Event]:
    """What happened to the report, oldest first."""
    events = [Event(case.submitted_at, case.enterprise.name, "提交报案", "report")] if case.submitted_at else []
    if case.withdrawn_at:
        events.append(Event(case.withdrawn_at, case.enterprise.name, "撤回报案", "report", note=case.withdrawn_why))
    events += [_step(actor, row, step) for row in rows for step in row.steps if step.action != "withdraw"]
    events += [
        Event(notice.answered_at, case.enterprise.name, "答复补正通知", "answer") for notice in notices if notice.answered_at
    ]
    return sorted(events, key=lambda event: event.at)


def _step(actor: Actor, row: ReferralRow, step: ReferralStep) -> Event:
    own = actor.works_at_desk and actor.desk == row.desk
    return Event(
        at=step.taken_at,
        who=f"{desk_name(row.desk)} {step.person.name}" if own else desk_name(row.desk),
        what=step_name(row.agency, step),
        kind="supplement" if step.action == "ask_supplement" else "step",
        document_no=step.document_no,
        document_date=step.document_date,
        note=step.note if own else "",
    )
