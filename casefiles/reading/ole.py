"""The directory of an OLE container, the shell of old Office files ([MS-CFB]): which streams there are and where they begin."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
HEADER, ENTRY = 512, 128
DIFAT = struct.Struct("<109I")  # at 0x4C: the sectors of the allocation table, as many as the header holds
MOST_SECTORS = 512
LAST = 0xFFFFFFFA  # sectors from here on are no sectors


@dataclass(frozen=True, slots=True)
class Directory:
    """The first sector of each stream by its name, and the bytes in a sector."""

    streams: dict[str, int]
    sector: int


def directory(path: Path) -> Directory:
    """The directory of the container at ``path``; what is damaged is left out. Raises OSError where it cannot be opened."""
    with path.open("rb") as file:
        head = file.read(HEADER).ljust(HEADER, b"\x00")
        shift = int.from_bytes(head[0x1E:0x20], "little")
        if not head.startswith(MAGIC) or not 7 <= shift <= 16:
            return Directory({}, 512)
        found: dict[str, int] = {}
        for sector in _chain(file, head, shift):
            file.seek((sector + 1) << shift)
            found.update(_entries(file.read(1 << shift)))
        return Directory(found, 1 << shift)


def _chain(file: IO[bytes], head: bytes, shift: int) -> Iterator[int]:
    """The sectors of the directory, from its first (0x30) along the allocation table."""
    tables, each = DIFAT.unpack_from(head, 0x4C), (1 << shift) // 4
    at, seen = int.from_bytes(head[0x30:0x34], "little"), set[int]()
    while at < LAST and at not in seen and len(seen) < MOST_SECTORS:
        seen.add(at)
        yield at
        table = tables[at // each] if at // each < len(tables) else LAST
        if table >= LAST:
            return
        file.seek(((table + 1) << shift) + 4 * (at % each))
        at = int.from_bytes(file.read(4).ljust(4, b"\xff"), "little")


def _entries(sector: bytes) -> Iterator[tuple[str, int]]:
    """Name and first sector of each entry: the name is UTF-16 in 64 bytes, its length at 0x40, the sector at 0x74."""
    for start in range(0, len(sector) - ENTRY + 1, ENTRY):
        entry = sector[start : start + ENTRY]
        length = int.from_bytes(entry[0x40:0x42], "little")
        name = entry[: min(length, 64) or 64].decode("utf-16-le", "replace").partition("\x00")[0]
        if name:
            yield name, int.from_bytes(entry[0x74:0x78], "little")
