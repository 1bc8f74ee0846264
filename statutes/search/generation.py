"""One generation of the index: the arrays that answer, made from the parts that hold the words.

A pointer file names the generation that answers. Generations are built aside and swapped by replacing the pointer, so
readers are never interrupted; whatever is damaged shows in the seals of the generation and of its parts.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from statutes.search.columns import Column, load_columns
from statutes.search.durable import Durable
from statutes.search.postings import Postings, load_array
from statutes.search.sealing import IndexDamaged, check_seal

POINTER = "current"
FOREVER = date.max.toordinal()
_SMALL = ("priors", "starts", "ends", "dates", "keys", "text_offsets")


class IndexMissing(RuntimeError):
    """There is no index yet."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The Whoosh indexes of the parts as one: document ``d`` is the ``place_of[d]``-th of ``durables[part_of[d]]``."""

    durables: Sequence[Durable]
    part_of: np.ndarray
    place_of: np.ndarray

    def stored(self, document: int) -> dict[str, str]:
        """``key``, ``ref`` and ``kind`` of one document."""
        return self.durables[self.part_of[document]].stored(int(self.place_of[document]))

    def holding(self, word: str) -> np.ndarray:
        """The documents Whoosh itself finds for one word, ascending: a probe."""
        found = [np.zeros(0, np.int64)]
        for part, durable in enumerate(self.durables):
            mine = np.flatnonzero(self.part_of == part)
            found.append(mine[np.isin(self.place_of[mine], durable.holding(word))])
        return np.sort(np.concatenate(found))


@dataclass(frozen=True, slots=True)
class Generation:
    """An open generation. Arrays run over documents, in the order of the shelf.

    ``starts``, ``ends`` and ``dates`` are days (``date.toordinal``; 0 and ``FOREVER`` where open, 0 where undated), ``keys``
    the numbers of the link keys (``key_number``), ``columns`` what facets and field words ask, ``instruments`` where the
    documents of each instrument begin (every precedent stands for itself); ``texts`` holds the folded
    text of all documents one after the other as UTF-16 units, document ``i`` from ``text_offsets[i]`` on.
    """

    folder: Path
    revision: str
    durable: Kept
    words: dict[str, int]
    word_postings: Postings
    bigrams: np.ndarray
    bigram_postings: Postings
    priors: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    dates: np.ndarray
    keys: np.ndarray
    columns: dict[str, Column]
    instruments: np.ndarray
    texts: np.ndarray
    text_offsets: np.ndarray

    @property
    def size(self) -> int:
        return len(self.priors)

    def stored(self, document: int) -> dict[str, str]:
        """``key``, ``ref`` and ``kind`` of one document."""
        return self.durable.stored(document)

    def document(self, key: str) -> int | None:
        """The document of a link key, or None."""
        found = np.flatnonzero(self.keys == np.uint64(key_number(key)))
        return int(found[0]) if len(found) else None

    def bigram_places(self, wanted: np.ndarray) -> list[int]:
        """The terms of those of the ``wanted`` bigrams (ascending) that any document has."""
        if not len(self.bigrams):
            return []
        places = np.minimum(np.searchsorted(self.bigrams, wanted), len(self.bigrams) - 1)
        return [int(place) for place in places[self.bigrams[places] == wanted]]

    def text(self, document: int) -> str:
        """The folded text of one document (title and words)."""
        return self.texts[self.text_offsets[document] : self.text_offsets[document + 1]].tobytes().decode("utf-16-le", "replace")


def key_number(key: str) -> int:
    """A number that stands for a link key; two keys with the same one are not expected in ages."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big")


def open_current(root: Path) -> Generation:
    """The generation the pointer names. Raises IndexMissing or IndexDamaged."""
    for _ in range(5):  # a builder may swap and sweep between reading the pointer and opening what it names
        name = pointed(root)
        try:
            return open_generation(root / name)
        except IndexDamaged:
            if pointed(root) == name:
                raise
    raise IndexDamaged("索引在打开时不断被替换，请稍后再试。")


def pointed(root: Path) -> str:
    """The name in the pointer file. Raises IndexMissing where there is none."""
    try:
        return (root / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise IndexMissing("尚未建立检索索引。") from None
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged(f"索引指针文件不能读取：{error}。") from error


def open_generation(folder: Path) -> Generation:
    """Open one generation and its parts. Raises IndexDamaged for anything missing, cut short or overwritten."""
    try:
        manifest = check_seal(folder, full=False)
        for name in manifest["parts"]:
            check_seal(folder.parent / name, full=False)
        return _load(folder, manifest)
    except IndexDamaged:
        raise
    except Exception as error:  # whatever a damaged file makes of Whoosh or numpy, it is a damaged index
        raise IndexDamaged(f"索引 {folder.name} 不能打开：{type(error).__name__} {error}。") from error


def check_generation(folder: Path) -> list[str]:
    """Every file of a generation and its parts compared in full with the seals; the problems found, in Chinese."""
    try:
        manifest = check_seal(folder, full=True)
        for name in manifest["parts"]:
            check_seal(folder.parent / name, full=True)
    except (IndexDamaged, KeyError) as problem:
        return [str(problem)]
    return []


def swap_in(root: Path, name: str, parts: Collection[str]) -> None:
    """Point at ``name`` in one step and sweep away all but it and its ``parts``; open ones go on being readable."""
    aside = root / f"{POINTER}.new"
    aside.write_text(name, encoding="utf-8")
    aside.replace(root / POINTER)
    for folder in (*root.glob("gen-*"), *root.glob("part-*")):
        if folder.name != name and folder.name not in parts:
            shutil.rmtree(folder, ignore_errors=True)


def _load(folder: Path, manifest: dict[str, Any]) -> Generation:
    terms = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    columns, small = load_columns(folder), {name: np.load(folder / f"{name}.npy") for name in _SMALL}
    durables = tuple(Durable(folder.parent / name / "whoosh") for name in manifest["parts"])
    return Generation(
        folder=folder,
        revision=manifest["revision"],
        durable=Kept(durables, np.load(folder / "part_of.npy"), np.load(folder / "place_of.npy")),
        words={word: place for place, word in enumerate(terms)},
        word_postings=Postings.load(folder, "words"),
        bigram_postings=Postings.load(folder, "bigrams"),
        columns=columns,
        instruments=_beginnings(columns["instrument"], len(small["keys"])),
        bigrams=load_array(folder / "bigrams.npy"),
        texts=load_array(folder / "texts.npy"),
        **small,
    )


def _beginnings(instrument: Column, size: int) -> np.ndarray:
    owner = np.arange(-size, 0)
    owner[instrument.docs] = instrument.values
    return np.flatnonzero(np.diff(owner, prepend=-size - 1))
