"""The main navigation: which rooms of the site each kind of account is shown, as data."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, request, url_for
from flask_babel import lazy_gettext as _l

from ipdesk.access import VISITOR, Actor

VISITORS = "visitor"


@dataclass(frozen=True, slots=True)
class Item:
    """A link of the navigation for accounts with one of ``roles`` (``VISITORS``: without an account)."""

    endpoint: str
    text: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Link:
    """An item as one page shows it."""

    text: str
    url: str
    current: bool


DESK = frozenset({"officer", "supervisor"})

# Blueprints without a link of their own, by the endpoints of the room they lie in.
ROOMS = {
    "cases": ("queue.index",),
    "changes": ("queue.index", "reports.index"),
    "dossiers": ("queue.index", "reports.index"),
    "exports": ("queue.index", "reports.index"),
    "law_compare": ("law.search",),
    "law_export": ("law.search",),
    "law_keeping": ("law.search",),
    "later_receipts": ("reports.index",),
    "materials": ("reports.index",),
    "papers": ("queue.index", "reports.index"),
    "receipts": ("reports.index",),
    "report_steps": ("reports.index",),
    "similar_cases": ("queue.index", "reports.index"),
    "submissions": ("reports.index",),
    "supplement_answers": ("reports.index",),
    "uploads": ("queue.index", "reports.index"),
    "withdrawals": ("reports.index",),
}

ITEMS = (
    Item("home.index", _l("首页"), frozenset({VISITORS})),
    Item("reports.index", _l("我的报案"), frozenset({"enterprise"})),
    Item("reports.new", _l("新建报案"), frozenset({"enterprise"})),
    Item("queue.index", _l("工作队列"), DESK),
    Item("administration.accounts", _l("账号管理"), frozenset({"administrator"})),
    Item("overrulings.index", _l("规则复核"), frozenset({"supervisor", "administrator"})),
    Item("law.search", _l("法规案例库"), frozenset({VISITORS, "enterprise", "legal"}) | DESK),
    Item("visits.show", _l("材料预审"), frozenset({VISITORS})),
    Item("home.guide", _l("办事指南"), frozenset({VISITORS, "enterprise"})),
    Item("guides.cases", _l("典型案例"), frozenset({VISITORS, "enterprise"})),
    Item("enterprises.index", _l("企业与同事"), frozenset({"enterprise"})),
    Item("security.login", _l("登录"), frozenset({VISITORS})),
    Item("security.register", _l("注册"), frozenset({VISITORS})),
)

ALONE = frozenset({"home", "security"})  # blueprints whose pages have nothing in common

# Where each kind of account begins after signing in, first match first.
STARTS = (
    ("enterprise", "reports.index"),
    ("officer", "queue.index"),
    ("supervisor", "queue.index"),
    ("administrator", "administration.accounts"),
    ("legal", "law.search"),
)


def links_for(actor: Actor) -> list[Link]:
    """The links ``actor`` is shown on the present page, in order; rooms this desk does not have are left out."""
    roles = {VISITORS} if actor is VISITOR else actor.roles
    shown = [item for item in ITEMS if item.roles & roles and item.endpoint in current_app.view_functions]
    current = _current([item.endpoint for item in shown])
    return [Link(str(item.text), url_for(item.endpoint), item.endpoint == current) for item in shown]


def start_of(actor: Actor) -> str:
    """The address where ``actor`` begins work."""
    for role, endpoint in STARTS:
        if role in actor.roles and endpoint in current_app.view_functions:
            return url_for(endpoint)
    return url_for("home.index")


def _current(endpoints: list[str]) -> str | None:
    """The endpoint whose room the present page lies in: itself, else the room named for its blueprint or the first of it."""
    here = request.endpoint or ""
    if here in endpoints:
        return here
    room = here.split(".")[0]
    near = (name for name in endpoints if name in ROOMS.get(room, ()) or (name.split(".")[0] == room and room not in ALONE))
    return next(near, None)
