"""我的收藏: the favourites and saved searches of whoever is signed in."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from ipdesk.extensions import limiter
from ipdesk.guard import SIGNED_IN, allow, current_actor
from ipdesk.queries.keeping import PRECEDENT, favourites, saved_searches
from ipdesk.services import keeping
from ipdesk.web.law_asking import address, asked_now, query_of
from ipdesk.web.law_words import for_templates

pages = Blueprint("law_keeping", __name__, url_prefix="/law/kept")
pages.context_processor(for_templates)
limit = limiter.shared_limit("120 per minute", scope="law_keeping")


@pages.get("")
@allow(SIGNED_IN)
def index() -> str:
    actor = current_actor()
    return render_template("law/kept.html", favourites=favourites(actor), searches=saved_searches(actor))


@pages.post("/favourites")
@limit
@allow(SIGNED_IN)
def keep() -> Response:
    """Keep an article or a precedent, or change its note, and go back to it."""
    key = request.form.get("key", "")
    keeping.keep(current_actor(), key, request.form.get("note", ""))
    flash(_("已收藏。"), "success")
    return redirect(_home_of(key))


@pages.post("/favourites/<favourite_id>/note")
@limit
@allow(SIGNED_IN)
def write_note(favourite_id: str) -> Response:
    keeping.write_note(current_actor(), favourite_id, request.form.get("note", ""))
    flash(_("备注已保存。"), "success")
    return redirect(url_for(".index"))


@pages.post("/favourites/<favourite_id>/remove")
@limit
@allow(SIGNED_IN)
def let_go(favourite_id: str) -> Response:
    keeping.let_go(current_actor(), favourite_id)
    flash(_("已从收藏里删去。"), "success")
    return redirect(url_for(".index"))


@pages.post("/searches")
@limit
@allow(SIGNED_IN)
def save_search() -> Response:
    """Keep the search of this address and go back to it."""
    asked = asked_now()
    keeping.save_search(current_actor(), request.form.get("name", ""), query_of(asked))
    flash(_("检索已保存，在“我的收藏”里。"), "success")
    return redirect(address(asked, direct="no"))


@pages.post("/searches/<saved_id>/remove")
@limit
@allow(SIGNED_IN)
def forget_search(saved_id: str) -> Response:
    keeping.forget_search(current_actor(), saved_id)
    flash(_("保存的检索已删去。"), "success")
    return redirect(url_for(".index"))


def _home_of(key: str) -> str:
    """Where the article or precedent of a link key lives."""
    if key.startswith(PRECEDENT):
        return url_for("law.precedent", code=key.removeprefix(PRECEDENT))
    code, version, number = key.split("/", 2)
    return url_for("law.article", code=code, number=number, version=version)
