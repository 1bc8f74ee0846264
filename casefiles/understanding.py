"""From a reading to materials: which documents a file holds, of which kinds, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from casefiles.arrangement import Arrangement
from casefiles.kinds import all_kinds, kinds_by_code
from casefiles.kinds.engine.fields import read_fields
from casefiles.kinds.engine.layout import Sheet, sheet_of
from casefiles.kinds.engine.model import Kind
from casefiles.kinds.engine.pagination import without_dividers
from casefiles.kinds.engine.parts import parts_of
from casefiles.kinds.engine.recognise import Recognised, recognise
from casefiles.kinds.engine.workbooks import is_workbook, main_sheet
from casefiles.model import Fact, Material, Page, Reading

SURE_ENOUGH = 0.5

kind_names: Mapping[str, str] = MappingProxyType({kind.code: kind.zh for kind in all_kinds()})


def fields_of(kind: str) -> Mapping[str, str]:
    """The fields of ``kind`` in the order of the contract, each with its Chinese label. Raises KeyError for no kind."""
    return MappingProxyType({field.name: field.zh for field in kinds_by_code()[kind].fields})


def understand(
    file: str,
    reading: Reading,
    *,
    sha256: str = "",
    sm3: str = "",
    size: int = 0,
    kind: str | None = None,
    kind_by: str | None = None,
    arrangement: Arrangement | None = None,
) -> tuple[Material, ...]:
    """The documents of one file, in order; at least one.

    Where a new page begins with the title of another document, the file is split and each material carries its
    pages in ``part``, unless a person's ``arrangement`` says otherwise. A ``kind`` set by a person (``kind_by``) holds for
    the whole file, which then stays one material.
    """
    whole = Material(file, reading, sha256=sha256, sm3=sm3, size=size, arranged_by=arrangement.by if arrangement else None)
    if kind is not None and (arrangement is None or len(arrangement.parts) < 2):
        return (_as_kind(whole, kinds_by_code()[kind], 1.0, kind_by),)
    parts = arrangement.of(reading.pages) if arrangement else _parts(reading)
    if len(parts) < 2:
        return (_recognised(whole),)
    return tuple(_recognised(replace(whole, part=_range(part), reading=replace(reading, pages=part))) for part in parts)


def _parts(reading: Reading) -> list[tuple[Page, ...]]:
    """The sheets of a workbook are one document."""
    return [reading.pages] if is_workbook(reading) else parts_of(reading.pages, all_kinds())


def correct(material: Material, corrections: Mapping[str, str], *, by: str, kind: str | None = None) -> Material:
    """``material`` with what a person corrected: field values by name, and the kind.

    An empty value takes the field away. With a new kind all fields are read anew for it; what a person had
    set before stays where the new kind has the field. Raises KeyError for a kind or a field that does not exist.
    """
    if kind is not None and kind != material.kind:
        material = _re_read(material, kinds_by_code()[kind], by)
    known = fields_of(material.kind)
    fields = dict(material.fields)
    for name, value in corrections.items():
        if name not in known:
            raise KeyError(name)
        fields.pop(name, None)
        if value.strip():
            fields[name] = _by_person(name, value.strip(), material.fields.get(name), by)
    return replace(material, fields=fields)


def _re_read(material: Material, kind: Kind, by: str) -> Material:
    kept = {name: fact for name, fact in material.fields.items() if fact.source == "person"}
    changed = _as_kind(material, kind, 1.0, by)
    own = {field.name for field in kind.fields}
    return replace(changed, fields={**changed.fields, **{name: fact for name, fact in kept.items() if name in own}})


def _by_person(name: str, value: str, before: Fact | None, by: str) -> Fact:
    """The place of the value read before is kept: there the person looked."""
    if before is None:
        return Fact(name, value, source="person", by=by)
    return replace(before, value=value, confidence=1.0, source="person", by=by)


def _recognised(material: Material) -> Material:
    sheet = _sheet(material.reading)
    found = _by_main_sheet(material) or recognise(sheet, all_kinds(), material.file, material.reading.format)
    kind = found.kind or kinds_by_code()["other"]
    return _with_fields(replace(material, kind=kind.code, confidence=found.confidence), kind, sheet)


def _by_main_sheet(material: Material) -> Recognised | None:
    """What a workbook is, told by its table and not by the cover or the notes before it."""
    if not is_workbook(material.reading):
        return None
    found = recognise(main_sheet(material.reading.pages), all_kinds(), material.file, material.reading.format)
    return found if found.kind and found.confidence >= SURE_ENOUGH else None


def _as_kind(material: Material, kind: Kind, confidence: float, by: str | None) -> Material:
    changed = replace(material, kind=kind.code, confidence=confidence, kind_by=by)
    return _with_fields(changed, kind, _sheet(material.reading))


def _sheet(reading: Reading) -> Sheet:
    return sheet_of(without_dividers(reading.pages), hard_wrapped=reading.format == "txt")


def _with_fields(material: Material, kind: Kind, sheet: Sheet) -> Material:
    told = read_fields(kind, sheet)
    if is_workbook(material.reading):
        told |= read_fields(kind, main_sheet(material.reading.pages))
    return replace(material, fields=told)


def _range(pages: tuple[Page, ...]) -> str:
    return f"{pages[0].number}-{pages[-1].number}"
