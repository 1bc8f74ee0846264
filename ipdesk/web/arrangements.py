"""Step 4 of a report: files that hold several documents, photos that are pages of one. Confirmed or corrected here."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from ipdesk.guard import allow, current_actor
from ipdesk.queries.arrangements import arrangements_of
from ipdesk.queries.reports import own_case
from ipdesk.queries.snapshots import CONTINUES, PARTS
from ipdesk.queries.uploads import visible_upload
from ipdesk.services import arrangements, corrections

pages = Blueprint("arrangements", __name__)


@pages.get("/reports/<case_id>/materials/arrangement")
@allow("enterprise")
def show(case_id: str) -> str:
    """A part of the materials page, and without scripts a page by itself."""
    case = own_case(current_actor(), case_id)
    page = "reports/arrangement.html" if "HX-Request" in request.headers else "reports/arrangement_page.html"
    return render_template(page, case=case, found=arrangements_of(current_actor(), case))


@pages.post("/uploads/<upload_id>/parts")
@allow("enterprise", "officer")
def parts(upload_id: str) -> Response:
    """Which pages are which document."""
    entry = request.form.get("entry", "")
    if request.form.get("take_back"):
        corrections.take_back(current_actor(), upload_id, field=PARTS, entry=entry)
    else:
        arrangements.arrange(current_actor(), upload_id, request.form.get("parts", ""), entry=entry)
    return _back(upload_id)


@pages.post("/uploads/<upload_id>/continues")
@allow("enterprise", "officer")
def continues(upload_id: str) -> Response:
    """Which file a photo continues."""
    entry = request.form.get("entry", "")
    if request.form.get("take_back"):
        corrections.take_back(current_actor(), upload_id, field=CONTINUES, entry=entry)
    else:
        arrangements.continue_file(current_actor(), upload_id, request.form.get("after", ""), entry=entry)
    return _back(upload_id)


def _back(upload_id: str) -> Response:
    flash(_("页码已按您的确认整理，预审结果已更新。"), "success")
    case_id = visible_upload(current_actor(), upload_id).case_id
    if "officer" in current_actor().roles:
        return redirect(url_for("dossiers.show", case_id=case_id))
    return redirect(url_for("materials.show", case_id=case_id, _anchor="arrangement"))
