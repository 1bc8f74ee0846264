"""Accounts as their readers may see them: administrators see all, members their colleagues, everyone their own keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from ipdesk.access import Actor, require
from ipdesk.clock import now
from ipdesk.database import db
from ipdesk.tables import Account, ApiToken, Enterprise, Invitation, Membership, Role

PAGE = 50


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One page of the list; ``pages`` is at least 1."""

    accounts: Sequence[Account]
    page: int
    pages: int
    total: int


def accounts(actor: Actor, *, words: str = "", role: str = "", page: int = 1) -> AccountPage:
    """The accounts whose name or address holds ``words``, with ``role`` where one is given, by name."""
    require(actor, "administrator")
    wanted = select(Account)
    if words:
        pattern = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        wanted = wanted.where(or_(Account.name.ilike(pattern, escape="\\"), Account.email.ilike(pattern, escape="\\")))
    if role:
        wanted = wanted.where(Account.roles.any(Role.name == role))
    total = db.session.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    found = db.session.execute(wanted.order_by(Account.name, Account.id).limit(PAGE).offset((page - 1) * PAGE)).scalars()
    return AccountPage(found.all(), page, pages, total)


def enterprises(actor: Actor) -> Sequence[Enterprise]:
    """The enterprises ``actor`` acts for, by name."""
    return (
        db.session.execute(select(Enterprise).where(Enterprise.id.in_(actor.enterprises)).order_by(Enterprise.name))
        .scalars()
        .all()
    )


def colleagues(actor: Actor, enterprise_id: str) -> Sequence[Membership]:
    """The people of one of the actor's enterprises, longest first; nobody of any other."""
    if enterprise_id not in actor.enterprises:
        return []
    wanted = select(Membership).filter_by(enterprise_id=enterprise_id).options(joinedload(Membership.account))
    return db.session.execute(wanted.order_by(Membership.created_at)).scalars().all()


def open_invitations(actor: Actor, enterprise_id: str) -> Sequence[Invitation]:
    """The invitations to one of the actor's enterprises that can still be accepted, newest first."""
    if enterprise_id not in actor.enterprises:
        return []
    wanted = select(Invitation).filter_by(enterprise_id=enterprise_id, accepted_at=None).where(Invitation.expires_at > now())
    return db.session.execute(wanted.order_by(Invitation.created_at.desc())).scalars().all()


def tokens(actor: Actor) -> Sequence[ApiToken]:
    """The actor's own tokens that still work, newest first."""
    wanted = select(ApiToken).filter_by(account_id=actor.id, revoked_at=None)
    return db.session.execute(wanted.order_by(ApiToken.created_at.desc())).scalars().all()
