"""The dossier of a report as the pre-review takes it: values of ``casefiles`` built from rows, readings and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from casefiles.model import Dossier, Material, Reading
from casefiles.reading.record import from_json
from casefiles.understanding import correct, fields_of, kind_names, understand
from ipdesk.queries.answers import answers_of
from ipdesk.queries.reports import live_uploads
from ipdesk.queries.uploads import reading_of
from ipdesk.tables import Case, Correction, Upload


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dossier and the ids of its uploads by file name, as they stood together."""

    dossier: Dossier
    uploads: dict[str, str]


def dossier_of(case: Case, as_of: date, session: Session | None = None) -> Snapshot:
    """The dossier of ``case`` on ``as_of`` (the day of filing), from the files that are read by now.

    Files still being read are left out; the caller reviews again when they are done.
    """
    uploads = [upload for upload in live_uploads(case.id, session) if reading_of(upload).state == "done"]
    materials = tuple(material for upload in uploads for material in materials_of(upload))
    dossier = Dossier(as_of, materials, case.offence, answers_of(case))
    return Snapshot(dossier, {upload.file_name: upload.id for upload in uploads})


def materials_of(upload: Upload) -> tuple[Material, ...]:
    """The documents of one file as they were read, with what people corrected, each correction under its person's name."""
    corrections = upload.corrections
    whole = _newest(one for one in corrections if one.field == "" and one.part == "")
    understood = understand(
        upload.file_name,
        stored_reading(upload),
        sha256=upload.sha256,
        sm3=upload.sm3,
        size=upload.size,
        kind=whole.value if whole and whole.value in kind_names else None,
        kind_by=whole.person.name if whole else None,
    )
    return tuple(_corrected(material, corrections) for material in understood)


def stored_reading(upload: Upload) -> Reading:
    """What the file was read as; an empty reading where none is stored."""
    record = reading_of(upload).record
    return from_json(record) if record else Reading("unknown")


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
