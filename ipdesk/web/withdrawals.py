"""Taking a report back, with the reason."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from ipdesk.guard import allow, current_actor
from ipdesk.queries.progress import progress
from ipdesk.queries.reports import own_case
from ipdesk.refusals import Conflict, Invalid
from ipdesk.services.withdrawals import LONGEST, withdraw

pages = Blueprint("withdrawals", __name__, url_prefix="/reports/<case_id>/withdrawal")


@pages.get("/")
@allow("enterprise")
def new(case_id: str) -> str:
    return _page(case_id)


@pages.post("/")
@allow("enterprise")
def create(case_id: str) -> str | Response | tuple[str, int]:
    why = request.form.get("why", "")
    try:
        withdraw(current_actor(), case_id, why)
    except Invalid as wrong:
        return _page(case_id, why, wrong.data.get("fields", {})), 422
    flash(_("报案已经撤回，各窗口已经看到。"), "success")
    return redirect(url_for("reports.show", case_id=case_id))


def _page(case_id: str, why: str = "", errors: dict[str, str] | None = None) -> str:
    actor = current_actor()
    case = own_case(actor, case_id)
    if case.state != "submitted":
        raise Conflict(_("这份报案现在不能撤回：还没有提交，或者已经撤回。"), _("草稿可以直接删除。"))
    desks = progress(actor, case_id).desks
    return render_template("reports/withdrawal.html", case=case, desks=desks, why=why, errors=errors or {}, most=LONGEST)
