"""补正: a desk asks for everything at once, the applicant answers in the desk.

A desk has at most one open notice per report. What it finds out later is added to that notice as long as it is
unanswered, each item with the day it was added: the applicant always has one list and one day. An answer closes the
notice; after it the desk may open another. Asking never stops the clock of a report and never keeps it from being accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles import states
from casefiles.model import Finding
from casefiles.telling.guidance import weight
from ipdesk import audit, clock
from ipdesk.access import Actor, visible_cases
from ipdesk.database import transaction
from ipdesk.masking import masked_id
from ipdesk.queries.redaction import Eyes, common_eyes
from ipdesk.queries.uploads import not_secret
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.later_receipts import give_later_receipt
from ipdesk.services.letters import notice_letter
from ipdesk.services.referrals import held_referral, record_step, touch
from ipdesk.services.reviews import kept, newest_review
from ipdesk.tables import Case, ReferralRow, Supplement
from ipdesk.typed import clean_text

ITEM_LIMIT = 500
ITEMS_LIMIT = 60
TEXT_LIMIT = 5000


def ask(
    actor: Actor,
    referral_id: str,
    *,
    version: int,
    due: date,
    findings: Sequence[int] = (),
    items: Sequence[str] = (),
    note: str = "",
    review_id: str | None = None,
) -> Supplement:
    """Ask the applicant for everything in one notice, or add to the notice that is still unanswered.

    ``findings`` are places (from 0) in the findings of review ``review_id``, which must be the report's newest; ``items``
    are the officer's own words, one wish each; ``due`` is the day by which the answer is wanted (not before today).
    Raises NotFound, NotAllowed, Conflict and Invalid (nothing asked, day in the past, too long).
    """
    with transaction() as session:
        referral = held_referral(session, actor, referral_id, version)
        if not states.may_ask(referral.agency, referral.role, referral.state):
            raise NotAllowed("这个窗口现在不能要求补正。", _why_not(referral))
        note = clean_text(note)
        wanted = _ticked(session, referral.case_id, review_id, findings) + _own(items)
        _check(wanted, due, note)
        open_notice = open_notice_of(session, referral.id)
        notice = _add(open_notice, wanted, due, note) if open_notice else _new(session, actor, referral, wanted, due, note)
        session.flush()
        record_step(session, referral, actor.id, "ask_supplement", referral.state, note=f"{len(wanted)} 项")
        notice_letter(session, referral.case, notice, added=open_notice is not None)
        audit.record(
            session, "supplement.asked", actor=actor.id, case_id=referral.case_id, subject=notice.id, items=len(notice.items)
        )
    return notice


def answer(actor: Actor, supplement_id: str, text: str, *, items_seen: int | None = None) -> Supplement:
    """The applicant's answer to a notice; it closes the notice, tells the desk, and gives a receipt for files handed in since.

    ``items_seen`` is how many items the answerer was shown: where the desk has added one since, nothing is saved and
    Conflict says so. Raises NotFound, Conflict (answered already, report withdrawn, item added) and Invalid (empty, too long).
    """
    text = clean_text(text)
    _check_answer(text)
    with transaction() as session:
        notice = _addressed_to(session, actor, supplement_id)
        referral = _locked(session, notice.referral_id)
        session.refresh(notice)
        _check_open(notice, referral, items_seen)
        notice.answer, notice.answered_by, notice.answered_at = text, actor.id, clock.now()
        touch(session, referral)
        give_later_receipt(session, actor, referral.case)
        audit.record(session, "supplement.answered", actor=actor.id, case_id=notice.case_id, subject=notice.id)
    return notice


def open_notice_of(session: Session, referral_id: str) -> Supplement | None:
    """The notice of this entry that the applicant has not answered yet."""
    found = select(Supplement).where(Supplement.referral_id == referral_id, Supplement.answered_at.is_(None))
    return session.execute(found.order_by(Supplement.asked_at)).scalars().first()


def _ticked(session: Session, case_id: str, review_id: str | None, places: Sequence[int]) -> list[dict[str, Any]]:
    if not places:
        return []
    newest = newest_review(case_id, session)
    if newest is None or newest.id != review_id:
        raise Conflict("预审结果在您打开页面之后已经更新，所勾选的问题可能已经补齐。", "请刷新页面，按最新的预审结果重新勾选。")
    review = kept(newest)
    found = review.findings
    if not all(0 <= place < len(found) for place in places):
        raise Invalid("所勾选的问题不在预审结果里。", "请刷新页面后重新勾选。", fields={"findings": "不存在"})
    ticked = sorted((found[place] for place in dict.fromkeys(places)), key=_weight)
    eyes = common_eyes(not_secret(case_id, session), newest.uploads, review)
    _check_no_secret(eyes, ticked)
    return [_item(one.code, masked_id(eyes.shown(one.message)), masked_id(eyes.shown(one.remedy))) for one in ticked]


def _check_no_secret(eyes: Eyes, ticked: Sequence[Finding]) -> None:
    """A notice is read by more people than a trade secret: what quotes one is asked for in the officer's own words."""
    if any(map(eyes.quotes_sealed, ticked)):
        told = "所勾选的问题里有引用商业秘密文件的内容，不能原样写进通知。"
        raise Invalid(told, "请取消勾选，另用自己的话写明需要补充什么。", fields={"findings": told})


def _weight(finding: Finding) -> tuple[object, ...]:
    """What matters most is told first."""
    return weight(finding.code, finding.severity, finding.curable)


def _own(items: Sequence[str]) -> list[dict[str, Any]]:
    return [_item("officer", text, "") for text in map(clean_text, items) if text]


def _item(code: str, message: str, remedy: str) -> dict[str, Any]:
    return {"code": code, "message": message, "remedy": remedy, "added_on": clock.today().isoformat()}


def _check(wanted: Sequence[dict[str, Any]], due: date, note: str) -> None:
    if not wanted:
        raise Invalid("补正通知里还没有事项。", "请勾选预审发现的问题，或者写明需要补充的内容。", fields={"items": "为空"})
    if len(wanted) > ITEMS_LIMIT:
        raise Invalid(f"一份补正通知最多列 {ITEMS_LIMIT} 项。", "请合并同类事项。", fields={"items": "过多"})
    if any(item["code"] == "officer" and len(item["message"]) > ITEM_LIMIT for item in wanted) or len(note) > ITEM_LIMIT:
        raise Invalid(f"每一项说明不超过 {ITEM_LIMIT} 个字。", "请分项填写，一项说一件事。", fields={"items": "过长"})
    if due < clock.today():
        raise Invalid(f"补正期限 {due.isoformat()} 早于今天。", "请给报案人留出补充的时间。", fields={"due": "早于今天"})


def _new(session: Session, actor: Actor, referral: ReferralRow, wanted: list[dict[str, Any]], due: date, note: str) -> Supplement:
    notice = Supplement(case_id=referral.case_id, referral_id=referral.id, items=wanted, note=note, due=due, asked_by=actor.id)
    session.add(notice)
    return notice


def _add(notice: Supplement, wanted: list[dict[str, Any]], due: date, note: str) -> Supplement:
    """The day never moves forward: what was already asked keeps at least its time."""
    asked = {(item["code"], item["message"]) for item in notice.items}
    fresh = [item for item in wanted if (item["code"], item["message"]) not in asked]
    if not fresh:
        raise Conflict("这些事项已经写在尚未答复的补正通知里。", "无需重复要求；报案人答复之后仍有缺项的，可以再发一份。")
    notice.items = [*notice.items, *fresh]
    notice.due = max(due, notice.due) if notice.due else due
    notice.note = "\n".join(filter(None, (notice.note, note)))
    return notice


def _addressed_to(session: Session, actor: Actor, supplement_id: str) -> Supplement:
    notice = None
    if "enterprise" in actor.roles:
        mine = select(Supplement).join(Case, Case.id == Supplement.case_id)
        notice = session.execute(mine.where(Supplement.id == supplement_id, visible_cases(actor))).scalar_one_or_none()
    if notice is None:
        raise NotFound("没有找到这份补正通知。", "请从报案页面打开，或核对网址。")
    return notice


def _locked(session: Session, referral_id: str) -> ReferralRow:
    return session.execute(
        select(ReferralRow)
        .where(ReferralRow.id == referral_id)
        .with_for_update(of=ReferralRow)
        .execution_options(populate_existing=True)
    ).scalar_one()


def _check_answer(text: str) -> None:
    if not text:
        raise Invalid("答复内容为空。", "请说明每一项如何补齐；已经上传文件的，写明文件名即可。", fields={"text": "为空"})
    if len(text) > TEXT_LIMIT:
        raise Invalid(f"答复超过 {TEXT_LIMIT} 个字。", "请把较长的说明作为文件上传，答复里写明文件名。", fields={"text": "过长"})


def _check_open(notice: Supplement, referral: ReferralRow, items_seen: int | None) -> None:
    if notice.answered_at is not None:
        raise Conflict("这份补正通知已经答复过了。", "如果还有要补充的，请与窗口联系，由窗口再发一份通知。")
    if referral.state == states.WITHDRAWN:
        raise Conflict("这件报案已经撤回，不再需要补正。", "如需重新报案，请新建一份报案。")
    if items_seen is not None and items_seen != len(notice.items):
        raise Conflict(
            f"您打开页面之后，窗口又增加了 {len(notice.items) - items_seen} 项，您的答复没有保存。",
            "请看过新增的事项，再一并答复。",
            items=len(notice.items),
        )


def _why_not(referral: ReferralRow) -> str:
    if referral.role == "informed":
        return "知悉件不开放卷内文件，由主办机关要求补正。"
    if states.STATES[referral.state].final:
        return f"本窗口的流程已经结束（{states.state_name(referral.state)}）。"
    return "由公安机关、检察机关或者主办的行政机关要求补正。"
