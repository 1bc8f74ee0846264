"""The law library's pages, open to everyone: search, article, instrument, citation, precedent."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from ipdesk.guard import EVERYONE, allow, current_actor
from ipdesk.jobs.build_library import ask_for_build
from ipdesk.queries.articles import article_view
from ipdesk.queries.keeping import PRECEDENT, favourite
from ipdesk.queries.law import citations_in, instrument_view, instruments_by_level
from ipdesk.queries.precedents import precedent_view
from ipdesk.queries.search import Found, found_for, marks_of, passages
from ipdesk.refusals import Invalid
from ipdesk.typed import clean_text
from ipdesk.web import law_asking
from ipdesk.web.law_asking import TEXT_LIMIT
from ipdesk.web.law_words import article_url, citations_of, day_asked, for_templates, state_name
from statutes.model import Resolution
from statutes.search.engine import Hit

pages = Blueprint("law", __name__, url_prefix="/law")
pages.context_processor(for_templates)


@pages.get("/articles/<code>/<number>")
@allow(EVERYONE)
def article(code: str, number: str) -> str:
    cited, find = (clean_text(request.args.get(name, ""))[:TEXT_LIMIT] for name in ("cited", "find"))
    view = article_view(code, number, day_asked(), version=request.args.get("version", ""), cited=cited, find=find)
    return render_template("law/article.html", view=view, kept=favourite(current_actor(), view.article.key))


@pages.get("/instruments")
@allow(EVERYONE)
def instruments() -> str:
    text = clean_text(request.args.get("text", ""))[:TEXT_LIMIT]
    return render_template("law/instruments.html", levels=instruments_by_level(text), text=text)


@pages.get("/instruments/<code>")
@allow(EVERYONE)
def instrument(code: str) -> str:
    view = instrument_view(code, day_asked(), version=request.args.get("version", ""))
    return render_template("law/instrument.html", view=view)


@pages.get("/cite")
@allow(EVERYONE)
def cite() -> AnyResponse | str | tuple[str, int]:
    """Straight to the article a citation means; several citations, or one that leads nowhere, are told on a page."""
    text = clean_text(request.args.get("text", ""))[:TEXT_LIMIT]
    if not text:
        raise Invalid("没有写明要查的引用。", "请在网址里写 text=刑法第二百一十三条，或者从检索页查找。", fields={"text": "为空"})
    found = citations_in(text, day_asked())
    if len(found) == 1 and (target := _target(found[0], text)):
        return redirect(target)
    page = render_template("law/cite.html", text=text, found=found, day=day_asked())
    return page if any(one.found for one in found) else (page, 404)


def _target(one: Resolution, text: str) -> str | None:
    if not one.found:
        return None
    as_of = request.args.get("as_of")
    if one.article:
        return article_url(one.article, exact=True, as_of=as_of, cited=text)
    if one.precedent:
        return url_for("law.precedent", code=one.precedent.code)
    return url_for("law.instrument", code=one.instrument.code, as_of=as_of) if one.instrument else None


@pages.get("")
@allow(EVERYONE)
def search() -> AnyResponse | str | tuple[str, int]:
    """One box: a citation goes straight to its article (``direct=no`` prevents it), everything else to the hits."""
    asked = law_asking.asked_now()
    if not asked.anything:
        return render_template("law/search.html", asked=asked, found=None, asking=law_asking)
    found = found_for(asked, day_asked())
    goes_on = found.direct and request.args.get("direct") != "no" and not asked.narrowed
    if goes_on and found.direct and (target := _target(found.direct, asked.text)):
        return _led_to(target)
    if found.unavailable:
        ask_for_build()
    page = render_template(
        "law/search.html",
        asked=asked,
        found=found,
        asking=law_asking,
        labels=_labels(found),
        day=day_asked(),
        pages_of=lambda page: law_asking.address(asked, page=page),
        lines_of=partial(passages, marks=marks_of(asked.text)),
        citation_of=_citation_of,
    )
    return (page, 503) if found.unavailable else page


def _citation_of(hit: Hit) -> str:
    """What copying a hit copies."""
    if hit.article:
        return citations_of(hit.article)[0][1]
    number = hit.precedent.number if hit.precedent else ""
    return hit.title + (f"（{number}）" if number else "")


def _led_to(target: str) -> AnyResponse:
    """A redirect; htmx, which would swap the new page into a part of the old one, is told to go there instead."""
    return Response(status=204, headers={"HX-Redirect": target}) if "HX-Request" in request.headers else redirect(target)


def _labels(found: Found) -> dict[tuple[str, str], str]:
    """How each value of each facet is called; the status as told for the day of the search."""
    named = {(facet, one.value): one.label for facet, values in found.facets.items() for one in values}
    told = {("status", state): state_name(state, day_asked()) for state in ("in_force", "not_yet", "ended")}
    return {**named, **told}


@pages.get("/precedents/<code>")
@allow(EVERYONE)
def precedent(code: str) -> str:
    view = precedent_view(code, day_asked())
    kept = favourite(current_actor(), PRECEDENT + view.precedent.code)
    return render_template("law/precedent.html", view=view, kept=kept)
