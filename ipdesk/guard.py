"""Deny by default: a route answers only those it names. A route that names nobody answers nobody."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, request
from flask_security import current_user

from ipdesk.access import VISITOR, Actor, actor_of
from ipdesk.refusals import Invalid, NotAllowed, NotSignedIn

EVERYONE = "everyone"
SIGNED_IN = "signed_in"
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")

View = TypeVar("View", bound=Callable[..., Any])

# Routes of libraries that anyone may reach; their own rules take over from there.
OPEN_ENDPOINTS = frozenset({"static"})
OPEN_BLUEPRINTS = frozenset({"security"})


def allow(*roles: str) -> Callable[[View], View]:
    """Mark a view as answering accounts with one of ``roles``, ``SIGNED_IN`` accounts, or ``EVERYONE``."""

    def mark(view: View) -> View:
        view.allowed = frozenset(roles)  # type: ignore[attr-defined]  # functions carry attributes
        return view

    return mark


def allowed_roles(endpoint: str) -> frozenset[str]:
    """Whom ``endpoint`` answers; empty means nobody."""
    if endpoint in OPEN_ENDPOINTS or endpoint.split(".")[0] in OPEN_BLUEPRINTS:
        return frozenset({EVERYONE})
    return getattr(current_app.view_functions[endpoint], "allowed", frozenset())


def current_actor() -> Actor:
    """Who asks: by session, or under ``/api/`` by the token that ``ipdesk.api.keys`` has verified."""
    if "actor" not in g:
        g.actor = actor_of(current_user) if current_user.is_authenticated else VISITOR
    return g.actor


def init_app(app: Flask) -> None:
    """Check every request before its view runs: what was sent, then who sent it."""
    app.before_request(check_texts)
    app.before_request(check_marks)


def check_texts() -> None:
    """Databases refuse NUL and lone surrogates: no address has them (404), no answer in a form may (``Invalid``).

    Pages take forms only; JSON belongs to the API, which checks its own (415 elsewhere).
    """
    if any(UNKEEPABLE.search(str(value)) for value in (request.view_args or {}).values()):
        abort(404)
    if request.is_json and not request.path.startswith("/api/"):
        abort(415)
    for fields in (request.args, request.form):
        wrong = [name for name, text in fields.items(multi=True) if UNKEEPABLE.search(name + text)]
        if wrong:
            told = "内容里有不能保存的控制字符。"
            raise Invalid(told, "请删去不可见的字符后重新填写。", fields=dict.fromkeys(wrong, told))


def check_marks() -> None:
    """The visitor against the view's marks."""
    if request.endpoint is None:
        return  # no such route: the 404 follows by itself
    allowed = allowed_roles(request.endpoint)
    if not allowed:
        abort(404)
    if EVERYONE in allowed:
        return
    actor = current_actor()
    if actor is VISITOR:
        raise NotSignedIn("请先登录。", "登录后会回到这一页。")
    if SIGNED_IN not in allowed and not allowed & actor.roles:
        raise NotAllowed("您的账号没有打开这一页的权限。", "请换用有权限的账号，或与管理员联系。")
