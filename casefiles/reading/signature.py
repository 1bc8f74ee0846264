"""What a file's bytes say it is. Extensions are never asked."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

HEAD = 64 * 1024
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True, slots=True)
class Signature:
    """The first 64 KiB and the size in bytes; of a ZIP container the names inside, of an OLE container its directory.

    ``broken_zip``: it starts as a ZIP but has no directory that can be read.
    """

    head: bytes
    size: int
    names: frozenset[str] = frozenset()
    broken_zip: bool = False
    directory: bytes = b""

    @property
    def is_zip(self) -> bool:
        return bool(self.names) or self.broken_zip

    @property
    def is_ole(self) -> bool:
        return self.head.startswith(OLE)


def signature(path: Path) -> Signature:
    """The signature of the file at ``path``. Raises OSError where it cannot be opened."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    size = path.stat().st_size
    if head.startswith(OLE):
        return Signature(head, size, directory=_ole_directory(path, head))
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Signature(head, size)
    try:
        with zipfile.ZipFile(path) as archive:
            return Signature(head, size, frozenset(archive.namelist()))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return Signature(head, size, broken_zip=True)


def _ole_directory(path: Path, head: bytes) -> bytes:
    """The first sector of the directory of an OLE container ([MS-CFB] 2.2: sector shift at 0x1E, first directory sector at
    0x30).
    """
    shift = int.from_bytes(head[0x1E:0x20], "little")
    sector = int.from_bytes(head[0x30:0x34], "little")
    if not 7 <= shift <= 16:
        return b""
    with path.open("rb") as file:
        file.seek((sector + 1) << shift)
        return file.read(8192)
