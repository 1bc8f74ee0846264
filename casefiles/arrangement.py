"""Which pages of a file are which document, as a person says: ``1-2、3、4-6``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casefiles.model import Page

RANGE = re.compile(r"(\d{1,6})(?:[-–—~～至到](\d{1,6}))?")
SEPARATOR = re.compile(r"[、,，;；\s]+")


class ArrangementError(ValueError):
    """What was written arranges nothing; the message is a letter to its writer."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The documents of one file: the first and last page of each, and the name of the person who said so."""

    parts: tuple[tuple[int, int], ...]
    by: str | None = None

    def __str__(self) -> str:
        return "、".join(f"{first}-{last}" for first, last in self.parts)

    def of(self, pages: tuple[Page, ...]) -> list[tuple[Page, ...]]:
        """``pages`` so arranged; what has no page (a file read anew may have fewer) is left out."""
        found = (tuple(page for page in pages if first <= page.number <= last) for first, last in self.parts)
        return [part for part in found if part] or [pages]


def written(part: str) -> str:
    """The pages of a document as people write them: ``2-2`` is 2, ``1-3`` stays."""
    first, _, last = part.partition("-")
    return part if last != first else first


def arrangement_of(text: str, pages: int, by: str | None = None) -> Arrangement:
    """The arrangement ``text`` writes for a file of so many ``pages``: every page in exactly one document, in order.

    Raises ArrangementError.
    """
    parts = [_range(word) for word in SEPARATOR.split(text.strip()) if word]
    expected = 1
    for first, last in parts:
        if first != expected or last < first:
            raise ArrangementError(f"页码没有接上：应从第 {expected} 页接着写，写的是“{first}-{last}”。")
        expected = last + 1
    if expected != pages + 1:
        raise ArrangementError(f"文件共 {pages} 页，写到了第 {expected - 1} 页。")
    return Arrangement(tuple(parts), by)


def _range(word: str) -> tuple[int, int]:
    found = RANGE.fullmatch(word)
    if found is None:
        raise ArrangementError(f"“{word}”不是页码范围。")
    return int(found[1]), int(found[2] or found[1])
