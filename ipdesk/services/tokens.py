"""Keys to the API: made once, shown once, kept only as a digest."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from sqlalchemy import select, update

from ipdesk import audit
from ipdesk.access import Actor
from ipdesk.clock import now
from ipdesk.database import db, transaction
from ipdesk.refusals import Invalid, NotFound, TooMuch
from ipdesk.tables import Account, ApiToken

PREFIX = "ipdesk_"  # lets a person, or a scanner of leaked keys, see what it is
AT_MOST = 20
LABEL_LENGTH = 100
SEEN_EVERY = timedelta(minutes=5)


def make_token(actor: Actor, label: str) -> str:
    """A new token for the actor's account, as text: nobody can read it again.

    Raises ``Invalid`` without a label, ``TooMuch`` where the account holds ``AT_MOST`` already.
    """
    label = " ".join(label.split())[:LABEL_LENGTH]
    if not label:
        raise Invalid("令牌没有生成。", "请写明用途，便于日后辨认和停用。", fields={"label": "请写明用途。"})
    text = PREFIX + secrets.token_urlsafe(32)
    with transaction() as session:
        held = session.execute(select(ApiToken).filter_by(account_id=actor.id, revoked_at=None)).scalars().all()
        if len(held) >= AT_MOST:
            raise TooMuch(f"一个账号最多 {AT_MOST} 个令牌。", "请先停用不再使用的令牌。")
        token = ApiToken(account_id=actor.id, label=label, digest=_digest(text))
        session.add(token)
        session.flush()
        audit.record(session, "token.made", actor=actor.id, subject=token.id, label=label)
    return text


def account_for_token(text: str) -> Account | None:
    """The account ``text`` opens, or None where it is unknown or revoked or the account is disabled."""
    token = db.session.execute(select(ApiToken).filter_by(digest=_digest(text), revoked_at=None)).scalar_one_or_none()
    if token is None or not token.account.active:
        return None
    if token.last_used_at is None or token.last_used_at < now() - SEEN_EVERY:
        _note_use(token.id)
    return db.session.get(Account, token.account_id)


def revoke_token(actor: Actor, token_id: str) -> None:
    """End one of the actor's own tokens. Raises ``NotFound`` for another account's; ending it twice is harmless."""
    with transaction() as session:
        token = session.get(ApiToken, token_id)
        if token is None or token.account_id != actor.id:
            raise NotFound("没有找到这个令牌。", "请刷新“账号与安全”页面。")
        if token.revoked_at is None:
            token.revoked_at = now()
            audit.record(session, "token.revoked", actor=actor.id, subject=token.id, label=token.label)


def revoke_all(account: Account, by: str) -> None:
    """End every token of ``account``, in the caller's transaction; ``by`` is the id of who does it."""
    with transaction() as session:
        for token in session.execute(select(ApiToken).filter_by(account_id=account.id, revoked_at=None)).scalars():
            token.revoked_at = now()
            audit.record(session, "token.revoked", actor=by, subject=token.id, label=token.label)


def _note_use(token_id: str) -> None:
    with transaction() as session:
        session.execute(update(ApiToken).where(ApiToken.id == token_id).values(last_used_at=now()))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
