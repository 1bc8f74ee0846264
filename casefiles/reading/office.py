"""Office files are ZIP containers of XML. Before one is opened its directory is looked at: a bomb shows there."""

from __future__ import annotations

import zipfile
from pathlib import Path

from casefiles.reading.limits import MEBIBYTE, Limits
from casefiles.reading.problems import Unreadable

ENTRIES = 10_000
SMALL = 4 * MEBIBYTE  # below this a high ratio is plain repetition, not a bomb
PROLOGUE = 4096


def check(path: Path, limits: Limits) -> None:
    """Raises Unreadable where the container unpacks to too much, is encrypted, or its XML declares entities (OOXML forbids
    DTDs, ISO/IEC 29500-2).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_sizes(entries, limits)
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    _check_prologue(archive, entry)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise Unreadable("unreadable.damaged") from error


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > ENTRIES:
        raise Unreadable("unreadable.too_large", detail=f"文件内含 {len(entries)} 个部件。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("unreadable.encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > limits.unpacked or (unpacked > SMALL and unpacked > packed * limits.ratio):
        raise Unreadable(
            "unreadable.too_large",
            detail=f"解压后达 {unpacked // MEBIBYTE} MB，为压缩大小的 {unpacked // packed} 倍，疑似压缩炸弹。",
        )


def _check_prologue(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    with archive.open(entry) as part:
        head = part.read(PROLOGUE).replace(b"\x00", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Unreadable("unreadable.damaged", detail="文件内含不允许的 XML 实体声明。")
