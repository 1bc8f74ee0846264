"""An officer looks at a finding and sets it aside, with the reason; nothing is deleted, and it can be restored.

A finding set aside keeps its place on the page, marked. The applicant sees that, and the reason, only where the officer says so.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.findings import fingerprint
from casefiles.model import Finding
from ipdesk import audit, clock
from ipdesk.access import Actor, outline_only
from ipdesk.database import transaction
from ipdesk.queries.redaction import eyes_of, series_of
from ipdesk.queries.uploads import openable
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.referrals import held_referral, touch
from ipdesk.services.reviews import kept, newest_review
from ipdesk.tables import Overruling, ReviewRow
from ipdesk.typed import clean_text

REASON_LIMIT = 500


def overrule(
    actor: Actor, referral_id: str, *, version: int, review_id: str | None, finding: int, reason: str, told: bool = False
) -> Overruling:
    """Set aside the finding at place ``finding`` (from 0) of review ``review_id``, which must be the report's newest.

    ``told``: the applicant sees that it was set aside, and why. Raises NotFound (no such entry), NotAllowed (no officer of a
    desk that reads the files, or the finding quotes a file sealed to the officer), Conflict (something happened meanwhile,
    set aside already) and Invalid (no reason, too long, no such finding).
    """
    reason = clean_text(reason)
    _check_reason(reason)
    with transaction() as session:
        referral = held_referral(session, actor, referral_id, version)
        if outline_only(referral.agency, referral.role):
            raise NotAllowed("本窗口为知悉，不开放卷内文件，不能复核预审问题。", "由办理这件案子的窗口复核。")
        row, found = _found(session, referral.case_id, review_id, finding)
        _check_open(actor, row, found)
        if active(session, referral.case_id, fingerprint(found)):
            raise Conflict("这个问题已经复核过了。", "请刷新页面；需要改变的，先恢复再复核。")
        made = Overruling(
            case_id=referral.case_id,
            referral_id=referral.id,
            key=fingerprint(found),
            rule=found.rule,
            code=found.code,
            severity=found.severity,
            reason=reason,
            told=told,
            overruled_by=actor.id,
        )
        session.add(made)
        touch(session, referral)
        audit.record(
            session,
            "finding.overruled",
            actor=actor.id,
            case_id=referral.case_id,
            subject=made.id,
            rule=found.rule,
            code=found.code,
            told=told,
        )
    return made


def restore(actor: Actor, referral_id: str, overruling_id: str, *, version: int) -> Overruling:
    """Take back what the officer's own desk set aside. Raises NotFound, NotAllowed and Conflict (restored already)."""
    with transaction() as session:
        referral = held_referral(session, actor, referral_id, version)
        made = session.get(Overruling, overruling_id)
        if made is None or made.referral_id != referral.id:
            raise NotFound("本窗口没有这一条复核。", "请刷新页面后再试。")
        if made.taken_back_at is not None:
            raise Conflict("这一条复核已经恢复过了。", "请刷新页面。")
        made.taken_back_at, made.taken_back_by = clock.now(), actor.id
        touch(session, referral)
        audit.record(
            session,
            "finding.restored",
            actor=actor.id,
            case_id=referral.case_id,
            subject=made.id,
            rule=made.rule,
            code=made.code,
        )
    return made


def active(session: Session, case_id: str, key: str) -> Overruling | None:
    """The overruling in force of the finding with that fingerprint."""
    asked = select(Overruling).where(Overruling.case_id == case_id, Overruling.key == key, Overruling.taken_back_at.is_(None))
    return session.execute(asked).scalars().first()


def _check_reason(reason: str) -> None:
    if not reason:
        told = "没有写明复核的理由。"
        raise Invalid(told, "请写明为什么这个问题不成立，或者怎样已经解决。", fields={"reason": told})
    if len(reason) > REASON_LIMIT:
        told = f"理由超过 {REASON_LIMIT} 个字。"
        raise Invalid(told, "请缩短，详细情况写入卷宗。", fields={"reason": told})


def _found(session: Session, case_id: str, review_id: str | None, place: int) -> tuple[ReviewRow, Finding]:
    row = newest_review(case_id, session)
    if row is None or row.id != review_id:
        raise Conflict("预审结果在您打开页面之后已经更新。", "请刷新页面，看过最新的结果再复核。")
    findings = kept(row).findings
    if not 0 <= place < len(findings):
        raise Invalid("这个问题不在预审结果里。", "请刷新页面后再试。", fields={"finding": "不存在"})
    return row, findings[place]


def _check_open(actor: Actor, row: ReviewRow, found: Finding) -> None:
    eyes = eyes_of(actor, openable(actor, row.case_id), row.uploads, series_of(kept(row)))
    if eyes.quotes_sealed(found):
        raise NotAllowed("这个问题引用了标为商业秘密的文件，您没有被指定查阅。", "请由被指定的人复核。")
