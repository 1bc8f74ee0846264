"""Hits made ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from statutes.model import Article, Precedent, Resolution
from statutes.search.engine import Hit
from statutes.search.filters import Kind
from statutes.search.gathering import precedent_body
from statutes.search.matching import CITED_SCORE
from statutes.search.snippets import snippet

if TYPE_CHECKING:
    from statutes.library import Library


def hit_of(library: Library, stored: dict[str, str], score: float, marks: Sequence[str], day: date) -> Hit | None:
    """The hit with its words; None where the index is older than the library and the text is gone."""
    if stored["kind"] == "precedent":
        precedent = library.precedent(stored["key"].partition("/")[2])
        return _precedent_hit(precedent, score, marks) if precedent else None
    code, version, number = stored["key"].split("/", 2)
    article = library.article_of_version(code, version, number)
    return _article_hit(article, score, day, marks) if article else None


def bare_hit(stored: dict[str, str], score: float) -> Hit:
    """Reference and score alone."""
    kind: Kind = "precedent" if stored["kind"] == "precedent" else "article"
    return Hit(stored["ref"], score, stored["ref"], kind, stored["key"])


def cited_hit(resolution: Resolution, day: date) -> Hit:
    """The hit a citation is by itself; the resolution has an article or a precedent."""
    if resolution.article:
        return _article_hit(resolution.article, CITED_SCORE, day, ())
    if resolution.precedent is None:
        raise ValueError("a cited hit needs an article or a precedent")
    return _precedent_hit(resolution.precedent, CITED_SCORE, ())


def _article_hit(article: Article, score: float, day: date, marks: Sequence[str]) -> Hit:
    segments, state = snippet(article.text, marks), article.version.state(day)
    return Hit(article.ref, score, f"《{article.title}》{article.label}", "article", article.key, segments, state, article)


def _precedent_hit(precedent: Precedent, score: float, marks: Sequence[str]) -> Hit:
    title, key = precedent.title, f"precedent/{precedent.code}"
    return Hit(title, score, title, "precedent", key, snippet(precedent_body(precedent), marks), precedent=precedent)
