"""The applicant promises to mend minor gaps by a day."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from ipdesk.guard import allow, current_actor
from ipdesk.queries.reports import own_case
from ipdesk.refusals import Conflict, Invalid
from ipdesk.services.undertakings import undertake

pages = Blueprint("undertakings", __name__, url_prefix="/cases/<case_id>/undertakings")


@pages.post("/")
@allow("enterprise")
def create(case_id: str) -> Response:
    own_case(current_actor(), case_id)  # whose report it is comes before what was typed
    try:
        made = undertake(current_actor(), case_id, _promised())
    except (Conflict, Invalid) as why:
        flash(f"{why.message}{why.remedy}", "error")
    else:
        flash(_("已承诺补正 %(count)s 项；到期前会提醒您。", count=len(made)), "success")
    return redirect(url_for("dossiers.show", case_id=case_id, _anchor="undertakings"))


def _promised() -> dict[str, date]:
    """The days by finding code. Raises Invalid for a day that is none."""
    return {code: _day(code) for code in request.form.getlist("codes")}


def _day(code: str) -> date:
    try:
        return date.fromisoformat(request.form.get(f"due-{code}", ""))
    except ValueError as why:
        raise Invalid(_("有一项没有填写日期。"), _("请为勾选的每一项填写补正日期。"), fields={code: _("日期无效")}) from why
