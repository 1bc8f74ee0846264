"""Photos of the pages of one document: which of them belong together, as they look and as people say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from casefiles.kinds import all_kinds
from casefiles.kinds.engine.pagination import count
from casefiles.kinds.engine.parts import parts_of
from casefiles.model import Page, Reading

NUMBERED = re.compile(r"(?P<stem>.*?)[\s_-]*[（(]?(?:第)?(?P<number>\d{1,3})(?:页)?[)）]?(?P<suffix>\.[^./]*)?")
CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class Photo:
    """A file that is one picture, as the dossier calls it."""

    file: str
    page: Page


@dataclass(frozen=True, slots=True)
class Continued:
    """``file`` shows the page after that of ``after``. ``certain``: the pages count themselves; else the names do."""

    file: str
    after: str
    certain: bool


def continued(photos: Sequence[Photo]) -> tuple[Continued, ...]:
    """Which photos continue which, cautiously: neighbours by name, and the later one begins no other document."""
    ordered = sorted(photos, key=lambda photo: _natural(photo.file))
    return tuple(found for before, photo in pairwise(ordered) if (found := _continues(before, photo)))


def joined(photos: Sequence[Photo], said: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The photos in groups: each group the files of one document, page after page.

    ``said`` is what people say: a file and the one it continues, or an empty text where it continues none. What nobody
    spoke of is joined only where it is certain.
    """
    known = {photo.file for photo in photos}
    after = {one.file: one.after for one in continued(photos) if one.certain} | dict(said)
    before = {photo.file: _before(photo.file, after, known) for photo in photos}
    groups: dict[str, list[str]] = {}
    for file, earlier in before.items():
        groups.setdefault((earlier or [file])[-1], []).append(file)
    return (tuple(sorted(group, key=lambda file: len(before[file]))) for group in groups.values())


def as_one(readings: Sequence[Reading]) -> Reading:
    """The readings of photos as one of several pages, numbered anew from 1."""
    pages = [page for reading in readings for page in reading.pages]
    problems = tuple(problem for reading in readings for problem in reading.problems)
    return Reading(readings[0].format, tuple(replace(page, number=number) for number, page in enumerate(pages, 1)), problems)


def _continues(before: Photo, photo: Photo) -> Continued | None:
    if before.file.rpartition("/")[0] != photo.file.rpartition("/")[0]:
        return None
    certain = _counts_on(before.page, photo.page)
    if not certain and not _is_named_on(before.file, photo.file):
        return None
    pages = (replace(before.page, number=1), replace(photo.page, number=2))
    alone = len(parts_of(pages, all_kinds())) > 1
    return None if alone or not before.page.text.strip() else Continued(photo.file, before.file, certain)


def _counts_on(before: Page, after: Page) -> bool:
    """Whether the pages count themselves: 第1页 共2页, and 第2页 共2页."""
    (one, of), (two, whole) = count(before), count(after)
    return one is not None and two == one + 1 and of == whole


def _is_named_on(before: str, after: str) -> bool:
    """授权书1.jpg and 授权书2.jpg; not IMG_0001 and IMG_0002, for a camera counts whatever it sees."""
    one, two = (NUMBERED.fullmatch(file.rpartition("/")[2]) for file in (before, after))
    if one is None or two is None or one["stem"] != two["stem"] or not CHINESE.search(one["stem"]):
        return False
    return int(two["number"]) == int(one["number"]) + 1


def _natural(file: str) -> tuple[tuple[int, str], ...]:
    """Names in the order people count: 2 before 10."""
    pieces = (("".join(run), digits) for digits, run in groupby(file, str.isdecimal))
    return tuple((int(piece), "") if digits else (-1, piece) for piece, digits in pieces)


def _before(file: str, after: Mapping[str, str], known: set[str]) -> list[str]:
    """The files before ``file`` in its document, back to the first; a circle ends where it would begin again."""
    found: list[str] = []
    while (file := after.get(file, "")) in known and file not in found:
        found.append(file)
    return found
