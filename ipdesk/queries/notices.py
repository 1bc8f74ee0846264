"""Notices to supplement as the applicant sees them."""

from __future__ import annotations

from sqlalchemy import select

from ipdesk.access import Actor, visible_cases
from ipdesk.database import db
from ipdesk.queries.reports import own_case
from ipdesk.refusals import NotFound
from ipdesk.tables import Case, Supplement


def own_notice(actor: Actor, supplement_id: str) -> tuple[Case, Supplement]:
    """The report and the notice sent to it. Raises NotFound, and NotAllowed for a desk's officer."""
    asked = select(Supplement).join(Case, Case.id == Supplement.case_id)
    found = db.session.execute(asked.where(Supplement.id == supplement_id, visible_cases(actor))).unique().scalar_one_or_none()
    if found is None:
        raise NotFound("没有找到这份补正通知。", "请从报案页面打开，或核对网址。")
    return own_case(actor, found.case_id), found
