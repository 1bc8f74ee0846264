"""From files to the materials of a dossier: what a file holds is read, recognised and digested, each document for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from casefiles.folder import FileDigest, digest, name_in
from casefiles.model import Material, Reading
from casefiles.series import Photo, as_one, joined
from casefiles.understanding import understand

Read = Callable[..., Reading]


@dataclass(frozen=True, slots=True)
class Content:
    """One file that has something to say, as the dossier calls it: ``打包.zip/控告书.docx`` for one inside another.

    ``files`` are there where it is several photos of one document, itself the first.
    """

    file: str
    reading: Reading
    seen: FileDigest
    files: tuple[str, ...] = ()

    @property
    def is_photo(self) -> bool:
        return self.reading.format == "image" and len(self.reading.pages) == 1


def materials_of(folder: Path, path: Path, read: Read) -> tuple[Material, ...]:
    """The materials in the file at ``path`` under ``folder``; ``read(path, name=…)`` is a reader's."""
    return materials_in(contents_of(folder, path, read))


def contents_of(folder: Path, path: Path, read: Read) -> tuple[Content, ...]:
    """What the file at ``path`` under ``folder`` holds: itself, or the files inside it."""
    name = name_in(folder, path)
    return tuple(contents(name, read(path, name=name.rpartition("/")[2]), digest(path)))


def materials_in(found: Iterable[Content]) -> tuple[Material, ...]:
    """The materials in ``found``, what a whole dossier holds: photos whose pages count themselves are one document."""
    return tuple(
        replace(material, files=one.files)
        for one in photos_joined(tuple(found))
        for material in understand(one.file, one.reading, sha256=one.seen.sha256, sm3=one.seen.sm3, size=one.seen.size)
    )


def contents(file: str, reading: Reading, seen: FileDigest) -> Iterator[Content]:
    """The file and the files inside it, in order. An archive says nothing itself, unless something is wrong with it."""
    if reading.pages or reading.problems or not reading.enclosed:
        yield Content(file, replace(reading, enclosed=()), seen)
    for one in reading.enclosed:
        yield from contents(f"{file}/{one.name}", one.reading, FileDigest(one.sha256, one.sm3, one.size))


def photos_of(found: Iterable[Content]) -> list[Photo]:
    """The contents that are one picture each."""
    return [Photo(one.file, one.reading.pages[0]) for one in found if one.is_photo]


def photos_joined(found: tuple[Content, ...], said: Mapping[str, str] | None = None) -> Iterator[Content]:
    """``found`` with photos of one document as one content, in the place of its first page; ``said``: see ``series.joined``."""
    groups = {group[0]: group for group in joined(photos_of(found), said or {})}
    by_file = {one.file: one for one in found}
    for one in found:
        if one.file in groups:
            yield _together([by_file[file] for file in groups[one.file]])
        elif not one.is_photo:
            yield one


def _together(photos: list[Content]) -> Content:
    if len(photos) == 1:
        return photos[0]
    return replace(photos[0], reading=as_one([one.reading for one in photos]), files=tuple(one.file for one in photos))
