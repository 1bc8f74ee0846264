"""Our own data and the imported texts joined into one shelf.

An imported version takes the dates of our own where its date is that version's; else it stands beside it,
starting on its own date and marked 起始日未核.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from statutes.catalogue import Entry
from statutes.model import Instrument, Version
from statutes.naming import Names, plain_title
from statutes.shelf import Holding, Shelf
from statutes.store import Store, StoredTexts, StoredVersion


def join(entries: Sequence[Entry], store: Store) -> Shelf:
    """Everything at hand. Own instruments come first and keep their names."""
    own = {entry.instrument.code: entry for entry in entries}
    names = Names(entry.instrument for entry in entries)
    instruments = {code: entry.instrument for code, entry in own.items()}
    texts: dict[tuple[str, str], StoredVersion] = {}
    beside: list[Holding] = []
    for stored in sorted(store.versions(), key=lambda stored: stored.dated == ""):
        code = names.code(stored.law) or _code(stored.law)
        instruments.setdefault(code, _instrument(code, stored))
        key = _own_version(own[code].versions, stored) if code in own else None
        if key and (code, key) not in texts:
            texts[code, key] = stored
        else:
            beside.append(Holding(_version(code, stored), texts=StoredTexts(store, stored.row)))
    return Shelf(instruments.values(), [*_own_holdings(own.values(), texts, store), *beside])


def _own_holdings(entries: Iterable[Entry], texts: dict[tuple[str, str], StoredVersion], store: Store) -> Iterable[Holding]:
    for entry in entries:
        for version in entry.versions:
            gists = entry.provisions.get(version.key, {})
            stored = texts.get((entry.instrument.code, version.key))
            if stored is None:
                yield Holding(version, gists)
            else:
                yield Holding(replace(version, title=stored.title), gists, StoredTexts(store, stored.row))


def _own_version(versions: Sequence[Version], stored: StoredVersion) -> str | None:
    """The own version a stored one is: the same adoption or first day, or the only whole one where no date is given."""
    if not stored.dated:
        whole = [version for version in versions if not version.partial]
        return whole[0].key if len(whole) == 1 else None
    days = {stored.dated, stored.starts_on.isoformat() if stored.starts_on else stored.dated}
    for version in versions:
        own_days = {day.isoformat() for day in (version.adopted, version.starts_on) if day}
        if own_days & days:
            return version.key
    return None


def _version(code: str, stored: StoredVersion) -> Version:
    return Version(
        instrument=code,
        key=stored.dated or "undated",
        title=stored.title,
        label=f"{stored.dated}文本" if stored.dated else "未注明日期的文本",
        adopted=date.fromisoformat(stored.dated) if stored.dated else None,
        starts_on=stored.starts_on,
        ends_on=stored.ends_on,
        starts_verified=stored.starts_verified or stored.starts_on is None,
        repealed=stored.repealed,
        source=stored.source,
    )


def _instrument(code: str, stored: StoredVersion) -> Instrument:
    return Instrument(
        code=code,
        title=stored.title,
        level=stored.level,
        issuers=tuple(issuer for issuer in stored.issuer.split("、") if issuer),
        document_number=stored.document_number,
        short_names=(plain_title(stored.title),),
        official_text=stored.source,
        imported=True,
    )


def _code(law: str) -> str:
    """A code for an instrument we have no file of: short, and the same for the same title everywhere."""
    return "law-" + hashlib.sha256(law.encode()).hexdigest()[:12]
