"""My reports: the list, a new one, one with what comes next, and the end of a draft."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from casefiles.detection import detect
from casefiles.offences import load_offences
from ipdesk.acting import acting_enterprise
from ipdesk.database import db
from ipdesk.guard import allow, current_actor
from ipdesk.queries.offences import offence_name
from ipdesk.queries.progress import progress
from ipdesk.queries.report_lines import draft_steps, report_lines
from ipdesk.queries.reports import live_uploads, own_case
from ipdesk.queries.undertakings import unkept
from ipdesk.queries.uploads import still_reading
from ipdesk.services import reports
from ipdesk.services.later_receipts import not_receipted, receipts_of
from ipdesk.services.reports import NARRATIVE_LIMIT
from ipdesk.services.reviews import newest_review
from ipdesk.tables import Enterprise

pages = Blueprint("reports", __name__, url_prefix="/reports")


@pages.get("/")
@allow("enterprise")
def index() -> str:
    return render_template("reports/index.html", lines=report_lines(current_actor()))


@pages.get("/new")
@allow("enterprise")
def new() -> str:
    actor = current_actor()
    return render_template(
        "reports/new.html",
        enterprises=[db.session.get_one(Enterprise, one) for one in sorted(actor.enterprises)],
        acting=acting_enterprise(actor),
        offences=load_offences().values(),
        most=NARRATIVE_LIMIT,
    )


@pages.post("/new")
@allow("enterprise")
def create() -> Response:
    form = request.form
    case = reports.open_report(
        current_actor(),
        form.get("enterprise", ""),
        offence=form.get("offence") or None,
        narrative=form.get("narrative", ""),
        title=form.get("title", ""),
    )
    return redirect(url_for("report_steps.show", case_id=case.id, step="matter" if not case.offence else "parties"))


@pages.post("/suggestions")
@allow("enterprise")
def suggestions() -> str:
    """The offences a description suggests, with the words that led to each; kept nowhere."""
    narrative = request.form.get("narrative", "")[:NARRATIVE_LIMIT]
    found = [(offence_name(one.code), one) for one in detect(narrative)] if narrative.strip() else []
    return render_template("reports/suggestions.html", suggestions=found, asked=bool(narrative.strip()))


@pages.get("/<case_id>")
@allow("enterprise")
def show(case_id: str) -> str:
    actor = current_actor()
    case = own_case(actor, case_id)
    if case.state == "draft":
        steps = draft_steps(case)
        return render_template("reports/draft.html", case=case, steps=steps, offence=offence_name(case.offence))
    return render_template(
        "reports/show.html",
        case=case,
        progress=progress(actor, case_id),
        review=newest_review(case_id),
        uploads=live_uploads(case_id),
        receipts=receipts_of(case_id),
        not_receipted=not_receipted(case_id),
        promised=unkept(case_id) if case.state == "submitted" else (),
        reading=still_reading(case_id),
        offence=offence_name(case.offence),
    )


@pages.post("/<case_id>/delete")
@allow("enterprise")
def delete(case_id: str) -> Response:
    reports.delete_report(current_actor(), case_id)
    flash(_("草稿已经删除。"), "success")
    return redirect(url_for("reports.index"))
