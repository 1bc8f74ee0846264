"""For which enterprise an account acts just now. A lawyer may act for several and chooses; the choice stays in the session."""

from __future__ import annotations

from flask import session

from ipdesk.access import Actor
from ipdesk.database import db
from ipdesk.refusals import NotFound
from ipdesk.tables import Enterprise

CHOSEN = "enterprise"


def acting_enterprise(actor: Actor) -> Enterprise | None:
    """The enterprise a new report of ``actor`` belongs to; None for whoever acts for none."""
    chosen = session.get(CHOSEN)
    if chosen not in actor.enterprises:
        chosen = min(actor.enterprises, default=None)
    return db.session.get(Enterprise, chosen) if chosen else None


def choose_enterprise(actor: Actor, enterprise_id: str) -> None:
    """Act for that enterprise from now on. Raises ``NotFound`` unless ``actor`` is one of its people."""
    if enterprise_id not in actor.enterprises:
        raise NotFound("没有找到这家企业。", "请在“企业与同事”页面选择您已加入的企业。")
    session[CHOSEN] = enterprise_id
