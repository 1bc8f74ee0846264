"""Step 6 of a report: what is still missing, what to declare, and handing it in."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ipdesk.guard import allow, current_actor
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.reports import live_uploads, own_draft
from ipdesk.queries.uploads import still_reading
from ipdesk.refusals import STATUS, Conflict, Invalid
from ipdesk.services.declarations import DECLARATIONS
from ipdesk.services.report_questions import STEPS
from ipdesk.services.reviewing import review_soon
from ipdesk.services.reviews import is_current
from ipdesk.services.submissions import submit

pages = Blueprint("submissions", __name__, url_prefix="/reports/<case_id>/submission")


@pages.get("/")
@allow("enterprise")
def show(case_id: str) -> str:
    case = own_draft(current_actor(), case_id)
    if not is_current(case) and not still_reading(case_id):
        review_soon(case_id, by=current_actor())
    return _page(case_id)


@pages.post("/")
@allow("enterprise")
def create(case_id: str) -> str | Response | tuple[str, int]:
    form = request.form
    try:
        done = submit(
            current_actor(),
            case_id,
            version=form.get("version", 0, int),
            declared=form.getlist("declared"),
            police_only=form.get("desks") == "police_only",
            gaps_known=form.get("gaps_known") == "yes",
            without_waiting=form.get("without_waiting") == "yes",
        )
    except (Conflict, Invalid) as why:
        own_draft(current_actor(), case_id)  # where it is no draft any more, that is the letter
        return _page(case_id, letter=why), STATUS[type(why)]
    return redirect(url_for("receipts.show", case_id=done.case.id))


def _page(case_id: str, letter: Conflict | Invalid | None = None) -> str:
    actor = current_actor()
    return render_template(
        "reports/submission.html",
        case=own_draft(actor, case_id),
        view=dossier_view(actor, case_id),
        uploads=live_uploads(case_id),
        declarations=DECLARATIONS,
        names=list(STEPS.values()),
        letter=letter,
        declared=set(request.form.getlist("declared")),
        form=request.form,
    )
