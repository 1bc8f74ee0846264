"""One generation of the index on disk: a folder with the Whoosh index, the arrays made from it, and a manifest.

A pointer file names the generation that answers. Generations are built aside and swapped by replacing the pointer, so
readers are never interrupted; whatever is damaged shows in the manifest's fingerprints.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from statutes.search.columns import Column, load_columns
from statutes.search.durable import Durable
from statutes.search.postings import Postings, load_array

POINTER = "current"
MANIFEST = "manifest.json"
FORMAT = 2
_SAMPLE = 65536


class IndexMissing(RuntimeError):
    """There is no index yet."""


class IndexDamaged(RuntimeError):
    """The index is there but cannot be used; the message says in Chinese what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Generation:
    """An open generation. Arrays run over documents, in the order Whoosh numbers them.

    ``starts``, ``ends`` and ``dates`` are days (``date.toordinal``; 0 and ``FOREVER`` where open, 0 where undated), ``keys``
    the numbers of the link keys (``key_number``), ``columns`` what facets and field words ask; ``texts`` holds the folded
    text of all documents one after the other as UTF-16 units, document ``i`` from ``text_offsets[i]`` on.
    """

    folder: Path
    revision: str
    durable: Durable
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
    """Open and check one generation. Raises IndexDamaged for anything missing, cut short or overwritten."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT:
            raise IndexDamaged("索引是另一版本的程序建立的，需要重建。")
        for problem in _mismatches(folder, manifest, full=False):
            raise IndexDamaged(problem)
        return _load(folder, manifest)
    except IndexDamaged:
        raise
    except Exception as error:  # whatever a damaged file makes of Whoosh or numpy, it is a damaged index
        raise IndexDamaged(f"索引 {folder.name} 不能打开：{type(error).__name__} {error}。") from error


def check_generation(folder: Path) -> list[str]:
    """Every file compared in full with the manifest; the problems found, in Chinese."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return _mismatches(folder, manifest, full=True)
    except (OSError, ValueError, KeyError) as error:
        return [f"索引清单 {folder.name}/{MANIFEST} 不能读取：{error}。"]


def seal(folder: Path, revision: str) -> None:
    """Write the manifest: from here on the generation is never changed."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    prints = {str(path.relative_to(folder)): [_fingerprint(path, full=False), _fingerprint(path, full=True)] for path in files}
    manifest = {"format": FORMAT, "revision": revision, "files": prints}
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def swap_in(root: Path, name: str) -> None:
    """Point at ``name`` in one step and sweep the others away; open ones go on being readable."""
    aside = root / f"{POINTER}.new"
    aside.write_text(name, encoding="utf-8")
    aside.replace(root / POINTER)
    for folder in root.glob("gen-*"):
        if folder.name != name:
            shutil.rmtree(folder, ignore_errors=True)


def _load(folder: Path, manifest: dict) -> Generation:
    words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    arrays = {name: load_array(folder / f"{name}.npy") for name in ("bigrams", "texts")}
    small = {name: np.load(folder / f"{name}.npy") for name in ("priors", "starts", "ends", "dates", "keys", "text_offsets")}
    return Generation(
        folder=folder,
        revision=manifest["revision"],
        durable=Durable(folder / "whoosh"),
        words={word: place for place, word in enumerate(words)},
        word_postings=Postings.load(folder, "words"),
        bigram_postings=Postings.load(folder, "bigrams"),
        columns=load_columns(folder),
        **arrays,
        **small,
    )


def _mismatches(folder: Path, manifest: dict, full: bool) -> list[str]:
    problems = []
    for name, (quick, whole) in manifest["files"].items():
        path = folder / name
        if not path.is_file():
            problems.append(f"索引缺少文件 {name}。")
        elif _fingerprint(path, full) != (whole if full else quick):
            problems.append(f"索引文件 {name} 与清单不符，可能已损坏。")
    return problems


def _fingerprint(path: Path, full: bool) -> str:
    """Size and CRC-32: of the whole file, or of its head and tail only, which is quick."""
    size, crc = path.stat().st_size, 0
    with path.open("rb") as stream:
        if full:
            while block := stream.read(1 << 20):
                crc = zlib.crc32(block, crc)
        else:
            crc = zlib.crc32(stream.read(_SAMPLE))
            stream.seek(max(0, size - _SAMPLE))
            crc = zlib.crc32(stream.read(_SAMPLE), crc)
    return f"{size}:{crc:08x}"
