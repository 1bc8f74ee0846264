"""The instruments as their readers see them, where headings stand in them, and what a citation means.

The law is the same for everyone: these reads take no actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ipdesk.library import the_library
from ipdesk.refusals import NotFound
from statutes.model import LEVEL_NAMES, Article, InForce, Instrument, Resolution, Version
from statutes.quoting import headings


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version of an instrument; ``state`` is its state on the day asked for."""

    version: Version
    state: InForce
    shown: bool


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One article in the contents; ``headings`` are those that begin with it, each with its depth (from 0) and anchor."""

    article: Article
    headings: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """One instrument: its versions with their state on ``day``, and the contents of the one that is shown."""

    instrument: Instrument
    day: date
    versions: list[VersionShown]
    contents: list[ArticleEntry]
    shown: Version | None

    @property
    def gists_only(self) -> bool:
        return bool(self.contents) and all(one.article.is_gist for one in self.contents)

    @property
    def comparable(self) -> bool:
        """Whether two whole versions are held; an amendment alone is none."""
        return len([one for one in self.versions if not one.version.partial]) > 1


def instrument_view(code: str, day: date, *, version: str = "") -> InstrumentView:
    """The instrument with the contents of the version in force on ``day``, or of the one named. Raises NotFound."""
    library, instrument = the_library(), instrument_named(code)
    versions = library.versions(code)
    named = next((one for one in versions if one.key == version), None)
    articles = library.contents(code, named.starts_on if named and named.starts_on else day)
    shown = named or (articles[0].version if articles else None)
    return InstrumentView(
        instrument,
        day,
        [VersionShown(one, one.state(day), shown is not None and one.key == shown.key) for one in versions],
        _entries(articles),
        shown,
    )


def places_of(article: Article, contents: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """The headings ``article`` stands under, from the outside in, each with its anchor in these ``contents``."""
    open_headings: list[tuple[str, str]] = []
    for entry in _entries(contents):
        for depth, name, anchor in entry.headings:
            open_headings[depth:] = [(name, anchor)]
        if entry.article.number == article.number:
            return tuple(open_headings[: len(headings(article.chapter))])
    return ()


def _entries(articles: Iterable[Article]) -> list[ArticleEntry]:
    entries: list[ArticleEntry] = []
    last: tuple[str, ...] = ()
    count = 0
    for article in articles:
        here = headings(article.chapter)
        same = next((depth for depth, pair in enumerate(zip(here, last, strict=False)) if pair[0] != pair[1]), len(last))
        fresh = [(depth, name, f"part-{count + place}") for place, (depth, name) in enumerate(list(enumerate(here))[same:], 1)]
        count += len(fresh)
        entries.append(ArticleEntry(article, tuple(fresh)))
        last = here or last
    return entries


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
    levels = {level: [one for one in found if one.level == level] for level in LEVEL_NAMES}
    return {level: sorted(ones, key=lambda one: one.title) for level, ones in levels.items() if ones}


def citations_in(text: str, day: date) -> list[Resolution]:
    """What every citation in ``text`` means on ``day``, each once; where there is none, what the whole text names."""
    found = the_library().citations(text, day)
    return _each_once(found) if found else [the_library().resolve(text, day)]


def _each_once(found: Iterable[Resolution]) -> list[Resolution]:
    seen: dict[tuple[str, str], Resolution] = {}
    for one in found:
        seen.setdefault((one.citation.code or one.citation.name, one.citation.place), one)
    return list(seen.values())


def _names(instrument: Instrument) -> str:
    return "\n".join((instrument.title, instrument.document_number, *instrument.short_names))
