"""The law library's pages, open to everyone: search, article, instrument, citation, precedent."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ipdesk import clock
from ipdesk.guard import EVERYONE, allow
from ipdesk.jobs.build_library import ask_for_build
from ipdesk.queries.law import article_view, citations_in, instrument_view, instruments_by_level, precedent_view
from ipdesk.queries.search import KINDS, found_for
from ipdesk.refusals import Invalid
from ipdesk.typed import clean_text
from ipdesk.web.law_words import STATE_NAMES, STATE_TONES, article_url
from statutes.casebook import AUTHORITIES
from statutes.model import LEVEL_NAMES, Resolution

pages = Blueprint("law", __name__, url_prefix="/law")

TEXT_LIMIT = 300


@pages.context_processor
def words() -> dict[str, object]:
    return {
        "article_url": article_url,
        "level_names": LEVEL_NAMES,
        "state_names": STATE_NAMES,
        "state_tones": STATE_TONES,
        "authority_names": AUTHORITIES,
        "wanted_day": "" if request.args.get("as_of") == "all" else request.args.get("as_of", ""),
    }


@pages.get("/articles/<code>/<number>")
@allow(EVERYONE)
def article(code: str, number: str) -> str:
    args = request.args
    view = article_view(
        code, number, day_asked(), version=args.get("version", ""), cited=clean_text(args.get("cited", ""))[:TEXT_LIMIT]
    )
    return render_template("law/article.html", view=view)


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
def cite() -> Response | str | tuple[str, int]:
    """Straight to the article a citation means; several citations, or one that leads nowhere, are told on a page."""
    text = clean_text(request.args.get("text", ""))[:TEXT_LIMIT]
    if not text:
        raise Invalid("没有写明要查的引用。", "请在网址里写 text=刑法第二百一十三条，或者从检索页查找。", fields={"text": "为空"})
    found = citations_in(text, day_asked())
    if len(found) == 1 and (target := _target(found[0], text)):
        return redirect(target)
    page = render_template("law/cite.html", text=text, found=found)
    return page if any(one.found for one in found) else (page, 404)


def _target(one: Resolution, text: str) -> str | None:
    if not one.found:
        return None
    as_of = request.args.get("as_of")
    if one.article:
        return article_url(one.article, as_of=as_of, cited=text, exact=True)
    if one.precedent:
        return url_for("law.precedent", code=one.precedent.code)
    return url_for("law.instrument", code=one.instrument.code, as_of=as_of) if one.instrument else None


def day_asked() -> date:
    """The day of ``as_of`` in the address, today without one. Raises Invalid for what is no day."""
    text = request.args.get("as_of", "").strip()
    try:
        return date.fromisoformat(text) if text else clock.today()
    except ValueError as why:
        told = f"“{text[:30]}”不是一个日期。"
        raise Invalid(told, "请写成 2026-11-22 的样子，或者留空查今天的法。", fields={"as_of": told}) from why


@pages.get("")
@allow(EVERYONE)
def search() -> Response | str | tuple[str, int]:
    """One box: a citation goes straight to its article (``direct=no`` prevents it), everything else to the hits."""
    args = request.args
    text = clean_text(args.get("q", ""))[:TEXT_LIMIT]
    kind = args.get("kind", "") if args.get("kind") in KINDS else ""
    anytime = args.get("as_of") == "all"
    if not text:
        return render_template("law/search.html", text="", kind=kind, found=None)
    found = found_for(text, None if anytime else day_asked(), kind=kind, page=args.get("page", 1, type=int))
    if found.direct and args.get("direct") != "no" and (target := _target(found.direct, text)):
        return redirect(target)
    if found.unavailable:
        ask_for_build()
    page = render_template("law/search.html", text=text, kind=kind, found=found, anytime=anytime, page_address=_turned)
    return (page, 503) if found.unavailable else page


def _turned(page: int) -> str:
    now: dict[str, Any] = request.args.to_dict()
    return url_for("law.search", **{**now, "page": page})


@pages.get("/precedents/<code>")
@allow(EVERYONE)
def precedent(code: str) -> str:
    return render_template("law/precedent.html", view=precedent_view(code, day_asked()))
