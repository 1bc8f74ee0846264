"""From a file in a folder to the materials of a dossier: archives are opened, documents read, recognised and digested."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from casefiles.archives import ArchiveRefused, is_archive, unpack
from casefiles.folder import digest, name_in
from casefiles.model import Material, Reading
from casefiles.understanding import understand

Read = Callable[..., Reading]


def materials_of(folder: Path, path: Path, read: Read) -> tuple[Material, ...]:
    """The materials in the file at ``path`` under ``folder``; ``read(path, name=…)`` is a reader's.

    Each file inside an archive gives materials of its own, ``archive.zip/name.docx``; archives inside it are not opened.
    """
    name = name_in(folder, path)
    if is_archive(path):
        return tuple(_inside(name, path, read))
    return _one(name, path, read)


def _one(name: str, path: Path, read: Read) -> tuple[Material, ...]:
    seen = digest(path)
    reading = read(path, name=name.rpartition("/")[2])
    return understand(name, reading, sha256=seen.sha256, sm3=seen.sm3, size=seen.size)


def _inside(name: str, path: Path, read: Read) -> Iterator[Material]:
    with tempfile.TemporaryDirectory() as unpacked:
        try:
            for inner, file in unpack(path, Path(unpacked)):
                yield from _one(f"{name}/{inner}", file, read)
        except ArchiveRefused as refused:
            seen = digest(path)
            reading = Reading("zip", problems=(refused.problem,))
            yield from understand(name, reading, sha256=seen.sha256, sm3=seen.sm3, size=seen.size)
