"""Who belongs to an enterprise."""

from __future__ import annotations

from sqlalchemy import func, select

from ipdesk import audit
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.refusals import Conflict, NotAllowed, NotFound
from ipdesk.tables import Membership


def remove_member(actor: Actor, membership_id: str) -> None:
    """Take a person out of one of the actor's enterprises; the reports stay.

    Owners remove anyone, others only themselves (else ``NotAllowed``). The last owner stays (``Conflict``).
    Raises ``NotFound`` for another enterprise's membership.
    """
    with transaction() as session:
        leaving = session.get(Membership, membership_id)
        if leaving is None or leaving.enterprise_id not in actor.enterprises:
            raise NotFound("没有找到这位成员。", "请刷新“企业与同事”页面。")
        own = session.execute(select(Membership).filter_by(account_id=actor.id, enterprise_id=leaving.enterprise_id)).scalar_one()
        if own.position != "owner" and own.id != leaving.id:
            raise NotAllowed("只有企业管理人可以移除其他成员。", "请联系本企业的管理人。")
        if leaving.position == "owner" and _owners(leaving.enterprise_id) == 1:
            raise Conflict("企业至少要有一位管理人。", "请先由另一位成员接任管理人。")
        audit.record(session, "account.left", actor=actor.id, subject=leaving.account_id, enterprise=leaving.enterprise_id)
        session.delete(leaving)


def hand_over(actor: Actor, membership_id: str) -> None:
    """Make a colleague an owner too. Only owners may; raises ``NotFound`` and ``NotAllowed`` as above."""
    with transaction() as session:
        chosen = session.get(Membership, membership_id)
        if chosen is None or chosen.enterprise_id not in actor.enterprises:
            raise NotFound("没有找到这位成员。", "请刷新“企业与同事”页面。")
        own = session.execute(select(Membership).filter_by(account_id=actor.id, enterprise_id=chosen.enterprise_id)).scalar_one()
        if own.position != "owner":
            raise NotAllowed("只有企业管理人可以指定管理人。", "请联系本企业的管理人。")
        chosen.position = "owner"
        session.flush()
        audit.record(
            session,
            "account.joined",
            actor=actor.id,
            subject=chosen.account_id,
            enterprise=chosen.enterprise_id,
            position="owner",
        )


def _owners(enterprise_id: str) -> int:
    from ipdesk.database import db

    found = select(func.count()).select_from(Membership).filter_by(enterprise_id=enterprise_id, position="owner")
    return db.session.execute(found).scalar_one()
