"""Handing a report in: number, final review, receipt and every desk's entry in one transaction. Gaps never prevent it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from casefiles.model import Dossier, Review
from casefiles.prereview import desks_for
from ipdesk import audit, clock, jobs
from ipdesk.access import Actor
from ipdesk.database import db, transaction
from ipdesk.office import the_office
from ipdesk.queries.reports import live_uploads, own_draft
from ipdesk.queries.snapshots import Snapshot
from ipdesk.queries.uploads import pending, reading_of, still_reading
from ipdesk.refusals import Conflict, Invalid
from ipdesk.services.case_numbers import next_number
from ipdesk.services.completions import open_referrals
from ipdesk.services.declarations import CODES
from ipdesk.services.receipts import give_receipt
from ipdesk.services.reports import saved_meanwhile
from ipdesk.services.reviewing import REVIEW, is_long, review_soon
from ipdesk.services.reviews import is_current, judge, judge_form, keep_review, kept, newest_review
from ipdesk.tables import Case, Receipt, ReferralRow, ReviewRow


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a submission made. ``unread`` counts the files still being read: their review follows by itself."""

    case: Case
    receipt: Receipt
    review: ReviewRow
    referrals: list[ReferralRow]
    unread: int


def submit(
    actor: Actor,
    case_id: str,
    *,
    version: int,
    declared: Collection[str],
    police_only: bool = False,
    gaps_known: bool = False,
    without_waiting: bool = False,
) -> Submitted:
    """Hand the draft in, as it was at ``version``.

    ``declared`` are codes of ``DECLARATIONS``; ``gaps_known`` confirms that blocking findings were shown; ``without_waiting``
    submits although files are still being read. Raises NotFound, NotAllowed, Conflict (changed meanwhile, files being read)
    and Invalid (a declaration, the gaps or the whole content is missing); then nothing is handed in.
    """
    draft = own_draft(actor, case_id)
    _check_says_something(draft)
    _check_read(draft, without_waiting)
    files = _files(case_id)
    snapshot, reviewed = _judged(draft, police_only, without_waiting)
    _check_confirmed(reviewed, declared, gaps_known)
    with transaction() as session:
        case = own_draft(actor, case_id, session)
        if case.version != version:
            raise saved_meanwhile(case)
        now_there = _files(case_id, session)
        if now_there.keys() != files.keys():
            raise Conflict("材料在提交的同时有变化，没有提交。", "请回到“材料”一步核对，再提交一次。")
        if is_long(case_id):  # what came meanwhile is for the job that completes the report
            jobs.put(session, REVIEW, case_id)
        elif now_there != files or snapshot.dossier.as_of != clock.today():  # a file was read, or a day began, meanwhile
            case.police_only = police_only
            snapshot, reviewed = judge(case, session)
        return _hand_in(session, actor, case, police_only, declared, snapshot, reviewed)


def _hand_in(
    session: Session,
    actor: Actor,
    case: Case,
    police_only: bool,
    declared: Collection[str],
    snapshot: Snapshot,
    reviewed: Review,
) -> Submitted:
    moment = clock.now()
    case.number = next_number(session, clock.local(moment).date())
    case.state, case.submitted_at, case.updated_at, case.police_only = "submitted", moment, moment, police_only
    case.declarations = {code: moment.isoformat() for code in sorted(declared)}
    session.flush()
    row = keep_review(session, case, snapshot, reviewed, by=actor)
    row.made_at = min(row.made_at, moment)  # the review the report is handed in with is not later than the report
    # a review that a job made may not know the choice of desks yet
    referrals = open_referrals(session, case, desks_for(reviewed, office=the_office(), police_only=police_only))
    receipt = give_receipt(session, actor, case, row, reviewed, referrals)
    audit.record(
        session,
        "case.submitted",
        actor=actor.id,
        case_id=case.id,
        subject=case.id,
        number=case.number,
        outcome=row.outcome,
        manifest=receipt.content["digest"],
    )
    return Submitted(case, receipt, row, referrals, still_reading(case.id, session))


def _judged(draft: Case, police_only: bool, without_waiting: bool) -> tuple[Snapshot, Review]:
    """The review to hand in with: made now, or of a long report the newest a job has made, else of the form alone.

    Raises Conflict where that job is not done yet, unless nobody wants to wait for it: it completes the report later.
    """
    if not is_long(draft.id):
        return judge(_as_submitted(draft, police_only))
    row, waits = newest_review(draft.id), pending(draft.id)
    if row is None and waits and without_waiting:
        return judge_form(_as_submitted(draft, police_only))
    if row is None or not (waits or is_current(draft)):
        review_soon(draft.id)
        waits = 1
    if row is None or (waits and not without_waiting):
        told = "通常一分钟内完成，预审结果更新后再提交；也可以选择“不等待，现在提交”，预审结果随后自动补全。"
        raise Conflict("这份报案的文字很多，正在预审，没有提交。", told, waiting=waits)
    return Snapshot(Dossier(row.as_of), row.uploads), kept(row)


def _as_submitted(draft: Case, police_only: bool) -> Case:
    """The draft with the choice of desks made, for judging alone: the row is read anew before it is written."""
    db.session.expunge(draft)
    draft.police_only = police_only
    return draft


def _files(case_id: str, session: Session | None = None) -> dict[str, bool]:
    """The files by id, and whether each is read."""
    return {upload.id: reading_of(upload).state == "done" for upload in live_uploads(case_id, session)}


def _check_says_something(draft: Case) -> None:
    if not draft.narrative and not live_uploads(draft.id):
        told = "这份报案还没有任何内容：既没有事情经过，也没有材料。"
        raise Invalid(told, "请写下发生了什么，或者上传控告书，再提交。", fields={"": told})


def _check_read(draft: Case, without_waiting: bool) -> None:
    waiting = still_reading(draft.id)
    if waiting and not without_waiting:
        raise Conflict(
            f"还有 {waiting} 个文件正在读取，没有提交。",
            "您可以等读取完成，先看到完整的预审结果；也可以选择“不等待，现在提交”，读完后预审结果会自动补全。",
            waiting=waiting,
        )


def _check_confirmed(reviewed: Review, declared: Collection[str], gaps_known: bool) -> None:
    """Everything still to be confirmed is told at once, not one kind after the other."""
    missing = dict.fromkeys(sorted(CODES - set(declared)), "请确认这一项。")
    gaps = [] if gaps_known else [finding for finding in reviewed.findings if finding.severity == "blocking"]
    told, help_ = [], []
    if missing:
        told.append(f"还有 {len(missing)} 项声明没有确认，没有提交。")
        help_.append("请逐项阅读并勾选后再提交。")
    if gaps:
        missing["gaps_known"] = f"预审发现 {len(gaps)} 项须补正的问题，请确认您已经知悉。"
        told.append(missing["gaps_known"])
        help_.append("可以先补正，也可以勾选“已知悉缺项，仍要提交”：缺项不影响您报案。")
    if missing:
        raise Invalid("".join(told), "".join(help_), fields=missing)
