"""Everything at hand at one moment, own data and imports together: what a library answers from until somebody imports."""

from __future__ import annotations

from dataclasses import dataclass

from statutes.casebook import bundled_precedents, by_name
from statutes.catalogue import bundled_digest, bundled_instruments
from statutes.joining import join
from statutes.model import Precedent
from statutes.shelf import Shelf, shelve
from statutes.store import Store


@dataclass(frozen=True, slots=True)
class Collection:
    """``precedents`` by code, our own retelling before an imported one; ``cases`` are they by every name. ``content`` names
    all this, so that an index made from other content shows; ``stamp`` is the store's when it was read."""

    stamp: tuple[int, ...]
    shelf: Shelf
    precedents: dict[str, Precedent]
    cases: dict[str, Precedent]
    content: str


def collect(store: Store | None, stamp: tuple[int, ...]) -> Collection:
    """Join our own data and what ``store`` holds. Raises StoreError where it is damaged."""
    entries = bundled_instruments()
    precedents: dict[str, Precedent] = {}
    for precedent in (*bundled_precedents(), *(store.precedents() if store else ())):
        precedents.setdefault(precedent.code, precedent)
    content = f"{store.revision() if store else 0}-{bundled_digest()}"
    shelf = join(entries, store) if store else shelve(entries)
    return Collection(stamp, shelf, precedents, by_name(precedents.values()), content)
