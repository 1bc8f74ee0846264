"""Typical cases a visitor can read without an account."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from ipdesk.guard import EVERYONE, allow
from ipdesk.queries.law import cases_by_offence
from statutes.casebook import AUTHORITIES

pages = Blueprint("guides", __name__, url_prefix="/guides")


@pages.get("/cases")
@allow(EVERYONE)
def cases() -> str:
    chosen = request.args.get("offence", "")
    groups = cases_by_offence()
    return render_template(
        "guides/cases.html", groups=groups, chosen=chosen if chosen in groups else "", authority_names=AUTHORITIES
    )
