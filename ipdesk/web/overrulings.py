"""经办人复核: an officer sets a finding aside on the dossier page, or restores it; and how often each rule was set aside."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from ipdesk.guard import allow, current_actor
from ipdesk.queries.cases import OfficerCase, officer_case
from ipdesk.queries.overrulings import rule_counts
from ipdesk.refusals import STATUS, Conflict, Invalid, NotAllowed
from ipdesk.services.overruling import overrule, restore
from ipdesk.web.dossiers import dossier_content
from ipdesk.web.typed_values import number_of

pages = Blueprint("overrulings", __name__)

Answer = tuple[str, int] | Response


@pages.post("/cases/<case_id>/findings/overrule")
@allow("officer", "supervisor")
def set_aside(case_id: str) -> Answer:
    def act(seen: OfficerCase) -> str:
        overrule(
            current_actor(),
            seen.referral.id,
            version=number_of(request.form, "version"),
            review_id=request.form.get("review_id") or None,
            finding=number_of(request.form, "finding"),
            reason=request.form.get("reason", ""),
            told=request.form.get("told") == "yes",
        )
        return _("复核已登记。")

    return _do(case_id, act)


@pages.post("/cases/<case_id>/findings/restore")
@allow("officer", "supervisor")
def take_back(case_id: str) -> Answer:
    def act(seen: OfficerCase) -> str:
        version = number_of(request.form, "version")
        restore(current_actor(), seen.referral.id, request.form.get("overruling_id", ""), version=version)
        return _("已恢复这个问题。")

    return _do(case_id, act)


@pages.get("/overrulings")
@allow("supervisor", "administrator")
def index() -> str:
    return render_template("desk/overrulings.html", counts=rule_counts())


def _do(case_id: str, act: Callable[[OfficerCase], str]) -> Answer:
    """Do it and show the dossier anew; a refusal stands above it with the reason still in its field."""
    try:
        told = act(officer_case(current_actor(), case_id))
    except (Conflict, Invalid, NotAllowed) as why:
        page = render_template("dossier/show.html", letter=why, typed=request.form, **dossier_content(case_id))
        return page, STATUS[type(why)]
    flash(told, "success")
    place = request.form.get("finding", "")
    return redirect(url_for("dossiers.show", case_id=case_id, _anchor=f"finding-{place}" if place.isdecimal() else "findings"))
