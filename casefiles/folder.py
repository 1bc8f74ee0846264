"""A folder of files as one dossier: which files belong to it, their digests, and what each turns out to be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

CHUNK = 1 << 20
NOT_MATERIALS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"})


@dataclass(frozen=True, slots=True)
class FileDigest:
    """What proves that a file is unchanged: SHA-256 and SM3 in hexadecimal, and its size in bytes."""

    sha256: str
    sm3: str
    size: int


def files_under(folder: Path) -> tuple[Path, ...]:
    """Every file under ``folder``, subfolders too, in the order of their names; hidden and system files are left out.

    A link that leads out of the folder is left out as well: only what was handed in is looked at.
    """
    root = folder.resolve()
    found = (path for path in folder.rglob("*") if path.is_file() and path.resolve().is_relative_to(root))
    return tuple(sorted(path for path in found if not is_hidden(path.relative_to(folder))))


def name_in(folder: Path, path: Path) -> str:
    """The name of a file as the dossier calls it: its path under ``folder`` with forward slashes."""
    return path.relative_to(folder).as_posix()


def digest(path: Path) -> FileDigest:
    """The digests of one file, read once in pieces. Raises OSError where it cannot be read."""
    sha256, sm3, size = hashlib.sha256(), hashlib.new("sm3"), 0
    for piece in _pieces(path):
        sha256.update(piece)
        sm3.update(piece)
        size += len(piece)
    return FileDigest(sha256.hexdigest(), sm3.hexdigest(), size)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            yield piece


def is_hidden(name: PurePath) -> bool:
    """Whether a name, or a folder in it, is hidden or the system's own: no applicant means to hand it in."""
    return any(part.startswith((".", "~$")) or part.casefold() in NOT_MATERIALS for part in name.parts)
