"""The Whoosh index of a part: with ``segment`` the only place that knows Whoosh.

Whoosh holds the fields and postings durably; for ranking its postings are read once into arrays, because its own
matcher works posting by posting in Python.
"""

from __future__ import annotations

import threading
import warnings
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh import fields, index
    from whoosh.query import Term
    from whoosh.reading import IndexReader

from statutes.search.postings import Counts
from statutes.search.segment import Words, Writer


@dataclass(frozen=True, slots=True)
class Document:
    """One article or precedent as it goes into the index. ``key`` is its link key, ``body`` what is searched."""

    key: str
    kind: str
    level: str
    code: str
    ref: str
    body: str


def schema() -> fields.Schema:
    return fields.Schema(
        key=fields.STORED,
        ref=fields.STORED,
        kind=fields.ID(stored=True),
        level=fields.ID,
        code=fields.ID,
        body=Words(),
    )


def write(folder: Path, documents: Iterable[Document], progress: Callable[[int], None]) -> int:
    """Write one segment, so that Whoosh's document numbers run from 0 in the order given. Returns their number."""
    folder.mkdir()
    writer = Writer(index.create_in(folder, schema()))
    count = 0
    for count, document in enumerate(documents, 1):
        writer.add_document(
            key=document.key, ref=document.ref, kind=document.kind, level=document.level, code=document.code, body=document.body
        )
        if count % 1000 == 0:
            progress(count)
    writer.commit()
    return count


class Durable:
    """An open Whoosh index, for reading."""

    def __init__(self, folder: Path) -> None:
        self._turn = threading.Lock()
        self._reader: IndexReader = index.open_dir(folder, readonly=True).reader()

    @property
    def size(self) -> int:
        return int(self._reader.doc_count_all())

    def stored(self, document: int) -> dict[str, str]:
        """``key``, ``ref`` and ``kind`` of one document. Whoosh reads them by seeking in one file, so one thread at a time."""
        with self._turn:
            return self._reader.stored_fields(document)

    def holding(self, word: str) -> list[int]:
        """The documents Whoosh itself finds for one word: a probe."""
        from whoosh.searching import Searcher

        return sorted(Searcher(self._reader).docs_for_query(Term("body", word)))

    def word_counts(self) -> tuple[list[str], Counts]:
        """Every word in order with its postings, read block by block."""
        terms: list[str] = []
        docs, frequencies, offsets = array("i"), array("f"), [0]
        for text in self._reader.field_terms("body"):
            matcher = self._reader.postings("body", text)
            _read_blocks(matcher, docs, frequencies)
            terms.append(text)
            offsets.append(len(docs))
        counts = Counts(np.array(offsets, np.int64), np.array(docs, np.int32), np.array(frequencies).astype(np.int32))
        return terms, counts

    def close(self) -> None:
        self._reader.close()


def _read_blocks(matcher: Any, docs: array, frequencies: array) -> None:
    """Take whole blocks of ids and weights where the matcher has blocks, else posting by posting."""
    while matcher.is_active():
        if not hasattr(matcher, "_next_block"):
            docs.append(matcher.id())
            frequencies.append(matcher.weight())
            matcher.next()
            continue
        matcher.id(), matcher.weight()
        docs.extend(matcher._ids)
        frequencies.extend(matcher._weights)
        matcher._next_block()
