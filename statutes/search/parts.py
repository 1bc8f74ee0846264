"""The parts of an index: sealed folders with the words of some groups of documents, made once and used by many generations.

What costs time is made here once for each group: its words in Whoosh, its counts of words and bigrams, its folded text. A
generation is then put together from the parts; a group that has not changed is never read again.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np

from statutes.search.analyzer import bigrams, encode
from statutes.search.durable import Durable, write
from statutes.search.gathering import Group
from statutes.search.postings import Counts, count_pairs, load_array
from statutes.search.sealing import IndexDamaged, check_seal, seal

PREFIX = "part-"
_GROUPS = "groups.json"


@dataclass(frozen=True, slots=True)
class Part:
    """A sealed part. ``groups``: fingerprint → its first document in this part, and how many it has."""

    folder: Path
    groups: dict[str, tuple[int, int]]

    @property
    def size(self) -> int:
        return sum(many for _, many in self.groups.values())

    def words(self) -> tuple[list[str], Counts]:
        terms = (self.folder / "words.txt").read_text(encoding="utf-8")
        return terms.split("\n") if terms else [], Counts.load(self.folder, "words")

    def bigrams(self) -> tuple[np.ndarray, Counts]:
        return load_array(self.folder / "bigrams.npy"), Counts.load(self.folder, "bigrams")

    def texts(self) -> tuple[np.ndarray, np.ndarray]:
        """The folded texts one after the other, and where each begins and ends."""
        return load_array(self.folder / "texts.npy"), np.load(self.folder / "text_offsets.npy")


def write_part(root: Path, groups: Sequence[Group], progress: Callable[[int], None]) -> Part:
    """Write the words of ``groups`` under ``root``."""
    aside = root / f"aside-{uuid.uuid4().hex[:8]}"
    aside.mkdir(parents=True)
    documents = [document for group in groups for document in group.documents]
    write(aside / "whoosh", documents, progress)
    durable = Durable(aside / "whoosh")
    terms, counts = durable.word_counts()
    durable.close()
    (aside / "words.txt").write_text("\n".join(terms), encoding="utf-8")
    counts.save(aside, "words")
    _write_texts(aside, [encode(document.body) for document in documents])
    firsts = accumulate((len(group.documents) for group in groups), initial=0)
    held = {group.fingerprint: (first, len(group.documents)) for group, first in zip(groups, firsts, strict=False)}
    (aside / _GROUPS).write_text(json.dumps(held), encoding="utf-8")
    seal(aside, {})
    return Part(aside.rename(root / f"{PREFIX}{uuid.uuid4().hex[:8]}"), held)


def sound_parts(root: Path) -> list[Part]:
    """Every part under ``root`` that is whole to the last byte; damaged ones are passed over, and so written anew."""
    found = []
    for folder in sorted(root.glob(f"{PREFIX}*")):
        try:
            check_seal(folder, full=True)
            held = json.loads((folder / _GROUPS).read_text(encoding="utf-8"))
        except (IndexDamaged, OSError, ValueError):
            continue
        found.append(Part(folder, {print_: (first, many) for print_, (first, many) in held.items()}))
    return found


def _write_texts(folder: Path, texts: list[np.ndarray]) -> None:
    lengths = np.array([len(text) for text in texts], np.int64)
    terms, counts = count_pairs(*_pairs(texts, lengths))
    np.save(folder / "bigrams.npy", terms)
    counts.save(folder, "bigrams")
    np.save(folder / "texts.npy", np.concatenate([*texts, np.zeros(0, np.uint16)]))
    np.save(folder / "text_offsets.npy", np.append(0, np.cumsum(lengths)).astype(np.int64))


def _pairs(texts: list[np.ndarray], lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every bigram of every text with its document; texts are joined by a 0, which makes no bigram."""
    gap = np.zeros(1, np.uint16)
    joined = np.concatenate([part for text in texts for part in (text, gap)] or [gap])
    owners = np.repeat(np.arange(len(texts), dtype=np.int32), lengths + 1)
    found = bigrams(joined)
    held = np.flatnonzero(found)
    return found[held], owners[held]
