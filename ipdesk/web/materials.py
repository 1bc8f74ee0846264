"""Step 4 of a report: its files, what this offence needs, and how the reading goes."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from casefiles.understanding import kind_names
from ipdesk.database import db
from ipdesk.guard import allow, current_actor
from ipdesk.queries.needs import needs_of
from ipdesk.queries.reports import live_uploads, open_for_materials, own_case
from ipdesk.queries.uploads import openable, pending, reading_of
from ipdesk.services import reports
from ipdesk.services.named_readers import candidates
from ipdesk.services.report_questions import STEPS
from ipdesk.services.reviews import newest_review
from ipdesk.storage import settings
from ipdesk.tables import Account, Case, NamedReader, ReviewRow, Upload

pages = Blueprint("materials", __name__, url_prefix="/reports/<case_id>/materials")


@pages.get("/")
@allow("enterprise")
def show(case_id: str) -> str:
    case = open_for_materials(current_actor(), case_id)
    review = newest_review(case.id)
    return render_template(
        "reports/materials.html",
        case=case,
        names=list(STEPS.values()),
        needs=needs_of(case, review),
        kinds=sorted(kind_names.items()),
        offline=set((case.answers or {}).get("offline_kinds", ())),
        **rows(case),
    )


@pages.get("/readings")
@allow("enterprise")
def readings(case_id: str) -> Response:
    """How the reading goes, and anew the rows of the files the browser still waits for."""
    case = own_case(current_actor(), case_id)
    shown = rows(case)
    waited_for = set(request.args.get("waiting", "").split(",")) | {row["upload"].id for row in shown["rows"] if row["pending"]}
    beside = {"needs": needs_of(case, newest_review(case.id))} if "needs" in request.args else {}
    page = render_template("reports/readings.html", case=case, waited_for=waited_for, **beside, **shown)
    return make_response(page, {} if shown["reading"] else {"HX-Trigger": "readings-done"})


@pages.post("/offline")
@allow("enterprise")
def offline(case_id: str) -> Response:
    """The kinds of documents whose originals come on paper."""
    kinds = [kind for kind in request.form.getlist("offline_kinds") if kind in kind_names]
    reports.save_offline_kinds(current_actor(), case_id, kinds)
    flash(_("线下提交的材料已经记下。"), "success")
    return redirect(url_for("materials.show", case_id=case_id, _anchor="offline"))


def rows(case: Case) -> dict[str, Any]:
    """The files as the page lists them, with their sums and the desk's limits."""
    actor, uploads, limits = current_actor(), live_uploads(case.id), settings()
    may_open, review = openable(actor, case.id), newest_review(case.id)
    return {
        "rows": [row(upload, review, upload.id in may_open) for upload in uploads],
        "count": len(uploads),
        "used": sum(upload.size for upload in uploads),
        "reading": pending(case.id),
        "limits": limits,
    }


def row(upload: Upload, review: ReviewRow | None, may_open: bool) -> dict[str, Any]:
    """One file of the list: how its reading stands, what it turned out to be, who may open it."""
    known = review is not None and review.uploads.get(upload.file_name) == upload.id
    documents = (
        [one for one in review.result["materials"] if review.uploads.get(one["file"]) == upload.id] if review and known else []
    )
    return {
        "upload": upload,
        "reading": reading_of(upload),
        "pending": reading_of(upload).state != "done" or not known,
        "kinds": list(dict.fromkeys(kind_names.get(one["kind"], one["kind"]) for one in documents)),
        "problems": [problem for one in documents for problem in one.get("problems", ())] if may_open else [],
        "may_open": may_open,
        "readers": _readers(upload) if upload.secret else [],
        "candidates": candidates(db.session(), current_actor(), upload)
        if upload.secret and upload.uploaded_by == current_actor().id
        else [],
    }


def _readers(upload: Upload) -> list[Account]:
    found = db.session.query(Account).join(NamedReader, NamedReader.account_id == Account.id)
    return found.filter(NamedReader.upload_id == upload.id).order_by(Account.name).all()
