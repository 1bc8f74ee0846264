"""From files to the materials of a dossier: what a file holds is read, recognised and digested, each document for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from casefiles.folder import FileDigest, digest, name_in
from casefiles.model import Material, Reading
from casefiles.understanding import understand

Read = Callable[..., Reading]


@dataclass(frozen=True, slots=True)
class Content:
    """One file that has something to say, as the dossier calls it: ``打包.zip/控告书.docx`` for one inside another.

    ``entry`` is its path inside the file that was handed in (``控告书.docx``), empty for that file itself.
    """

    file: str
    entry: str
    reading: Reading
    seen: FileDigest


def materials_of(folder: Path, path: Path, read: Read) -> tuple[Material, ...]:
    """The materials in the file at ``path`` under ``folder``; ``read(path, name=…)`` is a reader's."""
    name = name_in(folder, path)
    found = contents(name, read(path, name=name.rpartition("/")[2]), digest(path))
    return tuple(
        material
        for one in found
        for material in understand(one.file, one.reading, sha256=one.seen.sha256, sm3=one.seen.sm3, size=one.seen.size)
    )


def contents(file: str, reading: Reading, seen: FileDigest, entry: str = "") -> Iterator[Content]:
    """The file and the files inside it, in order. An archive says nothing itself, unless something is wrong with it."""
    if reading.pages or reading.problems or not reading.enclosed:
        yield Content(file, entry, reading, seen)
    for one in reading.enclosed:
        inner = f"{entry}/{one.name}" if entry else one.name
        yield from contents(f"{file}/{one.name}", one.reading, FileDigest(one.sha256, one.sm3, one.size), inner)
