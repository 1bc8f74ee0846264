"""Postings as flat arrays: for each term the documents that hold it, with the BM25 share it gives them.

Layout (compressed sparse rows): the documents of term ``i`` are ``docs[offsets[i]:offsets[i + 1]]`` (int32, ascending),
their shares ``shares[...]`` (float32). Shares are final, so that a query is a sum over its terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

K1, B = 1.5, 0.75
"""BM25 (Robertson & Zaragoza 2009). Chosen on one half of a set of lay questions, see benchmarks/search.py."""


_COMMON = 8
"""A term in more than one document of so many is kept as a whole row as well."""


@dataclass(frozen=True, slots=True)
class Postings:
    """``common`` are the terms (ascending) of the ``rows``, which hold a share for every document: adding up a row is
    many times cheaper than adding its postings one by one, and common words are in every question."""

    offsets: np.ndarray
    docs: np.ndarray
    shares: np.ndarray
    common: np.ndarray
    rows: np.ndarray

    @classmethod
    def of_shares(cls, offsets: np.ndarray, docs: np.ndarray, shares: np.ndarray, size: int) -> Postings:
        """With the rows of what is common among ``size`` documents."""
        common = np.flatnonzero(np.diff(offsets) * _COMMON > size)
        rows = np.zeros((len(common), size), np.float32)
        for row, term in zip(rows, common, strict=True):
            part = slice(offsets[term], offsets[term + 1])
            row[docs[part]] = shares[part]
        return cls(offsets, docs, shares, common, rows)

    def of(self, term: int) -> tuple[np.ndarray, np.ndarray]:
        """Documents and shares of one term."""
        part = slice(self.offsets[term], self.offsets[term + 1])
        return self.docs[part], self.shares[part]

    def weigh(self, terms: Mapping[int, float]) -> np.ndarray:
        """For each document the shares these terms give it, each times the term's weight."""
        docs, shares, size = [self.docs[:0]], [self.shares[:0]], self.rows.shape[1]
        wanted = np.fromiter(terms, np.int64, len(terms))
        places = np.searchsorted(self.common, wanted)
        held = places < len(self.common)
        held[held] = self.common[places[held]] == wanted[held]
        for (term, weight), common in zip(terms.items(), held, strict=True):
            if not common:
                found, given = self.of(term)
                docs.append(found)
                shares.append(given if weight == 1 else given * np.float32(weight))
        total = np.bincount(np.concatenate(docs), np.concatenate(shares), size).astype(np.float32)
        for place, term in zip(places[held], wanted[held], strict=True):
            weight = terms[int(term)]
            total += self.rows[place] if weight == 1 else self.rows[place] * np.float32(weight)
        return total

    def save(self, folder: Path, name: str) -> None:
        for part in _PARTS:
            np.save(folder / f"{name}.{part}.npy", getattr(self, part))

    @classmethod
    def load(cls, folder: Path, name: str) -> Postings:
        """Mapped into memory, not read: only what queries touch is ever loaded."""
        return cls(*(load_array(folder / f"{name}.{part}.npy") for part in _PARTS))


_PARTS = ("offsets", "docs", "shares", "common", "rows")


def load_array(path: Path) -> np.ndarray:
    """A saved array mapped into memory, as a plain array: slicing numpy's memmap type costs more than adding."""
    return np.load(path, mmap_mode="r").view(np.ndarray)


@dataclass(frozen=True, slots=True)
class Counts:
    """Postings before scoring: term frequencies instead of shares."""

    offsets: np.ndarray
    docs: np.ndarray
    frequencies: np.ndarray

    def save(self, folder: Path, name: str) -> None:
        for part in ("offsets", "docs", "frequencies"):
            np.save(folder / f"{name}.{part}.npy", getattr(self, part))

    @classmethod
    def load(cls, folder: Path, name: str) -> Counts:
        return cls(*(load_array(folder / f"{name}.{part}.npy") for part in ("offsets", "docs", "frequencies")))

    def lengths(self, documents: int) -> np.ndarray:
        return np.bincount(self.docs, self.frequencies, documents).astype(np.float32)

    def scored(self, lengths: np.ndarray) -> Postings:
        """BM25 shares: idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / mean length))."""
        held_by = np.diff(self.offsets)
        idf = np.log(1 + (len(lengths) - held_by + 0.5) / (held_by + 0.5)).astype(np.float32)
        mean = float(lengths.mean()) or 1.0
        damping = (K1 * (1 - B + B * lengths / mean)).astype(np.float32)
        tf = self.frequencies.astype(np.float32)
        shares = np.repeat(idf, held_by) * tf * (K1 + 1) / (tf + damping[self.docs])
        return Postings.of_shares(self.offsets, self.docs, shares.astype(np.float32), len(lengths))


def count_pairs(terms: np.ndarray, docs: np.ndarray) -> tuple[np.ndarray, Counts]:
    """From one (term, document) pair for each occurrence to the sorted terms and their counts."""
    order, frequencies = np.unique((terms.astype(np.uint64) << 32) | docs.astype(np.uint64), return_counts=True)
    held_terms, starts = np.unique((order >> 32).astype(np.uint32), return_index=True)
    offsets = np.append(starts, len(order)).astype(np.int64)
    return held_terms, Counts(offsets, (order & 0xFFFFFFFF).astype(np.int32), frequencies.astype(np.int32))
