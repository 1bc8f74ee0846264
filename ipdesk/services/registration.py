"""What a new enterprise account brings with it: its role, its enterprise, its place there."""

from __future__ import annotations

from sqlalchemy import select
from stdnum.cn import uscc as credit_code

from ipdesk import audit
from ipdesk.access import Actor, require
from ipdesk.database import transaction
from ipdesk.refusals import Invalid
from ipdesk.services.invitations import accept_invitation
from ipdesk.tables import Account, Enterprise, Membership, Role

NAME_LENGTH = 200


def role_named(name: str) -> Role:
    """The role of that name (one of ``tables.accounts.ROLES``), made at its first use."""
    with transaction() as session:
        role = session.execute(select(Role).filter_by(name=name)).scalar_one_or_none()
        if role is None:
            role = Role(name=name)
            session.add(role)
            session.flush()
        return role


def open_enterprise(account: Account, name: str, uscc: str = "") -> Enterprise:
    """A new enterprise that ``account`` owns."""
    with transaction() as session:
        enterprise = Enterprise(name=name, uscc=uscc or None)
        session.add(enterprise)
        session.flush()
        session.add(Membership(account_id=account.id, enterprise_id=enterprise.id, position="owner"))
        session.flush()
        session.refresh(account, ["memberships"])
        audit.record(session, "account.joined", actor=account.id, subject=account.id, enterprise=enterprise.id, position="owner")
        return enterprise


def add_enterprise(actor: Actor, name: str, uscc: str = "") -> Enterprise:
    """A further enterprise for the actor's account. Raises ``Invalid`` naming each unusable field."""
    require(actor, "enterprise")
    name, uscc = " ".join(name.split()), uscc.strip().upper()
    problems = {}
    if not name or len(name) > NAME_LENGTH:
        problems["name"] = "请填写单位全称，与营业执照一致。"
    if uscc and not credit_code.is_valid(uscc):
        problems["uscc"] = "统一社会信用代码有误：不足 18 位，或者与末位的校验码不符。请与营业执照逐位核对；境外单位可以不填。"
    if problems:
        raise Invalid("企业没有添加。", "请改正后重新提交。", fields=problems)
    with transaction() as session:
        return open_enterprise(session.get_one(Account, actor.id), name, uscc)


def complete_registration(account: Account, *, enterprise_name: str, uscc: str, invitation_key: str = "") -> None:
    """Give a new account its role and its enterprise: the invitation's where there is one, else a new one."""
    with transaction() as session:
        account.roles.append(role_named("enterprise"))
        session.flush()
        audit.record(session, "account.registered", actor=account.id, subject=account.id)
        if invitation_key:
            accept_invitation(account, invitation_key)
        else:
            open_enterprise(account, enterprise_name, uscc)
