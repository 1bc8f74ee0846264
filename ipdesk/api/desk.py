"""What officers do: their queue, a report at their desk, steps, notices to supplement."""

from __future__ import annotations

from casefiles.states import state_name
from ipdesk import clock
from ipdesk.access import outline_only
from ipdesk.api import shapes
from ipdesk.api.models.desk import (
    CaseOut,
    EntryOut,
    QueueOut,
    QueueQuery,
    ReferralOut,
    StepIn,
    StepOut,
    SupplementIn,
)
from ipdesk.api.models.reports import SupplementOut
from ipdesk.api.room import answers, room, spec
from ipdesk.guard import allow, current_actor
from ipdesk.queries.cases import OfficerCase, officer_case
from ipdesk.queries.queues import Entry, QueueFilter, desk_queue
from ipdesk.services.referrals import take_step
from ipdesk.services.supplements import ask
from ipdesk.tables import ReferralRow

pages = room("desk")


@pages.get("/queue")
@allow("officer", "supervisor")
@spec.validate(resp=answers(QueueOut, 403), tags=["窗口"])
def queue(query: QueueQuery) -> QueueOut:
    """本窗口的队列：超期在前，按期限排列。"""
    found = desk_queue(current_actor(), QueueFilter(**query.model_dump()), today=clock.today())
    return QueueOut(
        entries=[_entry(one) for one in found.entries],
        total=found.total,
        page=found.page,
        pages=found.pages,
        counts={facet: {str(value): number for value, number in by.items()} for facet, by in found.counts.items()},
    )


@pages.get("/cases/<case_id>")
@allow("officer", "supervisor")
@spec.validate(resp=answers(CaseOut, 403, 404), tags=["窗口"])
def show(case_id: str) -> CaseOut:
    """本窗口的一件案子：要办什么、现在可以登记什么、别的窗口办到哪里。"""
    return _case(officer_case(current_actor(), case_id))


@pages.post("/cases/<case_id>/steps")
@allow("officer", "supervisor")
@spec.validate(resp=answers(CaseOut, 403, 404, 409), tags=["窗口"])
def step(case_id: str, json: StepIn) -> CaseOut:
    """登记一步。没有“拒绝”这一步：报案一律接受。"""
    seen = officer_case(current_actor(), case_id)
    take_step(
        current_actor(),
        seen.referral.id,
        json.action,
        version=json.version,
        document_no=json.document_no,
        document_date=json.document_date,
        note=json.note,
    )
    return _case(officer_case(current_actor(), case_id))


@pages.post("/cases/<case_id>/supplements")
@allow("officer", "supervisor")
@spec.validate(resp=answers(SupplementOut, 403, 404, 409, status=201), tags=["窗口"])
def ask_supplement(case_id: str, json: SupplementIn) -> tuple[SupplementOut, int]:
    """要求补正；已有尚未答复的通知时，加入那一份。"""
    seen = officer_case(current_actor(), case_id)
    return shapes.supplement(ask(current_actor(), seen.referral.id, **json.model_dump())), 201


def _entry(one: Entry) -> EntryOut:
    return EntryOut(
        case_id=one.case.id,
        number=one.case.number,
        title="" if outline_only(one.referral.agency, one.referral.role) else one.case.title,
        enterprise=one.enterprise,
        offence=one.case.offence,
        role=one.referral.role,  # type: ignore[arg-type]  # the column holds one of the three
        state=one.referral.state,
        state_name=state_name(one.referral.state),
        due=one.referral.due,
        days_left=one.days_left,
        urgency=one.urgency,
        notice=one.notice,
        submitted_at=one.case.submitted_at,
    )


def _referral(row: ReferralRow) -> ReferralOut:
    return ReferralOut(
        agency=row.agency,
        desk=row.desk,
        role=row.role,  # type: ignore[arg-type]  # the column holds one of the three
        reason=row.reason,
        task=row.task,
        basis=row.basis,
        due=row.due,
        state=row.state,
        state_name=state_name(row.state),
        version=row.version,
    )


def _case(seen: OfficerCase) -> CaseOut:
    return CaseOut(
        id=seen.case.id,
        number=seen.case.number,
        title=seen.title,
        narrative=seen.narrative,
        answers=[{"question": question, "answer": said} for question, said in seen.said],
        offence=seen.case.offence,
        complainant=seen.complainant,
        respondent=seen.respondent,
        rights=[{"kind": one.kind, "fields": one.fields} for one in seen.rights],
        submitted_at=seen.case.submitted_at,
        referral=_referral(seen.referral),
        informed_only=seen.informed_only,
        steps=[StepOut(action=one.action, name=one.name, needs_document=one.document) for one in seen.steps],
        may_ask=seen.asks,
        review_id=seen.review.id if seen.review else None,
        others=[shapes.desk(one) for one in seen.others],
        events=[shapes.event(one) for one in seen.events],
        supplements=[shapes.supplement(one) for one in seen.notices],
    )
