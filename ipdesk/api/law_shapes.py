"""The law as the API tells it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flask import url_for

from ipdesk.api.models.law import (
    AppliedOut,
    ArticleOut,
    ArticlePage,
    ArticleRef,
    CitationOut,
    HitOut,
    PrecedentRef,
    ReasonOut,
    SimilarCasesOut,
    SimilarOut,
)
from ipdesk.queries.articles import ArticleView
from ipdesk.queries.precedents import Applied
from ipdesk.web.law_words import article_url, citations_of
from statutes.casebook import AUTHORITIES
from statutes.model import Article, Precedent, Resolution
from statutes.search.engine import Hit
from statutes.similar import SimilarCase, SimilarCases


def article(found: Article, day: date) -> ArticleOut:
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


def article_page(view: ArticleView) -> ArticlePage:
    found = view.article
    return ArticlePage(
        **article(found, view.day).model_dump(),
        note=found.note,
        gist=found.gist,
        grade=found.grade,
        chapter=found.chapter,
        citations=[words for _name, words in citations_of(found)],
        before=article_ref(view.before, view.day),
        after=article_ref(view.after, view.day),
        wordings=article_refs((one.article for one in view.wordings), view.day),
        cites=article_refs(view.cites, view.day),
        cited_by=article_refs((one.article for one in view.cited_by), view.day),
        precedents=[precedent_ref(one) for one in view.precedents],
    )


def article_ref(found: Article | None, day: date) -> ArticleRef | None:
    return next(iter(article_refs([found], day)), None) if found else None


def article_refs(found: Iterable[Article], day: date) -> list[ArticleRef]:
    return [
        ArticleRef(
            key=one.key,
            title=one.title,
            label=one.label,
            version=one.version.key,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            state=one.version.state(day),
            url=article_url(one, exact=True),
        )
        for one in found
    ]


def precedent_ref(one: Precedent) -> PrecedentRef:
    return PrecedentRef(
        code=one.code,
        title=one.title,
        authority=one.authority,
        authority_name=AUTHORITIES.get(one.authority, one.authority),
        decided_in=one.decided_in,
        offences=list(one.offences),
        url=url_for("law.precedent", code=one.code),
    )


def hit(one: Hit) -> HitOut:
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


def citation(one: Resolution, day: date) -> CitationOut:
    return CitationOut(
        text=one.citation.text,
        found=one.found,
        place=one.citation.place,
        note=one.note,
        article=article(one.article, day) if one.article else None,
        precedent=one.precedent.code if one.precedent else None,
    )


def applied(one: Applied, day: date) -> AppliedOut:
    return AppliedOut(
        text=one.citation.text,
        of_its_time=one.of_its_time,
        note=one.note,
        article=article_ref(one.article, day),
        today=article_ref(one.today, day),
    )


def similar_cases(found: SimilarCases, withheld: Iterable[str] = ()) -> SimilarCasesOut:
    return SimilarCasesOut(
        alike=[_similar(one) for one in found.alike],
        adverse=[_similar(one) for one in found.adverse],
        withheld=list(withheld),
    )


def _similar(one: SimilarCase) -> SimilarOut:
    reasons = [ReasonOut(why=reason.why, shared=list(reason.shared), weight=reason.weight) for reason in one.reasons]
    return SimilarOut(precedent=precedent_ref(one.precedent), score=one.score, reasons=reasons)
