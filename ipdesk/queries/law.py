"""The law as its readers see it: an article with its versions and neighbours, an instrument, what a citation means.

The law is the same for everyone: these reads take no actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ipdesk.library import the_library
from ipdesk.refusals import NotFound
from statutes.casebook import AUTHORITIES
from statutes.dividing import divide, meant
from statutes.model import Article, Citation, InForce, Instrument, Precedent, Resolution, Version
from statutes.model import article_label as label_of

LEVELS = (
    "constitution",
    "law",
    "judicial_interpretation",
    "administrative_regulation",
    "department_rule",
    "normative_document",
    "other",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One version that has the article; ``state`` is its state on the day asked for."""

    version: Version
    state: InForce
    shown: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with everything around it. ``of_the_day`` is False where the wording shown is not that of ``day``.

    ``lines`` are its words line by line, each with whether the citation that led here (``cited``, with its note) means it;
    ``cites`` are the other articles it refers to.
    """

    article: Article
    day: date
    of_the_day: bool
    state: InForce
    lines: list[tuple[str, bool]]
    wordings: list[Wording]
    before: Article | None
    after: Article | None
    cited: Resolution | None
    cites: list[Resolution]
    precedents: list[Precedent]


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """One instrument: its versions with their state on ``day``, and the articles held of the one that is shown."""

    instrument: Instrument
    day: date
    versions: list[Wording]
    articles: list[Article]
    shown: Version | None


def article_view(code: str, number: str, day: date, *, version: str = "", cited: str = "") -> ArticleView:
    """The article as it stood on ``day``, or in the version named; else the nearest wording held, marked as such.

    Raises NotFound, in words, for an instrument or article the library does not hold.
    """
    library = the_library()
    instrument = instrument_named(code)
    wordings = library.versions(code, number)
    article = library.article_of_version(code, version, number) if version else library.article(code, number, day)
    if article is None and wordings:
        article = library.article_of_version(code, _nearest(wordings, day).key, number)
    if article is None:
        raise NotFound(
            f"本库没有《{instrument.title}》{label_of(number)}。",
            "可能条号有误，也可能本库只收了该文件的部分条文。请从该文件的目录里找，或者导入官方文本后再查。",
        )
    before, after = _neighbours(article)
    resolution = library.resolve(cited, day) if cited else None
    if resolution and not resolution.found:
        resolution = None
    return ArticleView(
        article=article,
        day=day,
        of_the_day=article.version.state(day) == "in_force",
        state=article.version.state(day),
        lines=cited_lines(article.text, resolution.citation if resolution else None),
        wordings=[Wording(one, one.state(day), one.key == article.version.key) for one in wordings],
        before=before,
        after=after,
        cited=resolution,
        cites=_other_citations(article, day),
        precedents=applied_in(article.code, article.number),
    )


@dataclass(frozen=True, slots=True)
class PrecedentView:
    """One published case; ``applied`` are the articles it applied, as they are found today."""

    precedent: Precedent
    applied: list[Resolution]


def precedent_view(code: str, day: date) -> PrecedentView:
    """Raises NotFound where the library has no such case."""
    found = the_library().precedent(code)
    if found is None:
        raise NotFound(f"本库没有编号为“{code}”的案例。", "请从检索页或者典型案例页查找。")
    return PrecedentView(found, [the_library().resolve(text, day) for text in found.articles])


def applied_in(code: str, number: str) -> list[Precedent]:
    """The cases that applied the article, the weightiest authority first."""
    library, ranks = the_library(), list(AUTHORITIES)
    applied = [
        one
        for one in library.precedents()
        if any((cited.citation.code, cited.citation.number) == (code, number) for cited in map(library.resolve, one.articles))
    ]
    return sorted(applied, key=lambda one: ranks.index(one.authority) if one.authority in ranks else len(ranks))


def instrument_view(code: str, day: date, *, version: str = "") -> InstrumentView:
    """The instrument with the contents of the version in force on ``day``, or of the one named. Raises NotFound."""
    library, instrument = the_library(), instrument_named(code)
    versions = library.versions(code)
    named = next((one for one in versions if one.key == version), None)
    articles = library.contents(code, named.starts_on if named and named.starts_on else day)
    shown = articles[0].version if articles else named
    return InstrumentView(
        instrument,
        day,
        [Wording(one, one.state(day), shown is not None and one.key == shown.key) for one in versions],
        articles,
        shown,
    )


def instrument_named(code: str) -> Instrument:
    """Raises NotFound where the library has no instrument of that code."""
    found = next((one for one in the_library().instruments() if one.code == code), None)
    if found is None:
        raise NotFound(f"本库没有“{code}”这份文件。", "请从文件目录里查找，或者导入后再看。")
    return found


def instruments_by_level(text: str = "") -> Mapping[str, list[Instrument]]:
    """Every instrument whose title, number or short names hold ``text``, by level from the highest, titles in order."""
    wanted = text.strip().strip("《》")
    found = [one for one in the_library().instruments() if not wanted or wanted in _names(one)]
    levels = {level: [one for one in found if one.level == level] for level in LEVELS}
    return {level: sorted(ones, key=lambda one: one.title) for level, ones in levels.items() if ones}


def citations_in(text: str, day: date) -> list[Resolution]:
    """What every citation in ``text`` means on ``day``, each once; where there is none, what the whole text names."""
    found = the_library().citations(text, day)
    return _each_once(found) if found else [the_library().resolve(text, day)]


def cited_lines(text: str, citation: Citation | None) -> list[tuple[str, bool]]:
    """The lines of an article, each with whether ``citation`` means it: a 款 with its 项, or the one 项 it names."""
    lines = divide(text)
    cited = meant(lines, citation) if citation else ()
    return [(line.text, line in cited) for line in lines]


def _each_once(found: Iterable[Resolution]) -> list[Resolution]:
    seen: dict[tuple[str, str], Resolution] = {}
    for one in found:
        seen.setdefault((one.citation.code or one.citation.name, one.citation.place), one)
    return list(seen.values())


def _other_citations(article: Article, day: date) -> list[Resolution]:
    """What the article refers to, itself left out."""
    found = _each_once(the_library().citations(article.text, day))
    return [one for one in found if one.article and (one.article.code, one.article.number) != (article.code, article.number)]


def _neighbours(article: Article) -> tuple[Article | None, Article | None]:
    day = article.version.starts_on
    contents = the_library().contents(article.code, day) if day else the_library().contents(article.code)
    place = next((at for at, one in enumerate(contents) if one.key == article.key), None)
    if place is None:
        return None, None
    return (contents[place - 1] if place else None), (contents[place + 1] if place + 1 < len(contents) else None)


def _nearest(wordings: list[Version], day: date) -> Version:
    """The last one that had begun by ``day``, else the first there is."""
    begun = [one for one in wordings if one.starts_on is None or one.starts_on <= day]
    return begun[-1] if begun else wordings[0]


def _names(instrument: Instrument) -> str:
    return "\n".join((instrument.title, instrument.document_number, *instrument.short_names))


def cases_by_offence() -> dict[str, list[Precedent]]:
    """Every published case under each offence it concerns, the weightiest authority and the newest first."""
    ranks = list(AUTHORITIES)
    ordered = sorted(
        the_library().precedents(),
        key=lambda one: (ranks.index(one.authority) if one.authority in ranks else len(ranks), -(one.decided_in or 0), one.code),
    )
    groups: dict[str, list[Precedent]] = {}
    for one in ordered:
        for offence in one.offences:
            groups.setdefault(offence, []).append(one)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))
