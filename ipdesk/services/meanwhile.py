"""What happened to a referral since somebody looked at it: the letter to the second of two who act at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.states import allowed, state_name
from ipdesk.clock import local
from ipdesk.refusals import Conflict
from ipdesk.tables import Account, Overruling, ReferralRow, ReferralStep, Supplement


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that raised the referral's version."""

    at: datetime
    what: str

    @property
    def told(self) -> str:
        return f"{local(self.at):%m月%d日 %H:%M} {self.what}"


def conflict(session: Session, referral: ReferralRow, seen: int) -> Conflict:
    """The letter to somebody who looked at version ``seen``; ``data["meanwhile"]`` lists the happenings, oldest first."""
    told = [happening.told for happening in since(session, referral, seen)]
    return Conflict(
        "您打开页面之后，这件案子有了新的情况，您刚才填写的内容没有保存。" + "".join(f"{line}；" for line in told),
        f"当前状态为“{state_name(referral.state)}”。请看过最新情况，再决定是否登记。",
        meanwhile=told,
        state=referral.state,
        version=referral.version,
    )


def since(session: Session, referral: ReferralRow, seen: int) -> list[Happening]:
    """The happenings after version ``seen``, oldest first: each step, answer, finding set aside or restored raises it by one."""
    steps = [Happening(step.taken_at, _told_step(referral, step)) for step in _steps(session, referral.id)]
    answers = select(Supplement.answered_at, Account.name).join(Account, Account.id == Supplement.answered_by)
    answered = session.execute(answers.where(Supplement.referral_id == referral.id)).all()
    everything = [
        *steps,
        *(Happening(at, f"报案人{name}答复了补正通知") for at, name in answered if at),
        *_reviewed(session, referral.id),
    ]
    newest = max(0, referral.version - seen)
    return sorted(everything, key=lambda happening: happening.at)[-newest:] if newest else []


def _reviewed(session: Session, referral_id: str) -> list[Happening]:
    """Findings set aside and restored."""
    rows = session.execute(select(Overruling).where(Overruling.referral_id == referral_id)).unique().scalars().all()
    aside = [Happening(row.overruled_at, f"{row.person.name}复核了一个预审问题") for row in rows]
    return aside + [Happening(row.taken_back_at, "恢复了一个预审问题") for row in rows if row.taken_back_at]


def step_name(agency: str, step: ReferralStep) -> str:
    """The step's Chinese name."""
    named = (one.name for one in allowed(agency, step.from_state) if one.action == step.action)
    return next(named, state_name(step.to_state))


def _steps(session: Session, referral_id: str) -> list[ReferralStep]:
    found = select(ReferralStep).where(ReferralStep.referral_id == referral_id).order_by(ReferralStep.taken_at)
    return list(session.execute(found).scalars())


def _told_step(referral: ReferralRow, step: ReferralStep) -> str:
    number = f"（{step.document_no}）" if step.document_no else ""
    return f"{step.person.name}登记了“{step_name(referral.agency, step)}”{number}"
