"""The vault: originals, kept under the hash of their content, written once and never again.

A file is hashed while it is stored, before anything else happens to it, by SHA-256 (FIPS 180-4) and SM3 (GB/T 32905-2016).
It appears under its name only when all of it is on the disk.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

CHUNK = 1 << 20
SHA256 = re.compile(r"[0-9a-f]{64}")


class Stream(Protocol):
    """Anything with bytes to read."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored: both hashes in lower-case hex, and the size in bytes."""

    sha256: str
    sm3: str
    size: int


class VaultError(Exception):
    """A letter to a person, in Chinese."""


class TooLarge(VaultError):
    """The stream holds more than ``limit`` bytes; nothing of it was kept."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"文件超过单个文件上限 {limit / CHUNK:.0f} MB，没有保存。请压缩或者拆分后重新上传。")
        self.limit = limit


class Damaged(VaultError):
    """The bytes under ``sha256`` are missing or are no longer those that were stored."""

    def __init__(self, sha256: str, what: str) -> None:
        super().__init__(f"原件库中的文件 {sha256} {what}。请停止使用该文件，从备份恢复后运行 doctor 核对。")
        self.sha256 = sha256


class NoSM3(VaultError):
    """This machine's OpenSSL does not offer SM3."""

    def __init__(self) -> None:
        super().__init__("本机 OpenSSL 不支持国密 SM3，无法为原件计算校验值。请安装带 SM3 的 OpenSSL 1.1.1 或者更高版本后重试。")


class Vault:
    """A folder of originals. Safe for several writers at once: the same content comes to the same file."""

    def __init__(self, root: Path) -> None:
        """``root`` is made where it is missing. Raises NoSM3 where SM3 is not at hand."""
        new_sm3()
        self.root = root.resolve()
        self._incoming = self.root / "incoming"
        self._incoming.mkdir(parents=True, exist_ok=True, mode=0o750)

    def put(self, stream: Stream, *, limit: int) -> Stored:
        """Store what ``stream`` holds, at most ``limit`` bytes.

        Raises TooLarge. Then, as after any other fault, nothing stays behind.
        """
        descriptor, name = tempfile.mkstemp(dir=self._incoming)
        aside = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                stored = _copy(stream, file, limit)
                file.flush()
                os.fchmod(descriptor, 0o440)
                os.fsync(descriptor)
            self._settle(aside, self.path(stored.sha256))
        finally:
            aside.unlink(missing_ok=True)
        return stored

    def path(self, sha256: str) -> Path:
        """Where the content with this hash lies, or would lie.

        Raises ValueError for anything that is not 64 lower-case hex digits.
        """
        if not SHA256.fullmatch(sha256):
            raise ValueError(f"not a SHA-256 in hex: {sha256!r}")
        place = self.root / sha256[:2] / sha256[2:4] / sha256
        if not place.resolve().is_relative_to(self.root):
            raise ValueError(f"{place} leads out of the vault")
        return place

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and bool(SHA256.fullmatch(sha256)) and self.path(sha256).is_file()

    def open(self, sha256: str) -> IO[bytes]:
        """The content, verified before the first byte is handed out. Raises Damaged."""
        self.verify(sha256)
        return self.path(sha256).open("rb")

    def verify(self, sha256: str) -> Stored:
        """Both hashes and the size, as the disk has them now. Raises Damaged where the content is missing or another."""
        try:
            with self.path(sha256).open("rb") as file:
                found = _copy(file, None, None)
        except OSError as error:
            raise Damaged(sha256, "不存在或者无法读取") from error
        if found.sha256 != sha256:
            raise Damaged(sha256, "内容与校验值不符，可能已损坏或者被改动")
        return found

    def all(self) -> Iterator[str]:
        """The hashes of everything stored, in order."""
        for place in sorted(self.root.glob("??/??/*")):
            if SHA256.fullmatch(place.name) and place.is_file():
                yield place.name

    def discard(self, sha256: str, older_than: float) -> bool:
        """Remove what nobody refers to any more; whether it is gone.

        What was stored, or stored again, after the time stamp ``older_than`` (seconds) stays: somebody may be about to refer to
        it.
        """
        place = self.path(sha256)
        if not place.is_file() or place.stat().st_mtime >= older_than:
            return False
        place.unlink()
        return True

    def sweep(self, older_than: float) -> int:
        """Remove what killed writers left in ``incoming`` before the time stamp ``older_than`` (seconds); how many files."""
        left = [file for file in self._incoming.iterdir() if file.stat().st_mtime < older_than]
        for file in left:
            file.unlink(missing_ok=True)
        return len(left)

    def _settle(self, aside: Path, place: Path) -> None:
        """Give the finished file its name, for good: also the entries of the folders are on the disk when this returns."""
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
        aside.replace(place)  # over the same content, or over what a fault of the disk has made of it
        for folder in (place.parent, place.parent.parent, self.root):
            _sync_folder(folder)


def new_sm3() -> hashlib._Hash:
    """An SM3 hash in the making. Raises NoSM3."""
    try:
        return hashlib.new("sm3")
    except ValueError as error:
        raise NoSM3 from error


def _copy(source: Stream, target: IO[bytes] | None, limit: int | None) -> Stored:
    """Hash ``source`` while it is copied. Raises TooLarge as soon as more than ``limit`` bytes came."""
    sha256, sm3, size = hashlib.sha256(), new_sm3(), 0
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if limit is not None and size > limit:
            raise TooLarge(limit)
        sha256.update(chunk)
        sm3.update(chunk)
        if target is not None:
            target.write(chunk)
    return Stored(sha256.hexdigest(), sm3.hexdigest(), size)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
