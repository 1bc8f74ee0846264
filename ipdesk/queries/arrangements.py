"""What can be said of pages: files that hold several documents, photos that may be pages of one; and what was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casefiles.arrangement import written
from casefiles.intake import Content, photos_of
from casefiles.series import continued
from casefiles.understanding import kind_names, understand
from ipdesk.access import Actor
from ipdesk.queries.reports import live_uploads
from ipdesk.queries.snapshots import Held, arranged, continues, entry_of, held_by
from ipdesk.queries.uploads import openable, reading_of
from ipdesk.tables import Case

LONGEST = 1000  # pages; what a person can arrange by typing


@dataclass(frozen=True, slots=True)
class Taken:
    """A file of several pages and its documents, as proposed or as ``by`` said: page range and kind of each."""

    file: str
    upload_id: str
    pages: int
    parts: tuple[tuple[str, str], ...]
    by: str | None

    @property
    def entry(self) -> str:
        return entry_of(self.file)

    @property
    def text(self) -> str:
        """The documents as they are typed: 1-2、3-5."""
        return "、".join(written(part) for part, _ in self.parts)

    @property
    def is_open(self) -> bool:
        """A proposal that waits for a word: several documents, and nobody has said so."""
        return len(self.parts) > 1 and self.by is None


@dataclass(frozen=True, slots=True)
class Put:
    """A photo and the file it continues: as proposed (``certain``: and taken so until told otherwise) or as ``by`` said."""

    file: str
    upload_id: str
    after: str
    certain: bool
    by: str | None
    others: tuple[str, ...]

    @property
    def entry(self) -> str:
        return entry_of(self.file)

    @property
    def is_open(self) -> bool:
        return bool(self.after) and self.by is None


@dataclass(frozen=True, slots=True)
class Arrangements:
    """Everything of one report that can be arranged."""

    taken: tuple[Taken, ...] = ()
    put: tuple[Put, ...] = ()

    @property
    def open(self) -> int:
        """How many proposals wait for a word."""
        return sum(one.is_open for one in self.taken) + sum(one.is_open for one in self.put)


def arrangements_of(actor: Actor, case: Case) -> Arrangements:
    """What the files of ``case`` that ``actor`` may open and that are read allow to arrange."""
    may_open = openable(actor, case.id)
    uploads = [one for one in live_uploads(case.id) if one.id in may_open and reading_of(one).state == "done"]
    held = held_by(uploads)
    return Arrangements(tuple(_taken(held)), tuple(_put(held)))


def _taken(held: Held) -> Iterator[Taken]:
    for one in held.contents:
        pages = len(one.reading.pages)
        if 2 <= pages <= LONGEST and one.reading.format not in ("xlsx", "xls", "csv", "eml"):
            said = arranged(held.said[one.file], pages)
            found = understand(one.file, one.reading, arrangement=said)
            parts = tuple((two.part or f"1-{pages}", kind_names[two.kind]) for two in found)
            yield Taken(one.file, held.uploads[one.file], pages, parts, said.by if said else None)


def _put(held: Held) -> Iterator[Put]:
    photos: list[Content] = [one for one in held.contents if one.is_photo]
    proposed = {one.file: one for one in continued(photos_of(photos))}
    said = continues(held)
    for one in photos:
        theirs, ours = said.get(one.file), proposed.get(one.file)
        after = theirs.value if theirs else ours.after if ours else ""
        others = tuple(two.file for two in photos if two.file != one.file)
        if others:
            by = theirs.person.name if theirs else None
            yield Put(one.file, held.uploads[one.file], after, bool(ours and ours.certain), by, others)
