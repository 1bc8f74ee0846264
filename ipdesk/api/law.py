"""The law library: search, articles, citations. Open to everyone, with or without a token."""

from __future__ import annotations

from datetime import date

from flask import url_for

from ipdesk import clock
from ipdesk.api.models.law import (
    ArticleOut,
    ArticleQuery,
    CitationOut,
    CiteOut,
    CiteQuery,
    HitOut,
    SearchOut,
    SearchQuery,
)
from ipdesk.api.room import answers, room, spec
from ipdesk.guard import EVERYONE, allow
from ipdesk.jobs.build_library import ask_for_build
from ipdesk.queries.law import article_view, citations_in
from ipdesk.queries.search import found_for
from ipdesk.refusals import Unavailable
from ipdesk.web.law_words import article_url
from statutes.model import Article, Resolution
from statutes.search.engine import Hit

pages = room("law", "120 per minute")


@pages.get("/law/search")
@allow(EVERYONE)
@spec.validate(resp=answers(SearchOut, 503), tags=["法规"], security={})
def search(query: SearchQuery) -> SearchOut:
    """检索法规和案例；引用直接定位到条文。"""
    found = found_for(query.q, query.as_of, kind=query.kind, page=query.page)
    if found.unavailable:
        ask_for_build()
        raise Unavailable("检索索引现在不能用。", "后台已开始重建，请过几分钟再查；条文引用可用 /law/citations。")
    return SearchOut(
        hits=[_hit(one) for one in found.hits],
        total=found.total,
        page=found.page,
        pages=found.pages,
        ms=round(found.ms, 2),
        notices=list(found.notices),
    )


@pages.get("/law/citations")
@allow(EVERYONE)
@spec.validate(resp=answers(CiteOut), tags=["法规"], security={})
def citations(query: CiteQuery) -> CiteOut:
    """一段文字里的每个引用：是哪一条，还是没有找到。"""
    day = query.as_of or clock.today()
    return CiteOut(citations=[_citation(one, day) for one in citations_in(query.text, day)])


@pages.get("/law/articles/<code>/<number>")
@allow(EVERYONE)
@spec.validate(resp=answers(ArticleOut, 404), tags=["法规"], security={})
def article(code: str, number: str, query: ArticleQuery) -> ArticleOut:
    """某一天的条文；本库没有该日文本时给出最接近的一个，state 说明其效力。"""
    day = query.as_of or clock.today()
    return _article(article_view(code, number, day, version=query.version).article, day)


def _article(found: Article, day: date) -> ArticleOut:
    return ArticleOut(
        ref=found.ref,
        key=found.key,
        instrument=found.code,
        title=found.title,
        number=found.number,
        label=found.label,
        text=found.text,
        is_gist=found.is_gist,
        version=found.version.key,
        starts_on=found.starts_on,
        starts_verified=found.starts_verified,
        ends_on=found.ends_on,
        state=found.version.state(day),
        source=found.source,
        url=article_url(found, exact=True),
    )


def _hit(one: Hit) -> HitOut:
    code = one.precedent.code if one.precedent else ""
    return HitOut(
        ref=one.ref,
        score=one.score,
        kind=one.kind,
        key=one.key,
        title=one.title,
        state=one.state,
        is_gist=bool(one.article and one.article.is_gist),
        passage="".join(segment.text for segment in one.segments),
        marks=list(dict.fromkeys(segment.text for segment in one.segments if segment.marked)),
        url=article_url(one.article, exact=True) if one.article else url_for("law.precedent", code=code),
    )


def _citation(one: Resolution, day: date) -> CitationOut:
    return CitationOut(
        text=one.citation.text,
        found=one.found,
        place=one.citation.place,
        note=one.note,
        article=_article(one.article, day) if one.article else None,
        precedent=one.precedent.code if one.precedent else None,
    )
