"""The law library: search, articles, versions side by side, citations, published cases. Open to everyone."""

from __future__ import annotations

from typing import Any, cast

from ipdesk import clock
from ipdesk.api import law_shapes as shapes
from ipdesk.api.models.law import (
    ArticlePage,
    ArticleQuery,
    CiteOut,
    CiteQuery,
    ComparisonOut,
    ComparisonQuery,
    FacetOut,
    PairOut,
    PrecedentOut,
    PrecedentsOut,
    PrecedentsQuery,
    RunOut,
    SearchOut,
    SearchQuery,
)
from ipdesk.api.room import answers, room, spec
from ipdesk.guard import EVERYONE, allow
from ipdesk.jobs.build_library import ask_for_build
from ipdesk.library import the_library
from ipdesk.queries.articles import article_view
from ipdesk.queries.comparisons import comparison_view
from ipdesk.queries.law import citations_in
from ipdesk.queries.precedents import by_weight, places_of, precedent_view
from ipdesk.queries.search import Asked, found_for
from ipdesk.refusals import Invalid, Unavailable
from statutes.differences import Run
from statutes.search.filters import FACETS, Filters

pages = room("law", "120 per minute")
TOLD_ALIKE = (  # of a precedent, as the library has them
    *("number", "court", "case_number", "cause", "facts", "holding"),
    *("amounts", "sentence", "outcome", "overtaken", "source", "grade"),
)


@pages.get("/law/search")
@allow(EVERYONE)
@spec.validate(resp=answers(SearchOut, 503), tags=["法规"], security={})
def search(query: SearchQuery) -> SearchOut:
    """检索法规和案例，带分面计数；引用直接定位到条文。"""
    asked = _asked(query)
    if not asked.anything:
        raise Invalid("没有写明要查什么。", "请写 q，或者至少写一个分面。", fields={"q": "缺少这一项"})
    found = found_for(asked, clock.today())
    if found.unavailable:
        ask_for_build()
        raise Unavailable("检索索引现在不能用。", "后台已开始重建，请过几分钟再查；条文引用可用 /law/citations。")
    return SearchOut(
        hits=[shapes.hit(one) for one in found.hits],
        total=found.total,
        page=found.page,
        pages=found.pages,
        ms=round(found.ms, 2),
        notices=list(found.notices),
        facets={
            facet: [FacetOut(value=one.value, label=one.label, count=one.count, chosen=one.chosen) for one in values]
            for facet, values in found.facets.items()
        },
    )


def _asked(query: SearchQuery) -> Asked:
    said = query.model_dump()
    chosen: dict[str, Any] = {facet: tuple(value for value in said[facet] if value) for facet in FACETS}
    if "any" in chosen["status"]:
        chosen["status"] = ()
    elif not chosen["status"]:
        chosen["status"] = Filters().status
    filters = Filters(**cast(Any, chosen), within=tuple(query.within))
    return Asked(query.q, query.as_of, filters, query.sort, query.page)


@pages.get("/law/citations")
@allow(EVERYONE)
@spec.validate(resp=answers(CiteOut), tags=["法规"], security={})
def citations(query: CiteQuery) -> CiteOut:
    """一段文字里的每个引用：是哪一条，还是没有找到。"""
    day = query.as_of or clock.today()
    return CiteOut(citations=[shapes.citation(one, day) for one in citations_in(query.text, day)])


@pages.get("/law/articles/<code>/<number>")
@allow(EVERYONE)
@spec.validate(resp=answers(ArticlePage, 404), tags=["法规"], security={})
def article(code: str, number: str, query: ArticleQuery) -> ArticlePage:
    """某一天的条文及其上下文；本库没有该日文本时给出最接近的一个，state 说明其效力。"""
    return shapes.article_page(article_view(code, number, query.as_of or clock.today(), version=query.version))


@pages.get("/law/articles/<code>/<number>/comparison")
@allow(EVERYONE)
@spec.validate(resp=answers(ComparisonOut, 404), tags=["法规"], security={})
def comparison(code: str, number: str, query: ComparisonQuery) -> ComparisonOut:
    """同一条文的两个文本逐段对照，条号变动的按对照表跟随。"""
    day = clock.today()
    view = comparison_view(code, number, day, version=query.version, other=query.other)
    return ComparisonOut(
        old=shapes.article(view.old, day),
        new=shapes.article(view.new, day),
        kinds=view.kinds,
        pairs=[PairOut(change=one.change, old=_runs(one.old), new=_runs(one.new)) for one in view.pairs],
    )


def _runs(runs: tuple[Run, ...]) -> list[RunOut]:
    return [RunOut(text=one.text, changed=one.changed) for one in runs]


@pages.get("/law/precedents")
@allow(EVERYONE)
@spec.validate(resp=answers(PrecedentsOut), tags=["法规"], security={})
def precedents(query: PrecedentsQuery) -> PrecedentsOut:
    """公开案例，可以按罪名（案由）和适用的法规筛选。"""
    found = by_weight(
        one
        for one in the_library().precedents()
        if (not query.offence or query.offence in one.subjects)
        and (not query.instrument or query.instrument in {code for code, _number in places_of(one)})
    )
    return PrecedentsOut(precedents=[shapes.precedent_ref(one) for one in found])


@pages.get("/law/precedents/<code>")
@allow(EVERYONE)
@spec.validate(resp=answers(PrecedentOut, 404), tags=["法规"], security={})
def precedent(code: str) -> PrecedentOut:
    """一个公开案例：适用的条文链接到裁判时的文本，并列出相近的案例。"""
    day = clock.today()
    view = precedent_view(code, day)
    one = view.precedent
    return PrecedentOut(
        **shapes.precedent_ref(one).model_dump(),
        **{name: getattr(one, name) for name in TOLD_ALIKE},
        figures={metric: str(value) for metric, value in one.figures},
        tags=list(one.tags),
        applied=[shapes.applied(cited, day) for cited in view.applied],
        bears_on=[shapes.applied(cited, day) for cited in view.bears_on],
        similar=shapes.similar_cases(view.similar),
    )
