"""The engines compared: the library as a user meets it, and four ways to rank the same words (OR, BM25).

A search gives the documents of one question, best first, at most ``DEPTH``, and is timed by its caller; what is needed
only to name documents stays outside.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import tantivy
from tqdm import tqdm
from whoosh import index
from whoosh.query import Or, Term

from statutes.library import Library
from statutes.search.analyzer import words
from statutes.search.filters import Filters
from statutes.search.generation import Generation
from statutes.search.postings import Postings
from statutes.search.ranking import best, scores, word_scores
from statutes.search.wording import legal_terms

DEPTH = 100
ANY_DAY = Filters(status=())


@dataclass(frozen=True)
class Engine:
    """``search`` is timed; ``names`` turns what it gave into references."""

    name: str
    search: Callable[[str], Sequence]
    names: Callable[[Sequence], list[str]]


@dataclass(frozen=True)
class Copies:
    """A generation repeated ``copies`` times in memory: every posting, prior and instrument again for each copy."""

    generation: Generation
    refs: list[str]
    copies: int

    def bodies(self) -> Iterator[tuple[int, str]]:
        """Number and words of every document."""
        cut = [" ".join(words(self.generation.text(n))) for n in range(len(self.refs))]
        total = len(self.refs) * self.copies
        yield from ((n, cut[n % len(cut)]) for n in tqdm(range(total), unit="article", leave=False))

    def named(self, documents: Sequence) -> list[str]:
        return [self.refs[int(document) % len(self.refs)] for document in documents]


def repeated(generation: Generation, copies: int) -> Copies:
    refs = [generation.stored(n)["ref"] for n in range(generation.size)]
    if copies == 1:
        return Copies(generation, refs, 1)
    size = generation.size
    starts = [generation.instruments + size * copy for copy in range(copies)]
    more = replace(
        generation,
        word_postings=_repeated(generation.word_postings, size, copies),
        bigram_postings=_repeated(generation.bigram_postings, size, copies),
        priors=np.tile(generation.priors, copies),
        instruments=np.concatenate(starts),
    )
    return Copies(more, refs, copies)


def _repeated(postings: Postings, size: int, copies: int) -> Postings:
    """Each term's documents again for every copy; a share stays what it is, as idf and mean length do."""
    counts = np.diff(postings.offsets)
    offsets = postings.offsets * copies
    docs, shares = np.empty(offsets[-1], np.int32), np.empty(offsets[-1], np.float32)
    within = np.arange(postings.offsets[-1]) - np.repeat(postings.offsets[:-1], counts)
    for copy in range(copies):
        to = np.repeat(offsets[:-1] + counts * copy, counts) + within
        docs[to], shares[to] = postings.docs + size * copy, postings.shares
    return Postings(offsets, docs, shares, postings.common, np.tile(postings.rows, copies))


def product(library: Library) -> Engine:
    """All that a search does, reading the query and naming its hits included."""
    return Engine(
        "library: whole search",
        lambda text: library.search(text, filters=ANY_DAY, limit=DEPTH, passages=False).hits,
        lambda hits: [hit.ref for hit in hits],
    )


def ranking(held: Copies) -> Engine:
    """The library's ranking by itself."""

    def search(text: str) -> np.ndarray:
        return best(scores(held.generation, text, " ".join(legal_terms(text).values())), DEPTH)

    return Engine("library: ranking", search, held.named)


def core(held: Copies) -> Engine:
    """Our arrays over the same words as the other engines."""
    return Engine(
        "arrays, same words", lambda text: best(word_scores(held.generation, dict.fromkeys(words(text), 1.0)), DEPTH), held.named
    )


def whoosh_matcher(held: Copies) -> Engine:
    """Whoosh's own matcher over the index the library keeps."""
    searchers = [
        index.open_dir(folder, readonly=True).searcher() for folder in held.generation.folder.parent.glob("part-*/whoosh")
    ]

    def search(text: str) -> Sequence:
        query = Or([Term("body", word) for word in set(words(text))])
        hits = [hit for searcher in searchers for hit in searcher.search(query, limit=DEPTH)]
        return sorted(hits, key=lambda hit: -hit.score)[:DEPTH]

    return Engine("Whoosh's matcher, same words", search, lambda hits: [hit["ref"] for hit in hits])


def fts5(held: Copies) -> Engine:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE article USING fts5(body, content='', detail=full, tokenize='unicode61')")
    connection.executemany("INSERT INTO article (rowid, body) VALUES (?, ?)", held.bodies())

    def search(text: str) -> Sequence:
        asked = " OR ".join(f'"{word}"' for word in set(words(text)))
        rows = "SELECT rowid FROM article WHERE article MATCH ? ORDER BY rank LIMIT ?"
        return connection.execute(rows, (asked, DEPTH)).fetchall() if asked else []

    return Engine("SQLite FTS5 detail=full, same words", search, lambda rows: held.named([row for (row,) in rows]))


def tantivy_engine(held: Copies, counting: bool = True) -> Engine:
    """In memory, frequencies without positions; one thread searches. ``counting``: the number of all hits is told too, as
    tantivy does unless told otherwise and as a list with a total needs; without, it may skip what cannot come first."""
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("body", tokenizer_name="whitespace", index_option="freq")
        .add_unsigned_field("number", stored=True)
        .build()
    )
    held_index = tantivy.Index(schema)
    writer = held_index.writer(400_000_000, 1)
    for number, body in held.bodies():
        writer.add_document(tantivy.Document(body=[body], number=[number]))
    writer.commit()
    writer.wait_merging_threads()
    held_index.reload()
    searcher = held_index.searcher()

    def search(text: str) -> Sequence:
        terms = [tantivy.Query.term_query(schema, "body", word, "freq") for word in set(words(text))]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        return searcher.search(query, DEPTH, count=counting).hits

    def named(hits: Sequence) -> list[str]:
        return held.named([searcher.doc(address)["number"][0] for _, address in hits])

    return Engine(f"tantivy 0.27{'' if counting else ' without totals'}, same words", search, named)
