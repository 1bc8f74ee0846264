"""Published cases like a report, on the dossier page and by themselves."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from ipdesk.guard import allow, current_actor
from ipdesk.queries.similar import similar_view
from ipdesk.web.law_words import for_templates

pages = Blueprint("similar_cases", __name__)
pages.context_processor(for_templates)


@pages.get("/cases/<case_id>/similar")
@allow("enterprise", "officer", "supervisor")
def show(case_id: str) -> str:
    """The whole page, or its content alone for the dossier page, which fetches it once it is shown."""
    template = "dossier/similar_list.html" if "HX-Request" in request.headers else "dossier/similar_page.html"
    return render_template(template, view=similar_view(current_actor(), case_id))
