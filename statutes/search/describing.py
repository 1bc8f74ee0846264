"""What a facet or a field word may ask of an article or a precedent, gathered into columns while the index is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from statutes.casebook import AUTHORITIES
from statutes.citing import parse_citations
from statutes.folding import fold_name
from statutes.linking import offence_articles
from statutes.model import LEVEL_NAMES, Article, Instrument, Precedent
from statutes.naming import Names
from statutes.search.columns import Collector, Column

COLUMNS = (
    "kind",
    "level",
    "instrument",
    "issuer",
    "authority",
    "offence",
    "year",
    "number",
    "precedent",
    "court",
    "case",
    "applies",
)
_AMONG_THEM = re.compile(r"二百一十|21\d")
KIND_NAMES = {"article": "条文", "precedent": "案例"}


class Describer:
    """Describes documents one after the other, in the order of the index."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._collectors = {name: Collector() for name in COLUMNS}
        self._made_by = {place: name for name, place in offence_articles().items()}
        self._known_as: dict[str, tuple[str, ...]] = {}

    def article(self, document: int, article: Article) -> None:
        instrument, version = article.instrument, article.version
        add = partial(self._add, document)
        add("kind", "article", KIND_NAMES["article"])
        add("level", instrument.level, LEVEL_NAMES[instrument.level])
        add("instrument", instrument.code, instrument.title, self._aliases(instrument))
        for issuer in instrument.issuers:
            add("issuer", issuer)
        day = version.starts_on or version.adopted
        add("year", str(day.year) if day else "")
        add("number", article.number, article.label)
        for offence in self._offences(article):
            add("offence", offence)

    def precedent(self, document: int, precedent: Precedent) -> None:
        add = partial(self._add, document)
        add("kind", "precedent", KIND_NAMES["precedent"])
        add("authority", precedent.authority, AUTHORITIES.get(precedent.authority, precedent.authority))
        add("year", str(precedent.decided_in or ""))
        add("precedent", precedent.code, precedent.title)
        add("court", precedent.court)
        add("case", precedent.code, "；".join(part for part in (precedent.case_number, precedent.number) if part))
        for offence in dict.fromkeys(precedent.offences):
            add("offence", offence)
        for cited in dict.fromkeys(self._cited("；".join(precedent.cited))):
            add("applies", cited)

    def columns(self) -> dict[str, Column]:
        return {name: collector.column() for name, collector in self._collectors.items()}

    def _add(self, document: int, column: str, value: str, label: str = "", aliases: tuple[str, ...] = ()) -> None:
        self._collectors[column].add(document, value, label, aliases)

    def _aliases(self, instrument: Instrument) -> tuple[str, ...]:
        if instrument.code not in self._known_as:
            names = (instrument.title, instrument.document_number, *instrument.short_names)
            self._known_as[instrument.code] = tuple(dict.fromkeys(fold_name(name) for name in names if name))
        return self._known_as[instrument.code]

    def _offences(self, article: Article) -> Iterator[str]:
        """The offences an article makes, names, or cites the article of."""
        made = self._made_by.get((article.code, article.number))
        if made:
            yield made
            return
        text = article.text + article.gist
        if "罪" not in text and "刑法" not in text:
            return
        cited = set(self._cited(text)) if "刑法" in text and _AMONG_THEM.search(text) else set()
        yield from (name for name, place in offence_articles().items() if name in text or "/".join(place) in cited)

    def _cited(self, text: str) -> Iterator[str]:
        """``code/number`` of every article of a known instrument that is cited in ``text``."""
        for citation in parse_citations(text, self._names):
            if citation.code and citation.number:
                yield f"{citation.code}/{citation.number}"
