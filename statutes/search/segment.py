"""How one Whoosh segment is written: the same files as Whoosh's own writer makes, in a third of its time and memory.

Whoosh keeps every posting as a tuple, spills sorted runs of them to disk and merges those again. Our documents come in
ascending order, so that a list for each term is in order as it grows, and only the terms need sorting.
"""

from __future__ import annotations

import warnings
from array import array
from collections import Counter
from collections.abc import Iterator
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh import fields
    from whoosh.index import FileIndex
    from whoosh.system import pack_uint
    from whoosh.writing import SegmentWriter

from statutes.search.analyzer import WordTokenizer, words


class Words(fields.TEXT):
    """A field of running text indexed by its words and how often each occurs."""

    def __init__(self) -> None:
        super().__init__(analyzer=WordTokenizer(), phrase=False)

    def index(self, value: str, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Word, frequency, weight and encoded frequency of each different word."""
        for word, frequency in Counter(words(value)).items():
            yield word.encode(), frequency, float(frequency), pack_uint(frequency)


class _Pool:
    """All postings of a segment by field and term. What a posting says beside its document recurs, and is kept once."""

    def __init__(self) -> None:
        self._terms: dict[tuple[str, bytes], tuple[array, array]] = {}
        self._sayings: dict[tuple[float, bytes], int] = {}

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        field, text, document, weight, value = posting
        held = self._terms.get((field, text))
        if held is None:
            held = self._terms[field, text] = array("i"), array("i")
        held[0].append(document)
        held[1].append(self._sayings.setdefault((weight, value), len(self._sayings)))

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        sayings = list(self._sayings)
        for field, text in sorted(self._terms):
            for document, saying in zip(*self._terms[field, text], strict=True):
                yield field, text, document, *sayings[saying]

    def cleanup(self) -> None:
        self._terms.clear()


class _Lengths:
    """The lengths of documents as Whoosh keeps them, each read once instead of once for every posting."""

    def __init__(self, reader: Any) -> None:
        self._reader, self._fields = reader, dict[str, list[int]]()

    def doc_field_length(self, document: int, field: str) -> int:
        if field not in self._fields:
            every = range(self._reader.doc_count_all())
            self._fields[field] = [self._reader.doc_field_length(one, field) or 0 for one in every]
        return self._fields[field][document]

    def close(self) -> None:
        self._reader.close()


class Writer(SegmentWriter):
    """Writes one segment of documents in the order given."""

    def __init__(self, index: FileIndex) -> None:
        super().__init__(index)
        self.pool = _Pool()

    def per_document_reader(self) -> _Lengths:
        return _Lengths(super().per_document_reader())
