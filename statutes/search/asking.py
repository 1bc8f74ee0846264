"""From a typed query to a result: citations first, then what the index finds."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from statutes.folding import fold
from statutes.model import Article, Resolution
from statutes.search.build import precedent_body
from statutes.search.engine import Hit, Kind, Page, Scope, SearchResult, clock, find, passage
from statutes.search.generation import Generation
from statutes.search.query import LONGEST, Query, read_query

if TYPE_CHECKING:
    from statutes.library import Library

_CITATION_SCORE = 1000.0
_FILLER = re.compile(r"[的之规定条文内容是什么原文查询,、。?？:：和及与\s]*$")


def ask(
    library: Library,
    generation: Generation,
    notices: tuple[str, ...],
    typed: str,
    scope: Scope,
    page: Page,
) -> SearchResult:
    """Answer one query. A citation goes straight to its article; the rest of the query, if any, is searched too."""
    started = clock()
    cited = library.citations(typed[:LONGEST], scope.day) if scope.kind != "precedent" else []
    direct = [_cited_hit(resolution, scope.day) for resolution in cited if resolution.article or resolution.precedent]
    told = [*notices, *(_told(resolution) for resolution in cited)]
    query = read_query(typed)
    if cited and _only_citations(typed, cited):
        return SearchResult(tuple(direct[page.offset : page.offset + page.limit]), len(direct), _once(told), clock() - started)
    hits, total = _searched(library, generation, query, scope, replace(page, limit=page.limit + len(direct)))
    known = {hit.key for hit in direct}
    hits = [hit for hit in hits if hit.key not in known]
    shown = ([*direct, *hits] if page.offset == 0 else hits)[: page.limit]
    total = max(total, len(shown))
    return SearchResult(tuple(shown), total, _once([*told, *query.notices]), clock() - started)


def _searched(library: Library, generation: Generation, query: Query, scope: Scope, page: Page) -> tuple[list[Hit], int]:
    if query.empty:
        return [], 0
    found, total = find(generation, query, scope, page)
    if not page.passages:
        return [_bare_hit(stored, score) for stored, score in found], total
    hits = (_hit(library, stored, score, query, scope.day) for stored, score in found)
    return [hit for hit in hits if hit], total


def _hit(library: Library, stored: dict[str, str], score: float, query: Query, day: date) -> Hit | None:
    """The hit with its words; None where the index is older than the library and the text is gone."""
    if stored["kind"] == "precedent":
        precedent = library.precedent(stored["key"].partition("/")[2])
        if precedent is None:
            return None
        segments = passage(precedent_body(precedent), query)
        return Hit(precedent.title, score, precedent.title, "precedent", stored["key"], segments, precedent=precedent)
    article = library.article_of_version(*_parts(stored["key"]))
    return _article_hit(article, score, day, query) if article else None


def _bare_hit(stored: dict[str, str], score: float) -> Hit:
    kind: Kind = "precedent" if stored["kind"] == "precedent" else "article"
    return Hit(stored["ref"], score, stored["ref"], kind, stored["key"])


def _article_hit(article: Article, score: float, day: date, query: Query) -> Hit:
    state = article.version.state(day)
    segments = passage(article.text, query)
    return Hit(article.ref, score, f"《{article.title}》{article.label}", "article", article.key, segments, state, article)


def _cited_hit(resolution: Resolution, day: date) -> Hit:
    if resolution.article:
        return _article_hit(resolution.article, _CITATION_SCORE, day, Query(""))
    precedent = resolution.precedent
    if precedent is None:
        raise ValueError("a cited hit needs an article or a precedent")
    segments = passage(precedent_body(precedent), Query(""))
    return Hit(
        precedent.title,
        _CITATION_SCORE,
        precedent.title,
        "precedent",
        f"precedent/{precedent.code}",
        segments,
        precedent=precedent,
    )


def _parts(key: str) -> tuple[str, str, str]:
    code, version, number = key.split("/", 2)
    return code, version, number


def _told(resolution: Resolution) -> str:
    name = resolution.instrument.title if resolution.instrument else resolution.citation.name
    if resolution.precedent:
        name = resolution.precedent.title
    return f"按引用识别：《{name}》{resolution.citation.place}。{resolution.note}"


def _only_citations(typed: str, cited: list[Resolution]) -> bool:
    """Whether nothing worth searching is left beside the citations."""
    rest, position = "", 0
    for start, end in sorted({resolution.citation.span for resolution in cited}):
        rest, position = rest + typed[position : max(start, position)], max(end, position)
    return bool(_FILLER.match(fold(rest + typed[position:]).text))


def _once(notices: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(notices))
