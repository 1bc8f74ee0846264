"""Versions side by side: one rule with its differences marked, or a whole instrument article by article."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from ipdesk.guard import EVERYONE, allow
from ipdesk.queries.comparisons import comparison_view, instrument_comparison
from ipdesk.web.law_words import day_asked, for_templates

pages = Blueprint("law_compare", __name__, url_prefix="/law")
pages.context_processor(for_templates)


@pages.get("/articles/<code>/<number>/compare")
@allow(EVERYONE)
def article(code: str, number: str) -> str:
    named = {name: request.args.get(name, "") for name in ("version", "other")}
    return render_template("law/compare.html", view=comparison_view(code, number, day_asked(), **named), day=day_asked())


@pages.get("/instruments/<code>/compare")
@allow(EVERYONE)
def instrument(code: str) -> str:
    view = instrument_comparison(code, old=request.args.get("old", ""), new=request.args.get("new", ""))
    return render_template("law/compare_instrument.html", view=view)
