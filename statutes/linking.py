"""Which article refers to which: the words 本法第十条, 刑法第二百一十三条, 第三条至第七条 as links between wordings.

Naming an offence refers to its article: 侵犯著作权罪 is 刑法第二百一十七条. A citation means the wording that was in force when
the citing text began, else the nearest one held: 商标法第五十七条 in an interpretation of 2020 is not the 第五十七条 of 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from statutes.catalogue import bundled_instruments
from statutes.citing import parse_citations
from statutes.model import Article, Citation
from statutes.shelf import Shelf

_MENTIONS_ARTICLE = re.compile(r"第\s*[〇零一二三四五六七八九十百千\d０-９]+\s*条|\d\s*条")
_OFFENCE = re.compile(r"(?P<offence>[^：，。；]{2,30}罪)：")


@dataclass(frozen=True, slots=True)
class Link:
    """``citing`` and ``cited`` are keys of articles; ``words`` is the reference as written."""

    citing: str
    cited: str
    words: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation in an article's text with the wording it means; ``citation.span`` is its place in the text."""

    citation: Citation
    article: Article


def references(shelf: Shelf, article: Article) -> list[Reference]:
    """What ``article`` refers to, in the order of its words; itself and what is not held are left out."""
    cited = parse_citations(article.text, shelf.names, own=article.code) if _MENTIONS_ARTICLE.search(article.text) else []
    cited = sorted([*cited, *_offences_named(article)], key=lambda citation: citation.span)
    found = ((citation, cited_wording(shelf, citation, article.starts_on)) for citation in cited)
    return [Reference(citation, meant) for citation, meant in found if meant and meant.key != article.key]


def _offences_named(article: Article) -> list[Citation]:
    """The offences another law's text names, as citations of their articles."""
    known = offence_articles()
    named = _offence_names().finditer(article.text) if "罪" in article.text else ()
    found = [Citation(match.group(), match.group(), *known[match.group()], span=match.span()) for match in named]
    return [citation for citation in found if citation.code != article.code]


@cache
def offence_articles() -> dict[str, tuple[str, str]]:
    """Offence → instrument and article number, from our own gists, which begin with the name of the offence."""
    return {
        begins["offence"]: (entry.instrument.code, provision.number)
        for entry in bundled_instruments()
        for provisions in entry.provisions.values()
        for provision in provisions.values()
        if entry.instrument.level == "law" and (begins := _OFFENCE.match(provision.text))
    }


@cache
def _offence_names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, offence_articles()), key=len, reverse=True)))


def links_from(shelf: Shelf, article: Article) -> list[Link]:
    """The references of one article as links, each cited article once."""
    found: dict[str, Link] = {}
    for one in references(shelf, article):
        found.setdefault(one.article.key, Link(article.key, one.article.key, one.citation.text))
    return list(found.values())


def all_links(shelf: Shelf) -> Iterator[Link]:
    """The links of every article at hand."""
    for holding in shelf.holdings():
        for article in shelf.articles(holding):
            yield from links_from(shelf, article)


def cited_wording(shelf: Shelf, citation: Citation, day: date | None) -> Article | None:
    """The wording ``citation`` meant on ``day`` (None: the newest held), or the nearest one held; None without any."""
    held = shelf.wordings(citation.code, citation.number)
    if not held or day is None:
        return held[-1] if held else None
    current = shelf.article_on(citation.code, citation.number, day)
    begun = [one for one in held if one.starts_on is None or one.starts_on <= day]
    return current or (begun[-1] if begun else held[0])
