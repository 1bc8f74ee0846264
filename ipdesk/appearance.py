"""What every template can use: the page's frame, addresses of static files, dates as Beijing shows them, masked numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for
from sqlalchemy.exc import SQLAlchemyError

from casefiles.arrangement import written
from casefiles.letters.printed import can_print
from casefiles.model import Basis
from casefiles.renumbering import numbered_on
from ipdesk.access import VISITOR, Actor
from ipdesk.clock import local, today
from ipdesk.guard import current_actor
from ipdesk.masking import masked_id
from ipdesk.navigation import Link, links_for
from ipdesk.office import desk_named, the_office
from ipdesk.queries.kept_words import open_items, open_message

YEAR = 365 * 24 * 3600

# No inline style, no eval: both would be refused by the content security policy. Failures are swapped in, because
# ``ipdesk.errors`` sends them as a notice with the place where they belong.
HTMX_CONFIG = {
    "includeIndicatorStyles": False,
    "allowEval": False,
    "allowScriptTags": False,
    "selfRequestsOnly": True,
    "historyCacheSize": 0,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        {"code": "[45]..", "swap": True, "error": True},
    ],
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page. ``place`` says for whom the actor acts: the desk's name or the enterprise's."""

    actor: Actor
    district: str
    place: str
    navigation: list[Link]
    profile_url: str
    demo: bool


def frame() -> Frame:
    """The frame of the present page. Never fails: the error page needs it when everything else is broken."""
    try:
        actor = current_actor()
    except SQLAlchemyError:
        actor = VISITOR
    has_profile = actor is not VISITOR and "profile.index" in current_app.view_functions
    return Frame(
        actor=actor,
        district=the_office().name,
        place=_place(actor),
        navigation=links_for(actor),
        profile_url=url_for("profile.index") if has_profile else "",
        demo=current_app.extensions["ipdesk"].demo,
    )


def _place(actor: Actor) -> str:
    from ipdesk.acting import acting_enterprise

    desk = desk_named(actor.desk)
    if desk:
        return desk.name
    enterprise = acting_enterprise(actor)
    return enterprise.name if enterprise else ""


@cache
def _digest(path: Path, _stamp: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def asset(name: str) -> str:
    """The address of a static file with a digest of its content, so that browsers may keep it for good."""
    path = Path(str(current_app.static_folder)) / name
    return url_for("static", filename=name, v=_digest(path, path.stat().st_mtime_ns))


def moment(at: datetime | None, form: str = "%Y-%m-%d %H:%M") -> str:
    """``at`` as a clock in Beijing shows it; empty for None."""
    return local(at).strftime(form) if at else ""


def in_force(bases: Iterable[Basis]) -> tuple[Basis, ...]:
    """``bases`` under the numbers their articles carry today."""
    return numbered_on(bases, today())


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(asset=asset, today=today, htmx_config=HTMX_CONFIG, can_print=can_print)
    app.jinja_env.filters.update(in_force=in_force, masked_id=masked_id, moment=moment, written=written)
    app.jinja_env.filters.update(open_items=open_items, open_message=open_message)

    @app.context_processor
    def around_the_page() -> dict[str, Frame]:
        return {"frame": frame()}

    @app.after_request
    def keep_static(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
            response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
        return response
