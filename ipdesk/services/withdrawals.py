"""Taking a report back. Desks that have reached their last step are not undone by it: they are told."""

from __future__ import annotations

from ipdesk import audit, clock
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.reports import own_case, title_of
from ipdesk.refusals import Conflict, Invalid
from ipdesk.services.referrals import withdraw_referrals
from ipdesk.tables import Case
from ipdesk.typed import clean_text

LONGEST = 2000


def withdraw(actor: Actor, case_id: str, why: str) -> Case:
    """Withdraw a submitted report, with a reason. Raises NotFound, NotAllowed, Conflict (not submitted) and Invalid."""
    why = clean_text(why)
    _check(why)
    with transaction() as session:
        case = own_case(actor, case_id, session)
        if case.state != "submitted":
            told = "还没有提交，可以直接删除草稿" if case.state == "draft" else "已经撤回"
            raise Conflict(f"报案“{title_of(case)}”{told}。", "请刷新页面查看现在的状态。")
        moment = clock.now()
        case.state, case.withdrawn_at, case.withdrawn_why, case.updated_at = "withdrawn", moment, why, moment
        session.flush()
        withdraw_referrals(session, actor, case, why)
        audit.record(session, "case.withdrawn", actor=actor.id, case_id=case.id, subject=case.id, why=why)
    return case


def _check(why: str) -> None:
    if not why:
        raise Invalid("没有写明撤回的理由，没有撤回。", "请简单写明为什么撤回。", fields={"why": "请写明理由。"})
    if len(why) > LONGEST:
        told = f"理由最多 {LONGEST} 字，现在是 {len(why)} 字。"
        raise Invalid(told, "请缩短后再提交。", fields={"why": told})
