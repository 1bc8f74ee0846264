"""The dossier with its pre-review, for applicant and officer alike: look, correct, take a correction back, take away."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from casefiles.letters.prereview_notice import prereview_notice
from casefiles.understanding import kind_names
from ipdesk.guard import allow, current_actor
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.reports import own_draft, visible_case
from ipdesk.queries.uploads import pending, still_reading
from ipdesk.refusals import NotAllowed, NotFound
from ipdesk.services import corrections
from ipdesk.services.opened import note_letter
from ipdesk.services.report_questions import STEPS
from ipdesk.services.reviewing import review_soon
from ipdesk.services.reviews import is_current, kept, newest_review
from ipdesk.web.downloads import FORMS, paper

pages = Blueprint("dossiers", __name__)


@pages.get("/cases/<case_id>/dossier")
@allow("enterprise", "officer", "supervisor")
def show(case_id: str) -> str | AnyResponse:
    """The whole page; for a draft's applicant it is a step of the form."""
    view = dossier_view(current_actor(), case_id)
    if view.case.state == "draft":
        return redirect(url_for("dossiers.step", case_id=case_id))
    return render_template("dossier/show.html", **dossier_content(case_id))


@pages.get("/reports/<case_id>/review")
@allow("enterprise")
def step(case_id: str) -> str:
    """Step 5 of a report: reviewed anew where the form changed or a new day began."""
    case = own_draft(current_actor(), case_id)
    if not is_current(case) and not still_reading(case_id):
        review_soon(case_id, by=current_actor())
    return render_template("reports/review.html", case=case, names=list(STEPS.values()), **dossier_content(case_id))


@pages.get("/cases/<case_id>/dossier/content")
@allow("enterprise", "officer", "supervisor")
def content(case_id: str) -> str:
    """What changes when reading ends or a correction is made."""
    return render_template("dossier/dossier.html", **dossier_content(case_id))


@pages.get("/cases/<case_id>/dossier/reading")
@allow("enterprise", "officer", "supervisor")
def reading(case_id: str) -> Response:
    """How many files are still read; when none is, the page is told to fetch its content anew."""
    visible_case(current_actor(), case_id)
    waiting = pending(case_id)
    response = make_response(render_template("dossier/reading.html", case_id=case_id, reading=waiting))
    if not waiting:
        response.headers["HX-Trigger"] = "dossier-read"
    return response


@pages.post("/uploads/<upload_id>/corrections")
@allow("enterprise", "officer")
def correct(upload_id: str) -> str | AnyResponse:
    form = request.form
    place = {name: form.get(name, "") for name in ("field", "part", "entry")}
    if form.get("take_back"):
        corrections.take_back(current_actor(), upload_id, **place)
    else:
        corrections.correct(current_actor(), upload_id, value=form.get("value", ""), **place)
    case_id = form.get("case_id", "")
    if "HX-Request" in request.headers:
        return render_template("dossier/dossier.html", **dossier_content(case_id))
    return redirect(url_for("dossiers.show", case_id=case_id, _anchor=f"upload-{upload_id}"))


@pages.get(f"/cases/<case_id>/prereview.<{FORMS}>")
@allow("enterprise", "officer", "supervisor")
def notice(case_id: str, form: str) -> Response:
    """材料预审提示, to take away. Not for readers from whom part of it is withheld."""
    actor = current_actor()
    view = dossier_view(actor, case_id)
    row = newest_review(case_id)
    if row is None or view.informed:
        raise NotFound(_("还没有预审结果。"), _("上传的材料读完之后自动预审。"))
    if any(one.withheld for one in view.findings) or any(one.sealed for one in view.materials):
        raise NotAllowed(_("预审提示涉及标为商业秘密的材料，您没有被指定查阅。"), _("请由上传人或者被指定的人下载。"))
    note_letter(actor, case_id, "prereview_notice")
    number, applicant = view.case.number or "", view.case.enterprise.name
    return paper(prereview_notice(kept(row), number=number, applicant=applicant), form, f"材料预审提示{number}")


def dossier_content(case_id: str) -> dict[str, Any]:
    """What the dossier's templates need, for the reader of the present request."""
    return {
        "view": dossier_view(current_actor(), case_id),
        "kind_names": kind_names,
        "law_is_open": "law.cite" in current_app.view_functions,
    }
