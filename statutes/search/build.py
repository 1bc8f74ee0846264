"""Building a generation aside, proving it by probes, and swapping it in."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from statutes.importing import Progress
from statutes.model import Article, Precedent
from statutes.naming import Names
from statutes.search.analyzer import bigrams, encode, words
from statutes.search.columns import save_columns
from statutes.search.describing import Describer
from statutes.search.durable import Document, Durable, write
from statutes.search.generation import Generation, key_number, open_generation, seal, swap_in
from statutes.search.locking import building
from statutes.search.postings import count_pairs
from statutes.search.priors import prior
from statutes.shelf import Holding, Shelf
from statutes.store import StoredTexts

_PROBES = 12
FOREVER = date.max.toordinal()


class BuildFailed(RuntimeError):
    """The new generation did not pass its probes and was thrown away; the old one goes on answering."""


def build(root: Path, shelf: Shelf, precedents: list[Precedent], revision: str, progress: Progress | None = None) -> Path:
    """Build, prove and swap in a generation under ``root``; returns its folder. One builder at a time."""
    with building(root):
        for leftover in root.glob("aside-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        aside = root / f"aside-{uuid.uuid4().hex[:8]}"
        try:
            _write(aside, shelf, precedents, progress or _silent)
            seal(aside, revision)
            _prove(open_generation(aside))
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        final = root / f"gen-{uuid.uuid4().hex[:8]}"
        aside.rename(final)
        swap_in(root, final.name)
        return final


def _silent(done: int, total: int) -> None:
    """No progress wanted."""


class _Columns:
    """What is collected of each document on its way into Whoosh."""

    def __init__(self, names: Names) -> None:
        self._describer = Describer(names)
        self.texts: list[np.ndarray] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.dates: list[int] = []
        self.priors: list[float] = []
        self.keys: list[int] = []

    def add_article(self, article: Article, factor: float, body: str) -> None:
        version = article.version
        ends = version.starts_on if version.repealed and not version.ends_on else version.ends_on
        self._describer.article(len(self.texts), article)
        self.starts.append(version.starts_on.toordinal() if version.starts_on else 0)
        self.ends.append(ends.toordinal() if ends else FOREVER)
        self.dates.append(self.starts[-1])
        self._add(article.key, factor, body)

    def add_precedent(self, precedent: Precedent, key: str, factor: float, body: str) -> None:
        self._describer.precedent(len(self.texts), precedent)
        self.starts.append(0)
        self.ends.append(FOREVER)
        self.dates.append(date(precedent.decided_in, 1, 1).toordinal() if precedent.decided_in else 0)
        self._add(key, factor, body)

    def _add(self, key: str, factor: float, body: str) -> None:
        self.keys.append(key_number(key))
        self.priors.append(factor)
        self.texts.append(encode(body))

    def save(self, folder: Path) -> None:
        np.save(folder / "keys.npy", np.array(self.keys, np.uint64))
        np.save(folder / "priors.npy", np.array(self.priors, np.float32))
        for name in ("starts", "ends", "dates"):
            np.save(folder / f"{name}.npy", np.array(getattr(self, name), np.int32))
        save_columns(folder, self._describer.columns())


def _write(folder: Path, shelf: Shelf, precedents: list[Precedent], progress: Progress) -> None:
    folder.mkdir(parents=True)
    columns = _Columns(shelf.names)
    documents = _documents(shelf, precedents, columns)
    total = len(precedents) + sum(len(holding.numbers()) for holding in shelf.holdings())
    write(folder / "whoosh", documents, lambda done: progress(min(done, total - 1), total))
    durable = Durable(folder / "whoosh")
    terms, word_counts = durable.word_counts()
    durable.close()
    (folder / "words.txt").write_text("\n".join(terms), encoding="utf-8")
    lengths_of_texts = np.array([len(text) for text in columns.texts], np.int64)
    pairs, pair_docs = _pairs(columns.texts, lengths_of_texts)
    bigram_terms, bigram_counts = count_pairs(pairs, pair_docs)
    size = len(columns.texts)
    lengths = word_counts.lengths(size) + bigram_counts.lengths(size)
    word_counts.scored(lengths).save(folder, "words")
    bigram_counts.scored(lengths).save(folder, "bigrams")
    np.save(folder / "bigrams.npy", bigram_terms)
    np.save(folder / "texts.npy", np.concatenate([*columns.texts, np.zeros(0, np.uint16)]))
    np.save(folder / "text_offsets.npy", np.append(0, np.cumsum(lengths_of_texts)).astype(np.int64))
    columns.save(folder)
    progress(total, total)


def _pairs(texts: list[np.ndarray], lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every bigram of every text with its document; texts are joined by a 0, which makes no bigram."""
    gap = np.zeros(1, np.uint16)
    joined = np.concatenate([part for text in texts for part in (text, gap)] or [gap])
    owners = np.repeat(np.arange(len(texts), dtype=np.int32), lengths + 1)
    found = bigrams(joined)
    held = np.flatnonzero(found)
    return found[held], owners[held]


def _documents(shelf: Shelf, precedents: list[Precedent], columns: _Columns) -> Iterator[Document]:
    for holding in shelf.holdings():
        factor = prior(shelf.instruments[holding.version.instrument].level, holding.version.title)
        for article in _articles(shelf, holding):
            body = f"{article.version.title}\n{article.text}"
            columns.add_article(article, factor, body)
            yield Document(article.key, "article", article.instrument.level, article.code, article.ref, body)
    for precedent in precedents:
        key, body = f"precedent/{precedent.code}", precedent_body(precedent)
        columns.add_precedent(precedent, key, prior("precedent", precedent.title), body)
        yield Document(key, "precedent", "precedent", precedent.code, precedent.title, body)


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


def precedent_body(precedent: Precedent) -> str:
    """What is searched of a precedent."""
    parts = (
        precedent.title,
        precedent.number,
        "、".join(precedent.offences),
        "、".join(precedent.articles),
        precedent.facts,
        precedent.holding,
        precedent.amounts,
        precedent.sentence,
    )
    return "\n".join(part for part in parts if part)


def _prove(generation: Generation) -> None:
    """Probe the new generation: Whoosh and the arrays must find the same, and every probed text its own words."""
    if generation.durable.size != generation.size:
        raise BuildFailed("新索引未通过校验：文档数不一致，已弃用，原索引继续服务。")
    for document in np.linspace(0, generation.size - 1, min(_PROBES, generation.size)).astype(int):
        for word in words(generation.text(int(document)))[:3]:
            term = generation.words.get(word)
            found = generation.word_postings.of(term)[0] if term is not None else np.zeros(0)
            if document not in found or len(found) != generation.durable.holds(word):
                raise BuildFailed(f"新索引未通过校验：探查词“{word}”结果不一致，已弃用，原索引继续服务。")
