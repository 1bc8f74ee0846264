"""Notices to supplement as papers; each download is in the audit chain."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.letters.paper import Paper
from casefiles.letters.supplement_notice import supplement_notice
from ipdesk import audit, clock
from ipdesk.access import Actor, visible_cases
from ipdesk.database import transaction
from ipdesk.queries.kept_words import open_items
from ipdesk.queries.progress import desk_name
from ipdesk.refusals import NotFound
from ipdesk.tables import Case, ReferralRow, Supplement


def notice_letter(actor: Actor, supplement_id: str) -> tuple[str, Paper]:
    """The report's number and the notice, for the applicant and for the desks that work on the report.

    Raises NotFound, also for a desk that is only informed.
    """
    with transaction() as session:
        notice, case = _notice(session, actor, supplement_id)
        audit.record(session, "letter.downloaded", actor=actor.id, case_id=case.id, subject=notice.id, letter="supplement_notice")
        paper = supplement_notice(
            number=case.number or "",
            applicant=case.enterprise.name,
            desk=desk_name(notice.referral.desk),
            items=open_items(notice),
            asked_on=clock.local(notice.asked_at).date(),
            due=notice.due,
            note=notice.note,
        )
        return case.number or "", paper


def _notice(session: Session, actor: Actor, supplement_id: str) -> tuple[Supplement, Case]:
    found = select(Supplement, Case).join(Case, Case.id == Supplement.case_id)
    row = session.execute(found.where(Supplement.id == supplement_id, visible_cases(actor))).unique().one_or_none()
    if row is None or (actor.works_at_desk and not _works_on(session, actor, row[1].id)):
        raise NotFound("没有找到这份补正通知。", "请从案件页面打开，或核对网址。")
    return row[0], row[1]


def _works_on(session: Session, actor: Actor, case_id: str) -> bool:
    role = select(ReferralRow.role).where(ReferralRow.case_id == case_id, ReferralRow.desk == actor.desk)
    return session.execute(role).scalar_one_or_none() in ("lead", "joint")
