"""A law as printed, line by line: headings of parts, articles, and the paragraphs under them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from statutes.importing import ArticleRecord, VersionRecord
from statutes.numerals import NUMERAL

_HEADING = re.compile(rf"^第(?:{NUMERAL})(?P<kind>编|分编|章|节)(?:[\s\u3000].*|$)")
_ARTICLE = re.compile(rf"^(?P<article>第(?:{NUMERAL})条(?:之(?:{NUMERAL}))?)(?:[\s\u3000]+|$)(?P<text>.*)$")
_RANKS = ("编", "分编", "章", "节")


def read_printed(lines: Iterable[str], version: VersionRecord, place: str) -> Iterator[ArticleRecord]:
    """The articles of a printed text, each with its chapter; a text without articles is one article 全文.

    A table of contents before the articles gives headings without articles and so does no harm.
    """
    headings: dict[str, str] = {}
    article, chapter, count = "", "", 0
    body: list[str] = []
    loose: list[str] = []
    for line in (line.strip() for line in lines):
        heading, opening = _HEADING.match(line), _ARTICLE.match(line)
        if heading or opening:
            if article:
                count += 1
                yield ArticleRecord(version, article, "\n".join(body), f"{place} {article}", chapter)
            article, body = "", []
        if heading:
            _enter(headings, heading["kind"], line)
        elif opening:
            article, chapter = opening["article"], " ".join(headings[rank] for rank in _RANKS if rank in headings)
            body = [opening["text"]] if opening["text"] else []
        elif line:
            (body if article else loose).append(line)
    if article:
        yield ArticleRecord(version, article, "\n".join(body), f"{place} {article}", chapter)
    elif count == 0 and loose:
        yield ArticleRecord(version, "全文", "\n".join(loose), place)


def _enter(headings: dict[str, str], kind: str, line: str) -> None:
    for lower in _RANKS[_RANKS.index(kind) :]:
        headings.pop(lower, None)
    headings[kind] = re.sub(r"[\s\u3000]+", " ", line)
