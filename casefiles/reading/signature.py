"""What a file's bytes say it is. Extensions are never asked."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from casefiles.reading import ole

HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Signature:
    """The first 64 KiB and the size in bytes; of a ZIP container the names inside, of an OLE container its streams.

    ``broken_zip``: it starts as a ZIP but has no directory that can be read.
    """

    head: bytes
    size: int
    names: frozenset[str] = frozenset()
    broken_zip: bool = False
    streams: frozenset[str] = frozenset()

    @property
    def is_zip(self) -> bool:
        return bool(self.names) or self.broken_zip

    @property
    def is_ole(self) -> bool:
        return self.head.startswith(ole.MAGIC)


def signature(path: Path) -> Signature:
    """The signature of the file at ``path``. Raises OSError where it cannot be opened."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    size = path.stat().st_size
    if head.startswith(ole.MAGIC):
        return Signature(head, size, streams=frozenset(ole.directory(path).streams))
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Signature(head, size)
    try:
        with zipfile.ZipFile(path) as archive:
            return Signature(head, size, frozenset(archive.namelist()))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return Signature(head, size, broken_zip=True)
