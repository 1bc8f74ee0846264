"""Seals: the fingerprints of every file of a folder that is never changed again, so that damage shows."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
FORMAT = 5
_SAMPLE = 65536


class IndexDamaged(RuntimeError):
    """The index is there but cannot be used; the message says in Chinese what is wrong with it."""


def seal(folder: Path, told: dict[str, Any]) -> None:
    """Write the manifest, with what else is ``told`` of the folder: from here on it is never changed."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    prints = {str(path.relative_to(folder)): [_fingerprint(path, full=False), _fingerprint(path, full=True)] for path in files}
    manifest = {"format": FORMAT, **told, "files": prints}
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def check_seal(folder: Path, full: bool) -> dict[str, Any]:
    """The manifest of a folder whose files are as they were sealed: ``full`` to the last byte, else by head and tail.

    Raises IndexDamaged for anything missing, cut short or overwritten.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT:
            raise IndexDamaged("索引是另一版本的程序建立的，需要重建。")
        for problem in _mismatches(folder, manifest["files"], full):
            raise IndexDamaged(problem)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamaged(f"索引清单 {folder.name}/{MANIFEST} 不能读取：{type(error).__name__} {error}。") from error
    return dict(manifest)


def _mismatches(folder: Path, files: dict[str, list[str]], full: bool) -> list[str]:
    problems = []
    for name, (quick, whole) in files.items():
        path = folder / name
        if not path.is_file():
            problems.append(f"索引缺少文件 {folder.name}/{name}。")
        elif _fingerprint(path, full) != (whole if full else quick):
            problems.append(f"索引文件 {folder.name}/{name} 与清单不符，可能已损坏。")
    return problems


def _fingerprint(path: Path, full: bool) -> str:
    """Size and CRC-32: of the whole file, or of its head and tail only, which is quick."""
    size, crc = path.stat().st_size, 0
    with path.open("rb") as stream:
        if full:
            while block := stream.read(1 << 20):
                crc = zlib.crc32(block, crc)
        else:
            crc = zlib.crc32(stream.read(_SAMPLE))
            stream.seek(max(0, size - _SAMPLE))
            crc = zlib.crc32(stream.read(_SAMPLE), crc)
    return f"{size}:{crc:08x}"
