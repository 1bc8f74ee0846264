"""The fields of a kind, read from a sheet into facts."""

from __future__ import annotations

from casefiles.kinds.engine.layout import Sheet
from casefiles.kinds.engine.model import Candidate, Field, Kind
from casefiles.model import Fact

_RECOGNISED = 0.92  # how much of its confidence a value keeps when its page was recognised, not printed


def read_fields(kind: Kind, sheet: Sheet) -> dict[str, Fact]:
    """The fields of ``kind`` that ``sheet`` shows, each with page, quote and box; absent ones are left out."""
    labels = labels_of(kind)
    found = ((field, _candidates(field, sheet, labels)) for field in kind.fields)
    return {field.name: _fact(field, sheet, candidates) for field, candidates in found if candidates}


def labels_of(kind: Kind) -> tuple[str, ...]:
    """All labels printed on documents of ``kind``: those of its fields and the others."""
    ways = [way for field in kind.fields for way in field.ways]
    own = {label for way in ways for name in ("labels", "names") for label in getattr(way, name, ())}
    return tuple(sorted(own | set(kind.labels)))


def _candidates(field: Field, sheet: Sheet, labels: tuple[str, ...]) -> list[Candidate]:
    for way in field.ways:
        found = list(way.find(sheet, field.shape, labels))
        if found:
            return _distinct(found) if field.many or getattr(way, "many", False) else found[:1]
    return []


def _distinct(found: list[Candidate]) -> list[Candidate]:
    values = {candidate.value: candidate for candidate in reversed(found)}
    first = sorted(values.values(), key=lambda candidate: candidate.row)
    return [one for one in first if not any(one is not other and one.value in other.value for other in first)]


def _fact(field: Field, sheet: Sheet, candidates: list[Candidate]) -> Fact:
    row = sheet.rows[candidates[0].row]
    confidence = min(candidate.confidence for candidate in candidates)
    return Fact(
        field=field.name,
        value="、".join(candidate.value for candidate in candidates),
        page=row.page,
        quote=row.printed.strip(),
        box=row.box,
        confidence=round(confidence * (_RECOGNISED if row.source == "ocr" else 1.0), 3),
        source=row.source,
    )
