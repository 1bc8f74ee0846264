"""File names as people gave them, made safe to show, to store in a manifest and to unpack, without losing their Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST = 200  # bytes in UTF-8: most file systems end at 255, and a number may still be added
NAMELESS = "未命名文件"
SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


def clean_name(given: str | None) -> str:
    """The last part of the path ``given``, without signs that do not print or that no file system takes.

    Leading dots, outer spaces and over-long names are cut (the suffix stays); what is left empty is called 未命名文件.
    """
    last = unicodedata.normalize("NFC", given or "").replace("\\", "/").rpartition("/")[2]
    printed = "".join(sign for sign in last if not unicodedata.category(sign).startswith(("C", "Z")) or sign == " ")
    name = printed.translate(NOT_IN_NAMES).strip().lstrip(". ").rstrip(". ")
    stem, suffix = _split(name)
    return _cut(stem or NAMELESS, LONGEST - len(suffix)) + suffix


def free_name(name: str, taken: Container[str]) -> str:
    """``name``, or ``name（2）`` and so on where it is taken."""
    stem, suffix = _split(name)
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem}（{number}）{suffix}"
    return free


def _split(name: str) -> tuple[str, str]:
    found = SUFFIX.search(name)
    return (name[: found.start()], found[0]) if found else (name, "")


def _cut(stem: str, size: int) -> str:
    return stem.encode()[:size].decode(errors="ignore")
