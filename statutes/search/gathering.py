"""What goes into the index: every article and precedent as a document, in groups that change together, with its columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np

from statutes.model import Article, Precedent
from statutes.naming import Names
from statutes.search.columns import save_columns
from statutes.search.describing import Describer
from statutes.search.durable import Document
from statutes.search.generation import FOREVER, key_number
from statutes.search.priors import prior
from statutes.shelf import Holding, Shelf
from statutes.store import StoredTexts


@dataclass(frozen=True, slots=True)
class Group:
    """The documents of one version of one instrument, or one precedent. ``fingerprint`` stands for all their words."""

    fingerprint: str
    documents: tuple[Document, ...]


class Columns:
    """What is known of each document beside its words; cheap to gather, so gathered anew by every build."""

    def __init__(self, names: Names) -> None:
        self._describer = Describer(names)
        self._days: dict[str, list[int]] = {"starts": [], "ends": [], "dates": []}
        self._priors: list[float] = []
        self._prior = cache(prior)
        self._keys: list[int] = []

    def article(self, article: Article, document: Document, relied_on: bool) -> None:
        """``relied_on``: the desk itself cites this article, and so has a gist of it."""
        version = article.version
        ends = version.starts_on if version.repealed and not version.ends_on else version.ends_on
        starts = version.starts_on.toordinal() if version.starts_on else 0
        self._describer.article(len(self._keys), article)
        factor = self._prior(document.level, version.title, relied_on)
        self._add(document, factor, starts, ends.toordinal() if ends else FOREVER, starts)

    def precedent(self, precedent: Precedent, document: Document) -> None:
        decided = date(precedent.decided_in, 1, 1).toordinal() if precedent.decided_in else 0
        self._describer.precedent(len(self._keys), precedent)
        self._add(document, self._prior(document.level, precedent.title), 0, FOREVER, decided)

    def _add(self, document: Document, factor: float, starts: int, ends: int, dated: int) -> None:
        self._keys.append(key_number(document.key))
        self._priors.append(factor)
        for name, day in zip(("starts", "ends", "dates"), (starts, ends, dated), strict=True):
            self._days[name].append(day)

    def save(self, folder: Path) -> None:
        np.save(folder / "keys.npy", np.array(self._keys, np.uint64))
        np.save(folder / "priors.npy", np.array(self._priors, np.float32))
        for name, days in self._days.items():
            np.save(folder / f"{name}.npy", np.array(days, np.int32))
        save_columns(folder, self._describer.columns())


def gather(shelf: Shelf, precedents: Iterable[Precedent]) -> tuple[list[Group], Columns]:
    """Everything to be indexed, in the order of the shelf, then the precedents. Groups without documents are left out."""
    columns = Columns(shelf.names)
    groups = [_group(_of_holding(shelf, holding, columns)) for holding in shelf.holdings()]
    groups += [_group([_of_precedent(precedent, columns)]) for precedent in precedents]
    return [group for group in groups if group.documents], columns


def precedent_body(precedent: Precedent) -> str:
    """What is searched of a precedent."""
    parts = (
        precedent.title,
        precedent.number,
        "、".join(precedent.subjects),
        "、".join(precedent.cited),
        precedent.facts,
        precedent.holding,
        precedent.amounts,
        precedent.sentence,
    )
    return "\n".join(part for part in parts if part)


def _group(documents: Iterable[Document]) -> Group:
    held = tuple(documents)
    digest = hashlib.blake2b(digest_size=16)
    for document in held:
        parts = (document.key, document.kind, document.level, document.code, document.ref, document.body)
        digest.update("\x1f".join((*parts, "\x1e")).encode("utf-8", "surrogatepass"))
    return Group(digest.hexdigest(), held)


def _of_holding(shelf: Shelf, holding: Holding, columns: Columns) -> Iterator[Document]:
    for article in _articles(shelf, holding):
        body = f"{article.version.title}\n{article.text}"
        document = Document(article.key, "article", article.instrument.level, article.code, article.ref, body)
        columns.article(article, document, article.number in holding.gists)
        yield document


def _of_precedent(precedent: Precedent, columns: Columns) -> Document:
    key, body = f"precedent/{precedent.code}", precedent_body(precedent)
    document = Document(key, "precedent", "precedent", precedent.code, precedent.title, body)
    columns.precedent(precedent, document)
    return document


def _articles(shelf: Shelf, holding: Holding) -> Iterator[Article]:
    """All of a version's articles; stored texts are read in one go."""
    if not isinstance(holding.texts, StoredTexts):
        yield from shelf.articles(holding)
        return
    official = holding.texts.all()
    numbers = {provision.number for provision in official}
    for provision in official:
        yield shelf.made_of(holding, provision)
    for number, gist in holding.gists.items():
        if number not in numbers and gist.text:
            yield shelf.made_of(holding, gist)
