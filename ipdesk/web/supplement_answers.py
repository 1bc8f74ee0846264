"""The applicant's answer to a notice: words and files together."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from casefiles.forms import forms_for
from casefiles.telling.guidance import guidance_of
from ipdesk.guard import allow, current_actor
from ipdesk.queries.notices import own_notice
from ipdesk.queries.progress import desk_name
from ipdesk.refusals import STATUS, Conflict, Invalid
from ipdesk.services.supplements import TEXT_LIMIT, answer
from ipdesk.web import materials

pages = Blueprint("supplement_answers", __name__, url_prefix="/supplements/<supplement_id>/answer")


@pages.get("/")
@allow("enterprise")
def new(supplement_id: str) -> str:
    return _page(supplement_id)


@pages.post("/")
@allow("enterprise")
def create(supplement_id: str) -> str | Response | tuple[str, int]:
    text = request.form.get("text", "")
    try:
        notice = answer(current_actor(), supplement_id, text, items_seen=request.form.get("items_seen", None, int))
    except (Conflict, Invalid) as why:
        return _page(supplement_id, text, why), STATUS[type(why)]
    flash(_("答复已经送达，窗口现在就能看到。"), "success")
    return redirect(url_for("reports.show", case_id=notice.case_id))


def _page(supplement_id: str, text: str = "", letter: Conflict | Invalid | None = None) -> str:
    case, notice = own_notice(current_actor(), supplement_id)
    return render_template(
        "reports/answer.html",
        case=case,
        notice_row=notice,
        desk=desk_name(notice.referral.desk),
        text=text,
        letter=letter,
        guidance_of=guidance_of,
        forms_for=forms_for,
        most=TEXT_LIMIT,
        **materials.rows(case),
    )
