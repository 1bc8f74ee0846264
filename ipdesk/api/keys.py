"""Who asks through the API: whoever holds the token. A browser's session counts for nothing here, so no page can be made
to call the API in its reader's name."""

from __future__ import annotations

from flask import Flask, g, request

from ipdesk.access import VISITOR, Actor, actor_of
from ipdesk.refusals import NotSignedIn
from ipdesk.services.tokens import account_for_token

PREFIX = "/api/"
SCHEME = "bearer"


def identify() -> None:
    """Set the actor of an API request before anybody asks for it. Raises NotSignedIn for a token that opens nothing."""
    if request.path.startswith(PREFIX):
        g.actor = VISITOR  # also for whoever draws the failure
        g.actor = _bearer(request.headers.get("Authorization", ""))


def identify_first(app: Flask) -> None:
    """``identify`` must run before the guard looks at the actor, and the guard is bound before the API's rooms are."""
    first = app.before_request_funcs.setdefault(None, [])
    if identify not in first:
        first.insert(0, identify)


def caller() -> str:
    """What requests are counted by: the account where one asks, else the address."""
    actor: Actor = g.get("actor", VISITOR)
    return f"account:{actor.id}" if actor is not VISITOR else f"address:{request.remote_addr}"


def _bearer(header: str) -> Actor:
    scheme, _, text = header.partition(" ")
    if not scheme:
        return VISITOR
    account = account_for_token(text.strip()) if scheme.lower() == SCHEME else None
    if account is None:
        raise NotSignedIn("令牌无效或者已经停用。", "请在“账号与安全”页面新建令牌，并写成 Authorization: Bearer <令牌>。")
    return actor_of(account)
