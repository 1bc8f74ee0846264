"""Any two reviews of a report side by side, for the applicant and for the desks that work on it."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from ipdesk.guard import allow, current_actor
from ipdesk.queries.changes import changes_between, reviews_of
from ipdesk.queries.papers import open_dossier

pages = Blueprint("changes", __name__, url_prefix="/cases/<case_id>/changes")


@pages.get("/")
@allow("enterprise", "officer", "supervisor")
def show(case_id: str) -> str:
    """The two named in the address; by default the newest and the one before."""
    actor = current_actor()
    case = open_dossier(actor, case_id).case
    reviews = reviews_of(case_id)
    before = request.args.get("before", reviews[1].id if len(reviews) > 1 else "")
    after = request.args.get("after", reviews[0].id if reviews else "")
    changes = changes_between(actor, case, before, after) if len(reviews) > 1 else None
    return render_template("dossier/compare.html", case=case, reviews=reviews, before=before, after=after, changes=changes)
