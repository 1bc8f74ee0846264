"""A colleague asks somebody to act for the enterprise: a link by mail, good for seven days and one person."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_security.mail_util import EmailValidateException
from sqlalchemy import select

from ipdesk import audit
from ipdesk.access import Actor
from ipdesk.clock import now
from ipdesk.database import db, transaction
from ipdesk.extensions import security
from ipdesk.mailing import post
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.tables import Account, Enterprise, Invitation, Membership

GOOD_FOR = timedelta(days=7)
POSITIONS = ("colleague", "lawyer")


def invite(actor: Actor, enterprise_id: str, email: str, position: str) -> str:
    """Invite ``email`` to act for one of the actor's own enterprises; the answer is the link's key, kept nowhere.

    Raises ``NotFound`` for another enterprise, ``Invalid`` for an unusable address or position.
    """
    if enterprise_id not in actor.enterprises:
        raise NotFound("没有找到这家企业。", "请从“企业与同事”页面选择您已加入的企业。")
    address = _usable(email, position)
    key = secrets.token_urlsafe(32)
    with transaction() as session:
        enterprise = session.get_one(Enterprise, enterprise_id)
        invitation = Invitation(
            enterprise_id=enterprise_id,
            email=address,
            position=position,
            key_digest=_digest(key),
            invited_by=actor.id,
            expires_at=now() + GOOD_FOR,
        )
        session.add(invitation)
        session.flush()
        audit.record(
            session, "account.invited", actor=actor.id, subject=invitation.id, enterprise=enterprise_id, position=position
        )
        link = url_for("enterprises.invitation", key=key, _external=True)
        body = render_template("accounts/mail/invitation.txt", enterprise=enterprise, inviter=actor.name, link=link)
        post(address, _("邀请您加入%(name)s", name=enterprise.name), body)
    return key


def open_invitation(key: str) -> Invitation | None:
    """The invitation ``key`` opens, or None where it is unknown, used or too old."""
    if not key:
        return None
    found = db.session.execute(select(Invitation).filter_by(key_digest=_digest(key))).scalar_one_or_none()
    return found if found and found.accepted_at is None and found.expires_at > now() else None


def accept_invitation(account: Account, key: str) -> Enterprise:
    """``account`` acts for the enterprise from now on.

    Raises ``NotFound`` where the key opens nothing, ``NotAllowed`` where it was meant for another address or the
    account is not an enterprise's, ``Conflict`` where it belongs to the enterprise already.
    """
    with transaction() as session:
        invitation = open_invitation(key)
        if invitation is None:
            raise NotFound("邀请链接已失效或已被使用。", "请联系邀请您的同事重新发送邀请。")
        _check_guest(account, invitation)
        invitation.accepted_at = now()
        joined = {"enterprise": invitation.enterprise_id, "position": invitation.position}
        session.add(Membership(account_id=account.id, enterprise_id=invitation.enterprise_id, position=invitation.position))
        session.flush()
        session.refresh(account, ["memberships"])
        audit.record(session, "account.joined", actor=account.id, subject=account.id, **joined)
        return invitation.enterprise


def _check_guest(account: Account, invitation: Invitation) -> None:
    if account.email.lower() != invitation.email.lower():
        raise NotAllowed("这份邀请是发给另一个邮箱的。", f"请用 {invitation.email} 登录或注册后再打开链接。")
    if "enterprise" not in {role.name for role in account.roles}:
        raise NotAllowed("办案机关的账号不能代表企业。", "请用企业用户账号接受邀请。")
    if invitation.enterprise_id in {membership.enterprise_id for membership in account.memberships}:
        raise Conflict("您已经是这家企业的成员。", "在“企业与同事”页面可以切换企业。")


def _usable(email: str, position: str) -> str:
    """``email`` in its normal form. Raises ``Invalid`` where it or ``position`` cannot be used."""
    problems = {}
    try:
        email = security.mail_util.normalize(email.strip())
    except (EmailValidateException, ValueError):
        problems["email"] = "邮箱地址有误，请核对。"
    if position not in POSITIONS:
        problems["position"] = "请选择同事或律师。"
    if problems:
        raise Invalid("邀请没有发出。", "请改正后重新发送。", fields=problems)
    return email


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
