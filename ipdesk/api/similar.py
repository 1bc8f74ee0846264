"""Published cases like a report, for whoever may see the report."""

from __future__ import annotations

from ipdesk.api import law_shapes
from ipdesk.api.models.law import SimilarCasesOut
from ipdesk.api.room import answers, room, spec
from ipdesk.guard import allow, current_actor
from ipdesk.queries.similar import similar_view

pages = room("similar", "60 per minute")


@pages.get("/reports/<report_id>/similar")
@allow("enterprise")
@spec.validate(resp=answers(SimilarCasesOut, 404), tags=["报案"])
def of_report(report_id: str) -> SimilarCasesOut:
    """与这份报案相近的公开案例，逐件写明为什么相近；对权利人不利的另列。"""
    return _similar(report_id)


@pages.get("/cases/<case_id>/similar")
@allow("officer", "supervisor")
@spec.validate(resp=answers(SimilarCasesOut, 403, 404), tags=["窗口"])
def of_case(case_id: str) -> SimilarCasesOut:
    """与本案相近的公开案例，逐件写明为什么相近；对权利人不利的另列。"""
    return _similar(case_id)


def _similar(case_id: str) -> SimilarCasesOut:
    view = similar_view(current_actor(), case_id)
    return law_shapes.similar_cases(view.found, view.left_out)
