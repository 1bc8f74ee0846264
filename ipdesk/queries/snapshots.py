"""The dossier of a report as the pre-review takes it: values of ``casefiles`` built from rows, readings and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from casefiles.arrangement import Arrangement, ArrangementError, arrangement_of
from casefiles.folder import FileDigest
from casefiles.intake import Content, contents, photos_joined
from casefiles.model import Dossier, Material, Reading
from casefiles.reading.record import from_json
from casefiles.understanding import correct, fields_of, kind_names, understand
from ipdesk.queries.answers import answers_of
from ipdesk.queries.reports import live_uploads
from ipdesk.queries.uploads import reading_of
from ipdesk.tables import Case, Correction, Upload

PARTS, CONTINUES = "parts", "continues"  # fields of a correction that no document has


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dossier and the ids of its uploads by file name (those inside an upload too), as they stood together."""

    dossier: Dossier
    uploads: dict[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """What the uploads of a report hold: the contents, whose upload each file is, and what people said of each."""

    contents: tuple[Content, ...]
    uploads: dict[str, str]
    said: Mapping[str, Sequence[Correction]]


def dossier_of(case: Case, as_of: date, session: Session | None = None) -> Snapshot:
    """The dossier of ``case`` on ``as_of`` (the day of filing), from the files that are read by now.

    Files still being read are left out; the caller reviews again when they are done.
    """
    uploads = [upload for upload in live_uploads(case.id, session) if reading_of(upload).state == "done"]
    held = held_by(uploads)
    together = photos_joined(held.contents, {file: one.value for file, one in continues(held).items()})
    materials = tuple(material for one in together for material in _materials(one, held))
    return Snapshot(Dossier(as_of, materials, case.offence, answers_of(case)), held.uploads)


def held_by(uploads: Iterable[Upload]) -> Held:
    """What these uploads hold, files inside files included."""
    found: list[Content] = []
    owners: dict[str, str] = {}
    said: dict[str, Sequence[Correction]] = {}
    for upload in uploads:
        owners[upload.file_name] = upload.id
        for one in contents(upload.file_name, stored_reading(upload), FileDigest(upload.sha256, upload.sm3, upload.size)):
            found.append(one)
            owners[one.file] = upload.id
            said[one.file] = [two for two in upload.corrections if two.entry == entry_of(one.file)]
    return Held(tuple(found), owners, said)


def continues(held: Held) -> dict[str, Correction]:
    """Which photos people said continue which file, or none."""
    newest = {file: _newest(one for one in said if one.field == CONTINUES) for file, said in held.said.items()}
    return {file: one for file, one in newest.items() if one is not None}


def arranged(said: Sequence[Correction], pages: int) -> Arrangement | None:
    """How a person said the pages of a file are arranged; None where nobody did, or the file has other pages by now."""
    one = _newest(one for one in said if one.field == PARTS)
    try:
        return arrangement_of(one.value, pages, one.person.name) if one else None
    except ArrangementError:
        return None


def entry_of(file: str) -> str:
    """The path inside its upload of a file of the dossier: no upload has a slash in its name."""
    return file.partition("/")[2]


def upload_name(file: str) -> str:
    """The name of the upload in which a file of the dossier lies."""
    return file.partition("/")[0]


def stored_reading(upload: Upload, entry: str = "") -> Reading:
    """What the file was read as, or the file ``entry`` inside it; an empty reading where none is stored."""
    record = upload.reading.record if upload.reading else None
    reading = from_json(record) if record else Reading("unknown")
    return reading if not entry else _inside(reading, entry) or Reading("unknown")


def _inside(reading: Reading, entry: str) -> Reading | None:
    for one in reading.enclosed:
        if one.name == entry:
            return one.reading
        if entry.startswith(f"{one.name}/") and (found := _inside(one.reading, entry.removeprefix(f"{one.name}/"))):
            return found
    return None


def _materials(one: Content, held: Held) -> Iterator[Material]:
    """The documents of one content, each correction under its person's name."""
    said = held.said[one.file]
    whole = _newest(one for one in said if one.field == "" and one.part == "")
    joined_by = continues(held).get(one.files[-1]) if one.files else None
    for material in understand(
        one.file,
        one.reading,
        sha256=one.seen.sha256,
        sm3=one.seen.sm3,
        size=one.seen.size,
        kind=whole.value if whole and whole.value in kind_names else None,
        kind_by=whole.person.name if whole else None,
        arrangement=arranged(said, len(one.reading.pages)),
    ):
        by = material.arranged_by or (joined_by.person.name if joined_by else None)
        yield replace(_corrected(material, said), files=one.files, arranged_by=by)


def _corrected(material: Material, corrections: Sequence[Correction]) -> Material:
    own = [one for one in corrections if one.part == (material.part or "")]
    kind = _newest(one for one in own if one.field == "")
    if kind and kind.value in kind_names and material.kind_by is None:
        material = correct(material, {}, by=kind.person.name, kind=kind.value)
        material = replace(material, kind_by=kind.person.name, confidence=1.0)
    for one in own:
        if one.field and one.field in fields_of(material.kind):
            material = correct(material, {one.field: one.value}, by=one.person.name)
    return material


def _newest(corrections: Iterable[Correction]) -> Correction | None:
    return max(corrections, key=lambda one: one.made_at, default=None)
