"""All the law at hand, whatever it came from: our own data and imported texts as one collection.

An imported official text takes the place of our gist of the same article and version; the gist stays as a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from statutes.catalogue import Entry
from statutes.model import Article, Instrument, Provision, Version
from statutes.naming import Names


class Texts(Protocol):
    """The official words of one version."""

    def get(self, number: str) -> Provision | None: ...

    def numbers(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Holding:
    """One version with what we have of it: gists of our own, official texts, or both."""

    version: Version
    gists: Mapping[str, Provision] = field(default_factory=dict)
    texts: Texts | None = None

    @property
    def partial(self) -> bool:
        """Whether it holds only what an amendment changed: once the whole official text is there, no longer."""
        return self.version.partial and self.texts is None

    def provision(self, number: str) -> Provision | None:
        own = self.gists.get(number)
        official = self.texts.get(number) if self.texts else None
        if official is None:
            return own if own and own.text else None
        if own is None:
            return official
        return replace(official, gist=own.gist, note=own.note or official.note)

    def numbers(self) -> list[str]:
        """Every article held, official ones in their printed order, then those known by gist alone."""
        official = list(self.texts.numbers()) if self.texts else []
        seen = set(official)
        return official + [number for number, own in self.gists.items() if number not in seen and own.text]


class Shelf:
    """Instruments by code, and of each its versions from the oldest to the newest."""

    def __init__(self, instruments: Iterable[Instrument], holdings: Iterable[Holding]) -> None:
        self.instruments = {instrument.code: instrument for instrument in instruments}
        self.names = Names(self.instruments.values())
        self._holdings: dict[str, list[Holding]] = {code: [] for code in self.instruments}
        for holding in holdings:
            self._holdings[holding.version.instrument].append(holding)
        for code, held in self._holdings.items():
            self._holdings[code] = _in_order(held)
        self._amending = {code: [one for one in held if one.partial] for code, held in self._holdings.items()}

    def versions(self, code: str) -> tuple[Version, ...]:
        return tuple(holding.version for holding in self._holdings.get(code, ()))

    def current(self, code: str, day: date) -> Holding | None:
        """The newest whole version in force on ``day``; partial ones stand beside it."""
        held = [one for one in self._holdings.get(code, ()) if not one.partial and one.version.state(day) == "in_force"]
        return held[-1] if held else None

    def contents(self, code: str, day: date) -> list[Article]:
        """The articles as they stood on ``day``, in printed order; of the newest whole version where none was in force."""
        whole = [holding for holding in self._holdings.get(code, ()) if not holding.partial]
        holding = self.current(code, day) or (whole[-1] if whole else None)
        if holding is None:
            return []
        changed = [one for one in self._amending.get(code, ()) if one.version.state(day) == "in_force"]
        articles = {article.number: article for one in (holding, *changed) for article in self.articles(one)}
        added = articles.keys() - set(holding.numbers())
        return sorted(articles.values(), key=_printed_place) if added else list(articles.values())

    def holding(self, code: str, key: str) -> Holding | None:
        return next((holding for holding in self._holdings.get(code, ()) if holding.version.key == key), None)

    def holdings(self) -> Iterator[Holding]:
        for held in self._holdings.values():
            yield from held

    def article(self, code: str, key: str, number: str) -> Article | None:
        """The article of exactly this version, or None."""
        holding = self.holding(code, key)
        return self._article(holding, number) if holding else None

    def article_on(self, code: str, number: str, day: date) -> Article | None:
        """The article as it stood on ``day``: of the newest version then in force that has it."""
        for holding in reversed(self._holdings.get(code, [])):
            if holding.version.state(day) == "in_force" and (article := self._article(holding, number)):
                return article
        return None

    def wordings(self, code: str, number: str) -> tuple[Article, ...]:
        """The article in every version that has a number like it, oldest first."""
        articles = (self._article(holding, number) for holding in self._holdings.get(code, ()))
        return tuple(article for article in articles if article)

    def articles(self, holding: Holding) -> Iterator[Article]:
        for number in holding.numbers():
            if article := self._article(holding, number):
                yield article

    def _article(self, holding: Holding, number: str) -> Article | None:
        provision = holding.provision(number)
        return self.made_of(holding, provision) if provision else None

    def made_of(self, holding: Holding, provision: Provision) -> Article:
        """The article these words of ``holding`` are; it ends where an amendment held as a partial version changed it."""
        version = holding.version
        changes = [
            one.version.starts_on
            for one in self._amending[version.instrument]
            if one is not holding and one.version.starts_on and one.provision(provision.number)
        ]
        ends = next((day for day in changes if version.starts_on is None or day > version.starts_on), None)
        if ends and (version.ends_on is None or ends < version.ends_on):
            version = replace(version, ends_on=ends)
        return Article(self.instruments[version.instrument], version, provision)


def shelve(entries: Iterable[Entry]) -> Shelf:
    """Our own data alone, as one collection."""
    entries = list(entries)
    holdings = [Holding(version, entry.provisions.get(version.key, {})) for entry in entries for version in entry.versions]
    return Shelf((entry.instrument for entry in entries), holdings)


def _in_order(held: list[Holding]) -> list[Holding]:
    """Oldest first; a version ends where the next whole one begins, unless its own data say otherwise."""
    ordered = sorted(held, key=lambda holding: (holding.version.starts_on or date.min, bool(holding.gists)))
    return [_closed(holding, ordered[place + 1 :]) for place, holding in enumerate(ordered)]


def _closed(holding: Holding, later: Sequence[Holding]) -> Holding:
    version = holding.version
    if version.ends_on or version.starts_on is None:
        return holding
    following = [other.version.starts_on for other in later if other.version.starts_on and not other.partial]
    ends = next((day for day in following if day and day > version.starts_on), None)
    return replace(holding, version=replace(version, ends_on=ends)) if ends else holding


def _printed_place(article: Article) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in article.number.split("-"))
