"""What an administrator does with accounts: make those of the agencies, disable, unlock, reset the second factor."""

from __future__ import annotations

import secrets

from flask_security import hash_password
from flask_security.mail_util import EmailValidateException
from flask_security.recoverable import generate_reset_link
from sqlalchemy import select

from ipdesk import audit
from ipdesk.access import Actor, require
from ipdesk.database import new_id, transaction
from ipdesk.extensions import security
from ipdesk.office import desk_named
from ipdesk.refusals import Conflict, Invalid, NotFound
from ipdesk.services.registration import role_named
from ipdesk.services.tokens import revoke_all
from ipdesk.tables import Account

MADE_ROLES = ("officer", "supervisor", "legal", "administrator")
DESK_ROLES = ("officer", "supervisor")
NAME_LENGTH = 100


def create_account(actor: Actor, *, email: str, name: str, role: str, desk: str | None) -> tuple[Account, str]:
    """A new account of an agency, and the link with which its person sets a password (good for a day, once).

    Raises ``Invalid`` naming each unusable field, ``Conflict`` where the address has an account.
    """
    require(actor, "administrator")
    address, name = _usable(email, name, role, desk)
    with transaction() as session:
        if session.execute(select(Account.id).filter_by(email=address)).first():
            raise Conflict("这个邮箱已有账号。", "请换一个邮箱，或在列表里找到原账号处理。")
        account = Account(
            email=address,
            name=name,
            password=hash_password(secrets.token_urlsafe(32)),
            desk=desk if role in DESK_ROLES else None,
        )
        session.add(account)
        account.roles.append(role_named(role))
        session.flush()
        audit.record(session, "account.created", actor=actor.id, subject=account.id, roles=[role], desk=account.desk)
        link, _ = generate_reset_link(account)
    return account, link


def disable_account(actor: Actor, account_id: str) -> Account:
    """Nobody signs in with it any more; its sessions and tokens end at once. Not one's own (``Conflict``)."""
    with transaction() as session:
        account = _of(actor, account_id)
        if account.id == actor.id:
            raise Conflict("不能停用自己的账号。", "请由另一位管理员操作。")
        account.active = False
        account.fs_uniquifier = new_id()
        revoke_all(account, by=actor.id)
        audit.record(session, "account.disabled", actor=actor.id, subject=account.id)
        return account


def enable_account(actor: Actor, account_id: str) -> Account:
    """It may sign in again."""
    with transaction() as session:
        account = _of(actor, account_id)
        account.active = True
        audit.record(session, "account.enabled", actor=actor.id, subject=account.id)
        return account


def unlock_account(actor: Actor, account_id: str) -> Account:
    """End a lock after failed sign-ins before its time."""
    with transaction() as session:
        account = _of(actor, account_id)
        account.locked_until = None
        account.failed_sign_ins = 0
        audit.record(session, "account.unlocked", actor=actor.id, subject=account.id)
        return account


def reset_second_factor(actor: Actor, account_id: str) -> Account:
    """Forget the second factor and its recovery codes: the next sign-in sets a new one. Ends its sessions."""
    with transaction() as session:
        account = _of(actor, account_id)
        account.tf_primary_method = None
        account.tf_totp_secret = None
        account.mf_recovery_codes = None
        account.fs_uniquifier = new_id()
        audit.record(session, "account.second_factor_reset", actor=actor.id, subject=account.id)
        return account


def _of(actor: Actor, account_id: str) -> Account:
    require(actor, "administrator")
    with transaction() as session:
        account = session.get(Account, account_id)
        if account is None:
            raise NotFound("没有找到这个账号。", "请刷新账号列表。")
        return account


def _usable(email: str, name: str, role: str, desk: str | None) -> tuple[str, str]:
    """Address and name in their normal form. Raises ``Invalid`` naming every unusable field."""
    problems = {}
    try:
        email = security.mail_util.normalize(email.strip())
    except (EmailValidateException, ValueError):
        problems["email"] = "邮箱地址有误，请核对。"
    name = " ".join(name.split())
    if not name or len(name) > NAME_LENGTH:
        problems["name"] = "请填写姓名，最多 100 个字。"
    if role not in MADE_ROLES:
        problems["role"] = "请选择账号的角色。"
    elif role in DESK_ROLES and desk_named(desk) is None:
        problems["desk"] = "请选择所在窗口。"
    if problems:
        raise Invalid("账号没有建立。", "请改正后重新提交。", fields=problems)
    return email, name
