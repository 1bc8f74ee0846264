"""ZIP archives as enterprises send them: each file inside becomes a file of the dossier, ``压缩包.zip/控告书.docx``.

An archive is looked at before it is opened, so that a bomb, a foreign path or a link never reaches the disk.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from casefiles.folder import is_hidden
from casefiles.model import Problem
from casefiles.reading.problems import letter

ENTRIES = 500
UNPACKED = 1 << 30
RATIO = 200
SMALL = 8 << 20  # below this a high ratio is plain repetition, not a bomb
CHUNK = 1 << 20
CONTAINERS = frozenset({"[Content_Types].xml", "OFD.xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"})


class ArchiveRefused(Exception):
    """The archive is not unpacked; ``problem`` is the letter to the applicant."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def is_archive(path: Path) -> bool:
    """Whether ``path`` is a ZIP archive of files, not a document that happens to be zipped (DOCX, XLSX, OFD, APK …)."""
    if not zipfile.is_zipfile(path):
        return False
    try:
        with _opened(path) as archive:
            return not CONTAINERS.intersection(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def unpack(path: Path, into: Path) -> tuple[tuple[str, Path], ...]:
    """The files inside the archive at ``path``, written under ``into``: name inside the archive, and where it lies now.

    Hidden and system files, folders and links are left out. Raises ArchiveRefused for an encrypted, damaged or
    exploding archive and for one with too many files; then nothing usable is left under ``into``.
    """
    try:
        with _opened(path) as archive:
            entries = [entry for entry in archive.infolist() if _is_file(entry)]
            _check(entries, path.name)
            return tuple(_written(archive, entries, into, path.name))
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise ArchiveRefused(letter("unreadable.damaged", path.name)) from error


def _opened(path: Path) -> zipfile.ZipFile:
    """Names without the UTF-8 flag are GBK in China; where they are not, the archive's own view is taken."""
    try:
        return zipfile.ZipFile(path, metadata_encoding="gbk")
    except UnicodeDecodeError:
        return zipfile.ZipFile(path)


def _is_file(entry: zipfile.ZipInfo) -> bool:
    mode = entry.external_attr >> 16
    name = _name(entry)
    return bool(name) and not entry.is_dir() and not stat.S_ISLNK(mode) and not is_hidden(PurePosixPath(name))


def _name(entry: zipfile.ZipInfo) -> str:
    """The name inside the archive without anything that could lead out of it."""
    parts = entry.filename.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..") and ":" not in part)


def _check(entries: list[zipfile.ZipInfo], name: str) -> None:
    if not entries:
        raise ArchiveRefused(letter("unreadable.empty", name, detail="压缩包内没有文件。"))
    if any(entry.flag_bits & 1 for entry in entries):
        raise ArchiveRefused(letter("unreadable.encrypted", name))
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if len(entries) > ENTRIES:
        raise ArchiveRefused(
            letter("unreadable.too_large", name, detail=f"压缩包内有 {len(entries)} 个文件，上限 {ENTRIES} 个。")
        )
    if unpacked > UNPACKED or (unpacked > SMALL and unpacked > packed * RATIO):
        detail = f"解压后达 {unpacked >> 20} MB，为压缩大小的 {unpacked // packed} 倍，没有解压。"
        raise ArchiveRefused(letter("unreadable.too_large", name, detail=detail))


def _written(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], into: Path, name: str) -> Iterator[tuple[str, Path]]:
    """Files lie under numbers, so that no name in the archive ever becomes a path; the suffix is kept for the reader."""
    left = UNPACKED
    for number, entry in enumerate(entries):
        inner = _name(entry)
        place = into / f"{number}{PurePosixPath(inner).suffix[:10]}"
        with archive.open(entry) as packed, place.open("wb") as out:
            while piece := packed.read(CHUNK):
                left -= len(piece)
                if left < 0:
                    raise ArchiveRefused(letter("unreadable.too_large", name, detail="解压后的大小与压缩包所写不符。"))
                out.write(piece)
        yield inner, place
