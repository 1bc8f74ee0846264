"""Parts put together into the arrays of one generation, the same whatever parts the groups came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from statutes.search.gathering import Group
from statutes.search.parts import Part
from statutes.search.postings import Counts


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the documents of a generation are: ``parts[part_of[d]]`` holds document ``d`` as its ``place_of[d]``-th."""

    parts: tuple[Part, ...]
    part_of: np.ndarray
    place_of: np.ndarray

    def targets(self, part: int) -> np.ndarray:
        """For each document of a part its place in the generation; -1 where it is used no longer."""
        found = np.full(self.parts[part].size, -1, np.int64)
        mine = np.flatnonzero(self.part_of == part)
        found[self.place_of[mine]] = mine
        return found


def place(groups: Sequence[Group], parts: Sequence[Part]) -> Placing:
    """Place every group; each must be in one of ``parts``."""
    homes = {print_: number for number, part in reversed(list(enumerate(parts))) for print_ in part.groups}
    part_of, place_of = [np.zeros(0, np.int16)], [np.zeros(0, np.int32)]
    for group in groups:
        home = homes[group.fingerprint]
        first, many = parts[home].groups[group.fingerprint]
        part_of.append(np.full(many, home, np.int16))
        place_of.append(np.arange(first, first + many, dtype=np.int32))
    return Placing(tuple(parts), np.concatenate(part_of), np.concatenate(place_of))


def write_merged(folder: Path, placing: Placing) -> None:
    """The arrays of words, bigrams and texts."""
    targets = [placing.targets(number) for number in range(len(placing.parts))]
    terms, word_counts = _words(placing, targets)
    bigram_terms, bigram_counts = _merged([(*part.bigrams(), to) for part, to in zip(placing.parts, targets, strict=True)])
    size = len(placing.part_of)
    lengths = word_counts.lengths(size) + bigram_counts.lengths(size)
    (folder / "words.txt").write_text("\n".join(terms), encoding="utf-8")
    word_counts.scored(lengths).save(folder, "words")
    np.save(folder / "bigrams.npy", bigram_terms.astype(np.uint32))
    bigram_counts.scored(lengths).save(folder, "bigrams")
    np.save(folder / "part_of.npy", placing.part_of)
    np.save(folder / "place_of.npy", placing.place_of)
    _write_texts(folder, placing)


def _words(placing: Placing, targets: list[np.ndarray]) -> tuple[list[str], Counts]:
    held = [part.words() for part in placing.parts]
    every = sorted({term for terms, _ in held for term in terms})
    numbers = {term: number for number, term in enumerate(every)}
    renumbered = [np.array([numbers[term] for term in terms], np.int64) for terms, _ in held]
    kept, counts = _merged([(ids, counts, to) for ids, (_, counts), to in zip(renumbered, held, targets, strict=True)])
    return [every[int(number)] for number in kept], counts


def _merged(pieces: Sequence[tuple[np.ndarray, Counts, np.ndarray]]) -> tuple[np.ndarray, Counts]:
    """From (numbers of the terms, their counts, targets of the documents) of each part to the terms of all, ascending, with
    their counts; documents without a target and terms without documents are left out."""
    pairs, frequencies = [np.zeros(0, np.uint64)], [np.zeros(0, np.int32)]
    for terms, counts, targets in pieces:
        documents = targets[counts.docs]
        used = documents >= 0
        of_terms = np.repeat(terms.astype(np.uint64), np.diff(counts.offsets))  # a bigram may need all 32 bits
        pairs.append((of_terms[used] << np.uint64(32)) | documents[used].astype(np.uint64))
        frequencies.append(counts.frequencies[used])
    joined = np.concatenate(pairs)
    order = np.argsort(joined, kind="stable")
    joined = joined[order]
    held, starts = np.unique(joined >> np.uint64(32), return_index=True)
    offsets = np.append(starts, len(joined)).astype(np.int64)
    return held, Counts(offsets, (joined & np.uint64(0xFFFFFFFF)).astype(np.int32), np.concatenate(frequencies)[order])


def _write_texts(folder: Path, placing: Placing) -> None:
    held = [part.texts() for part in placing.parts]
    pieces = [np.zeros(0, np.uint16)]
    for part, where in zip(placing.part_of.tolist(), placing.place_of.tolist(), strict=True):
        texts, offsets = held[part]
        pieces.append(texts[offsets[where] : offsets[where + 1]])
    np.save(folder / "texts.npy", np.concatenate(pieces))
    np.save(folder / "text_offsets.npy", np.cumsum([len(piece) for piece in pieces], dtype=np.int64))
