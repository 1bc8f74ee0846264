"""ZIP archives as enterprises send them: each file inside is a file of its own, ``压缩包.zip/控告书.docx``.

An archive is looked at before it is opened, so that a bomb, a foreign path or a link never reaches the disk.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from casefiles.folder import is_hidden
from casefiles.model import Page
from casefiles.reading.clean import one_line
from casefiles.reading.limits import MEBIBYTE
from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

RANK = -1  # asked first: an archive may hold a folder that is called as one inside a Word document
ENTRIES = 500
UNPACKED = 1024 * MEBIBYTE
RATIO = 200
SMALL = 8 * MEBIBYTE  # below this a high ratio is plain repetition, not a bomb
UTF8_NAME = 1 << 11
NAMED = 20  # files that a problem lists by name
CONTAINERS = frozenset({"[Content_Types].xml", "OFD.xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"}) | {
    "word/document.xml", "xl/workbook.xml", "ppt/presentation.xml",
}  # fmt: skip  # of a damaged document only some may be left
FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)


def claims(sign: Signature) -> bool:
    """Files in a ZIP, not a document that happens to be zipped (DOCX, XLSX, OFD, APK …)."""
    return (bool(sign.names) and not CONTAINERS & sign.names) or sign.head.startswith(b"PK\x05\x06")


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """No pages; the files inside are enclosed, without hidden and system files, folders and links.

    Raises Unreadable for an archive too deep within others, one that unpacks to too much, and one without files.
    """
    if source.room is None:
        raise Unreadable("unreadable.nested")
    with zipfile.ZipFile(source.path) as archive:
        entries = [entry for entry in archive.infolist() if _is_file(entry)]
        room = UNPACKED >> 2 * source.room.depth  # the deeper, the less
        _check(entries, room)
        lost = _unpack(archive, entries, source, room)
    if lost:
        told = "、".join(lost[:NAMED]) + ("等" if len(lost) > NAMED else "")
        source.report("unreadable.damaged", detail=f"其中 {len(lost)} 个文件无法解压：{told}。")
    yield from ()


def _unpack(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], source: Source, left: int) -> list[str]:
    """Enclose the entries within ``left`` bytes; the names of those that cannot be unpacked."""
    lost = []
    for name, entry in _each_once(entries):
        try:
            with archive.open(entry) as packed:
                left -= source.enclose(name, packed, most=min(entry.file_size, left))
        except FAULTS:
            lost.append(name)
    return lost


def _is_file(entry: zipfile.ZipInfo) -> bool:
    mode = entry.external_attr >> 16
    name = _name(entry)
    return bool(name) and not entry.is_dir() and not stat.S_ISLNK(mode) and not is_hidden(PurePosixPath(name))


def _name(entry: zipfile.ZipInfo) -> str:
    """The name inside the archive as people wrote it, without anything that could lead out of it or that nobody sees."""
    parts = (one_line(part) for part in _decoded(entry).replace("\\", "/").split("/"))
    return "/".join(part for part in parts if part not in ("", ".", "..") and ":" not in part)


def _each_once(entries: Iterable[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The entries by name; a name told twice gets its number, else one file would stand before the other's text."""
    used: set[str] = set()
    for number, entry in enumerate(entries, 1):
        name = _name(entry)
        while name in used:
            folder, slash, last = name.rpartition("/")
            name = f"{folder}{slash}{number}-{last}"
        used.add(name)
        yield name, entry


def _decoded(entry: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 flag are UTF-8 all the same where a Mac wrote them, and GBK where Windows did."""
    if entry.flag_bits & UTF8_NAME:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _check(entries: list[zipfile.ZipInfo], room: int) -> None:
    if not entries:
        raise Unreadable("unreadable.empty", detail="压缩包内没有文件。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("unreadable.encrypted")
    if len(entries) > ENTRIES:
        raise Unreadable("unreadable.too_large", detail=f"压缩包内有 {len(entries)} 个文件，上限 {ENTRIES} 个。")
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > room or (unpacked > SMALL and unpacked > packed * RATIO):
        detail = f"解压后达 {unpacked // MEBIBYTE} MB，为压缩大小的 {unpacked // packed} 倍，没有解压。"
        raise Unreadable("unreadable.too_large", detail=detail)
