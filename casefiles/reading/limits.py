"""What reading one file may cost. Beyond a limit the file gets a problem, never the machine."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file.

    ``pages`` (or sheets, or frames) are read, the rest is named in a problem; ``size`` is bytes on disk;
    ``unpacked`` bytes and ``ratio`` (unpacked to packed) bound what an Office file may unpack to; ``pixels`` bounds one picture;
    ``rows`` one sheet; ``characters`` the text of the whole file (to understand it takes some 20 µs for each);
    ``seconds`` the whole file and ``seconds_per_page`` the wait for one page; ``memory`` is the address space of the
    reading process in bytes.
    """

    pages: int = 1000
    size: int = 512 * MEBIBYTE
    unpacked: int = 256 * MEBIBYTE
    ratio: int = 200
    pixels: int = 120_000_000
    rows: int = 50_000
    characters: int = 2_000_000
    seconds: float = 3600.0
    seconds_per_page: float = 240.0
    memory: int = 6144 * MEBIBYTE
