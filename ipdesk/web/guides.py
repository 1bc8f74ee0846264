"""Typical cases a visitor can read without an account, by what they are about and by the law they apply."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from ipdesk.guard import EVERYONE, allow
from ipdesk.queries.precedents import cases_by_instrument, cases_by_subject
from ipdesk.web.law_words import for_templates

pages = Blueprint("guides", __name__, url_prefix="/guides")
pages.context_processor(for_templates)
BEGUN_WITH = 6  # cases of each group before one group is chosen


@pages.get("/cases")
@allow(EVERYONE)
def cases() -> str:
    by = "instrument" if request.args.get("by") == "instrument" or request.args.get("instrument") else "offence"
    if by == "instrument":
        groups = [(one.code, one.title, found) for one, found in cases_by_instrument()]
    else:
        groups = [(name, name, found) for name, found in cases_by_subject().items()]
    wanted = request.args.get(by, "")
    chosen = wanted if any(wanted == key for key, _title, _found in groups) else ""
    return render_template("guides/cases.html", by=by, groups=groups, chosen=chosen, begun_with=BEGUN_WITH)
