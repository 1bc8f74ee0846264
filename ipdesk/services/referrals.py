"""The steps a desk records on a report: 接报登记, 受案, 立案, 移送, 已阅, 已知悉 … One step, one transaction, one audit row.

Nobody declines a report (刑事诉讼法第一百一十条): ``casefiles.states`` knows no such step.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from casefiles import states
from casefiles.deadlines import deadline
from ipdesk import audit, clock
from ipdesk.access import Actor, require
from ipdesk.database import transaction
from ipdesk.office import the_office
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services import meanwhile
from ipdesk.tables import Case, ReferralRow, ReferralStep, ReviewRow
from ipdesk.typed import clean_text

NOTE_LIMIT = 2000
DOCUMENT_LIMIT = 100


def take_step(
    actor: Actor,
    referral_id: str,
    action: str,
    *,
    version: int,
    document_no: str = "",
    document_date: date | None = None,
    note: str = "",
) -> ReferralRow:
    """Record ``action`` (a step of ``casefiles.states``) on the referral of the officer's own desk.

    ``version`` is the one the officer looked at. Raises NotFound (no such entry at this desk), NotAllowed (not an officer),
    Conflict (something happened meanwhile, or the step does not follow from the state) and Invalid (document incomplete).
    """
    document_no, note = clean_text(document_no), clean_text(note)
    _check_lengths(document_no, note)
    with transaction() as session:
        referral = held_referral(session, actor, referral_id, version)
        step = _step(referral, action)
        if not step.document:
            document_no, document_date = "", None
        if step.reason and not note:
            raise Invalid(f"登记“{step.name}”需要写明理由和批准人。", "请在说明里填写后重试。", fields={"note": "为空"})
        to_state = _after(referral, action, document_no, document_date)
        if action == "extend_filing":
            referral.due = longer_due(referral)
        else:
            referral.due = due_after(session, referral, to_state, document_date or clock.today())
        record_step(session, referral, actor.id, action, to_state, document_no, document_date, note)
    return referral


def held_referral(session: Session, actor: Actor, referral_id: str, version: int) -> ReferralRow:
    """The entry of the actor's desk, locked for this transaction and still as it was at ``version``.

    Raises NotFound, NotAllowed (only officers act) and Conflict, whose ``data["meanwhile"]`` lists what happened since.
    """
    referral = _at_desk(session, actor, referral_id)
    if "officer" not in actor.roles:
        raise NotAllowed("您的账号可以查看本窗口的案件，但不能登记办理步骤。", "请由本窗口的承办民警或者承办人员登记。")
    require(actor, "officer")
    if referral.version != version:
        raise meanwhile.conflict(session, referral, version)
    return referral


def record_step(
    session: Session,
    referral: ReferralRow,
    by: str,
    action: str,
    to_state: str,
    document_no: str = "",
    document_date: date | None = None,
    note: str = "",
) -> None:
    """Write the step, its state and its audit row in the caller's transaction.

    The referral's version goes up by one, even where the state stays; change other columns before, in the same write.
    """
    session.add(
        ReferralStep(
            referral_id=referral.id,
            action=action,
            from_state=referral.state,
            to_state=to_state,
            document_no=document_no,
            document_date=document_date,
            note=note,
            taken_by=by,
        )
    )
    referral.state = to_state
    touch(session, referral)
    audit.record(
        session,
        "referral.stepped",
        actor=by,
        case_id=referral.case_id,
        subject=referral.id,
        action=action,
        to_state=to_state,
        document_no=document_no,
    )


def touch(session: Session, referral: ReferralRow) -> None:
    """Raise the referral's version, so that whoever looks at an older one is told. Raises Conflict where another was quicker."""
    flag_modified(referral, "state")
    try:
        session.flush()
    except StaleDataError as why:
        raise Conflict("另一位办案人员刚刚更新了这件案子，您的登记没有保存。", "请刷新页面，看过最新情况后再登记。") from why


def withdraw_referrals(session: Session, actor: Actor, case: Case, why: str) -> None:
    """Close every open entry of a report its applicant withdrew, in the caller's transaction."""
    open_rows = session.execute(select(ReferralRow).where(ReferralRow.case_id == case.id)).unique().scalars()
    for referral in open_rows:
        if not states.STATES[referral.state].final:
            referral.due = None
            record_step(session, referral, actor.id, "withdraw", states.WITHDRAWN, note=why)


def due_after(session: Session, referral: ReferralRow, state: str, day: date) -> date | None:
    """The day of the next limit that runs once ``state`` is reached on ``day``, or None where none runs.

    受案 starts the time for the filing decision under the office's regime; a registered report that lies outside the
    district is handed on within 24 hours (公安机关办理刑事案件程序规定第一百七十五条).
    """
    if referral.agency != "police":
        return None
    office = the_office()
    if state == "accepted":
        return deadline(office.filing_limits()[0], day).on
    if state == "registered" and _lies_outside(session, referral.case_id):
        return deadline(office.limits["police.transfer"], day).on
    return None


def longer_due(referral: ReferralRow) -> date:
    """The day of the office's next longer limit for the filing decision, counted from 受案. Raises Conflict at the longest."""
    since = next((step.document_date for step in reversed(referral.steps) if step.action == "accept"), None) or clock.today()
    days = [deadline(limit, since).on for limit in the_office().filing_limits()]
    longer = [day for day in days if referral.due is None or day > referral.due]
    if not longer:
        raise Conflict("立案审查期限已经是最长的一档，不能再延长。", "请在期限内作出决定并登记。")
    return longer[0]


def _at_desk(session: Session, actor: Actor, referral_id: str) -> ReferralRow:
    found = None
    if actor.works_at_desk:
        found = session.execute(
            select(ReferralRow)
            .join(Case, Case.id == ReferralRow.case_id)
            .where(ReferralRow.id == referral_id, ReferralRow.desk == actor.desk, Case.state != "draft")
            .with_for_update(of=ReferralRow)
            .execution_options(populate_existing=True)
        ).scalar_one_or_none()
    if found is None:
        raise NotFound("本窗口没有这件案子。", "请从本窗口的案件队列打开，或核对网址。")
    return found


def _step(referral: ReferralRow, action: str) -> states.Step:
    offered = states.allowed(referral.agency, referral.state, referral.role)
    step = next((step for step in offered if step.action == action and step.by == "officer"), None)
    if step is None or action == "ask_supplement":
        raise Conflict(_not_now(referral), _possible(offered), state=referral.state)
    return step


def _after(referral: ReferralRow, action: str, document_no: str, document_date: date | None) -> str:
    try:
        return states.take(
            referral.agency,
            referral.state,
            action,
            document_no=document_no,
            document_date=document_date,
            today=clock.today(),
        )
    except states.IllegalStep as why:
        raise Invalid(str(why), "文号和日期以纸质或者电子文书为准。", fields={"document_no": str(why)}) from why


def _not_now(referral: ReferralRow) -> str:
    return f"这一步现在不能登记：当前状态为“{states.state_name(referral.state)}”。您填写的内容没有保存。"


def _possible(offered: tuple[states.Step, ...]) -> str:
    names = "、".join(step.name for step in offered if step.by == "officer")
    return f"现在可以登记：{names}。" if names else "本窗口的流程已经结束，不再登记新的步骤。"


def _check_lengths(document_no: str, note: str) -> None:
    if len(document_no) > DOCUMENT_LIMIT:
        raise Invalid(f"文号超过 {DOCUMENT_LIMIT} 个字。", "请核对文号后重新填写。", fields={"document_no": "过长"})
    if len(note) > NOTE_LIMIT:
        raise Invalid(f"办理说明超过 {NOTE_LIMIT} 个字。", "请缩短说明，详细情况写入卷宗。", fields={"note": "过长"})


def _lies_outside(session: Session, case_id: str) -> bool:
    newest = select(ReviewRow.outcome).where(ReviewRow.case_id == case_id).order_by(ReviewRow.made_at.desc()).limit(1)
    return session.execute(newest).scalar_one_or_none() == "outside_jurisdiction"
