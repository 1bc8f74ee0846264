"""The part of a query that is citations or names of instruments, read by the library itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from statutes.citing import parse_number_text
from statutes.folding import fold, fold_name, plain
from statutes.linking import offence_articles
from statutes.model import Article, Citation, Instrument, Resolution, article_label
from statutes.numerals import NUMERAL
from statutes.search.conditions import Cited, Field, leaves
from statutes.search.query import Query, read_further, read_query

if TYPE_CHECKING:
    from statutes.library import Library

_FILLER = re.compile(r"[的之规定条文内容是什么原文查询,、。?？:：和及与\s]*$")
_BARE_NUMBER = re.compile(rf"(?:第?(?:{NUMERAL})条(?:之(?:{NUMERAL}))?|第?(?:{NUMERAL})之(?:{NUMERAL})条)$")
_BETWEEN_NUMBERS = re.compile(r"(?<=[\d条])\s(?=\s*\d)")
_NAMED = re.compile(
    r"[\u4e00-\u9fff]{1,8}\(\d{4}\)第?\d+号"  # 公通字〔2010〕23号
    r"|\(\d{4}\)[\u4e00-\u9fff\d()]{2,16}号"  # （2015）宿中知刑初字第0004号
    r"|《[^《》]{2,60}》|[\u4e00-\u9fff]{2,25}(?:条例|细则|司法解释)$"
)
"""What names a document or a case and nothing else."""
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was read. ``query`` is searched; it is empty where there is nothing but citations.

    ``cited`` are the resolutions that lead to an article or a precedent; ``keys`` the documents to be listed first;
    ``articles`` the cited articles as ``code/number``. ``direct`` is the one citation the whole query is.
    """

    query: Query
    cited: tuple[Resolution, ...] = ()
    keys: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    direct: Resolution | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        return self.query.marks


def read(library: Library, typed: str, day: date) -> Reading:
    """Read a query as typed, for the law of ``day``."""
    desk = _Desk(library, day)
    query = read_query(typed, desk.condition)
    bare = _BETWEEN_NUMBERS.sub("。", query.bare)  # 刑法213 30万元 is no article 21330
    found = [] if query.boolean else library.citations(bare, day)
    alone = bool(found) and query.condition is None and _nothing_beside(query.bare, found)
    if not found and not query.empty:
        found, query = _named(library, query, day)
        alone = bool(found)
    if not found and not query.empty:
        found = _offence(library, query.bare, day)
    leading = [one for one in found if one.article or one.precedent]
    inside = [leaf.keys for leaf in leaves(query.condition) if isinstance(leaf, Cited)] if query.condition else []
    return Reading(
        query=Query("") if alone else query,
        cited=tuple(leading),
        keys=(*(_key(one) for one in leading), *(key for keys in inside for key in keys)),
        articles=tuple(f"{one.article.code}/{one.article.number}" for one in leading if one.article),
        notices=(*map(_told, [*desk.found, *found]), *(() if alone else query.notices)),
        direct=leading[0] if alone and len(leading) == len(found) == 1 else None,
    )


def read_within(library: Library, texts: Sequence[str], day: date) -> list[Query]:
    """The queries typed into the results; empty ones are left out."""
    desk = _Desk(library, day)
    return [query for text in texts if not (query := read_further(text, desk.condition)).empty]


class _Desk:
    """Reads citations used as conditions, and remembers what to tell of them."""

    def __init__(self, library: Library, day: date) -> None:
        self._library, self._day = library, day
        self.found: list[Resolution] = []

    def condition(self, word: str) -> Cited | None:
        """The condition ``word`` is if it is a citation and nothing else."""
        found = self._library.citations(word, self._day)
        articles = [one.article for one in found if one.article]
        if not articles or len(articles) < len(found) or not _nothing_beside(word, found):
            return None
        self.found += found
        written = [form for one in found for form in _written(one)]
        keys, numbers = (one.key for one in articles), (f"{one.code}/{one.number}" for one in articles)
        return Cited(word, tuple(keys), tuple(numbers), tuple(dict.fromkeys([fold_name(word), *written])))


def _written(resolution: Resolution) -> list[str]:
    """How texts write the cited article out."""
    article: Article | None = resolution.article
    if article is None:
        return []
    names = (resolution.citation.name, article.title, article.title.removeprefix("中华人民共和国"), f"《{article.title}》")
    return [fold(name).text + article.label for name in names]


def _named(library: Library, query: Query, day: date) -> tuple[list[Resolution], Query]:
    """A query that is the name of a precedent; of an instrument, whose articles are then listed; or a bare article number.
    Names of instruments beside words bring their articles forward."""
    if query.condition is not None:
        return [], query
    name = query.bare.strip()
    number = parse_number_text(name) if _BARE_NUMBER.match(fold(name).text) else ""
    if number:
        told = f"没有写明法规：列出各文件的{article_label(number)}。"
        return [], Query("", Field("条号", ("number",), number, exact=True), notices=(told,))
    if len(name) <= _LONGEST_NAME:
        found = library.resolve(name, day)
        if found.precedent:
            return [found], query
        if found.instrument:
            return [], _all_of(found.instrument)
    return [], _with_instruments(library, _with_unheld(library, query))


def _offence(library: Library, text: str, day: date) -> list[Resolution]:
    """The article of the offence a query names and nothing else: 假冒注册商标罪; its words are searched all the same."""
    name = fold(text).text
    code, number = offence_articles().get(name, ("", ""))
    article = library.article(code, number, day) if number else None
    note = f"“{name}”规定在该条；只看与该罪名有关的条文和案例，可检索“罪名:{name}”。"
    return [Resolution(True, Citation(text, name, code, number), article, article.instrument, note=note)] if article else []


def _all_of(instrument: Instrument) -> Query:
    told = f"按文件识别：《{instrument.title}》，列出其条文。{instrument.status_note}"
    return Query("", Field("法规", ("instrument",), instrument.code, exact=True), notices=(told,))


def _with_unheld(library: Library, query: Query) -> Query:
    """Names of documents and cases the library does not hold are told, lest what their words find be taken for them."""
    named = [match.group() for match in _NAMED.finditer(fold(query.bare).text)]
    unheld = [one for one in named if not library.instrument_named(one) and not library.precedent_named(one)]
    told = [f"本库没有{one if one[0] == '《' else f'“{one}”'}，以下按词语检索。" for one in unheld]
    return replace(query, notices=(*query.notices, *told)) if told else query


def _with_instruments(library: Library, query: Query) -> Query:
    """Words that are names of instruments bring their articles forward; a short name, which the text itself never holds, is
    not searched as words where there are others."""
    named = {word: found for word in query.bare.split() if len(word) > 1 and (found := library.instrument_named(word))}
    short = [word for word, one in named.items() if fold_name(word) not in fold_name(one.title)]
    others = [word for word in query.text.split() if word not in map(plain, short)]
    told = [f"“{word}”指《{named[word].title}》，其条文排在前面。" for word in short]
    codes, text = (
        tuple(one.code for one in named.values()),
        " ".join(others or [query.text, *(named[word].title for word in short)]),
    )
    return replace(query, text=text, instruments=codes, notices=(*query.notices, *told)) if named else query


def _key(resolution: Resolution) -> str:
    if resolution.article:
        return resolution.article.key
    return f"precedent/{resolution.precedent.code}" if resolution.precedent else ""


def _told(resolution: Resolution) -> str:
    name = resolution.instrument.title if resolution.instrument else resolution.citation.name
    if resolution.precedent:
        name = resolution.precedent.title
    return f"按引用识别：《{name}》{resolution.citation.place}。{resolution.note}"


def _nothing_beside(typed: str, cited: Sequence[Resolution]) -> bool:
    """Whether nothing worth searching is left beside the citations."""
    rest, position = "", 0
    for start, end in sorted({resolution.citation.span for resolution in cited}):
        rest, position = rest + typed[position : max(start, position)], max(end, position)
    return bool(_FILLER.match(fold(rest + typed[position:]).text))
