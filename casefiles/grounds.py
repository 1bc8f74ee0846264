"""Everything a review rests on, as JSON values and back, so that it can be made again byte for byte.

Readings are long and seldom change: they are kept apart, each under the digest of what it says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any

from casefiles.model import Answers, Box, Dossier, Fact, Material, Reading
from casefiles.reading import record

Keep = Callable[[str, dict[str, Any]], None]
"""Keeps the record of a reading under its digest; called once for each material."""

Read = Callable[[str], dict[str, Any]]
"""Gives the record kept under a digest. Raises KeyError where there is none."""


def grounds_of(dossier: Dossier, office: str, keep: Keep) -> dict[str, Any]:
    """What the review of ``dossier`` by the office of that code rests on; the readings go to ``keep``."""
    return {
        "as_of": dossier.as_of.isoformat(),
        "offence": dossier.offence,
        "office": office,
        "answers": _answers_to_json(dossier.answers),
        "materials": [_material_to_json(material, keep) for material in dossier.materials],
    }


def dossier_of_grounds(grounds: Mapping[str, Any], read: Read) -> Dossier:
    """The dossier as it was: ``dossier_of_grounds(grounds_of(d, …), …) == d``. Raises KeyError for a reading that is gone."""
    return Dossier(
        as_of=date.fromisoformat(grounds["as_of"]),
        materials=tuple(_material(one, read) for one in grounds["materials"]),
        offence=grounds["offence"],
        answers=_answers(grounds["answers"]),
    )


def digest_of(kept: Mapping[str, Any]) -> str:
    """The name a reading's record is kept under: SHA-256 of its canonical JSON."""
    canonical = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _answers_to_json(answers: Answers) -> dict[str, Any]:
    said = {one.name: getattr(answers, one.name) for one in fields(answers)}
    return {name: _plain(value) for name, value in said.items() if value not in (None, (), frozenset(), {})}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return {name: str(one) for name, one in value.items()} if isinstance(value, Mapping) else value


def _answers(data: Mapping[str, Any]) -> Answers:
    said = dict(data)
    for name in ("acts_from", "acts_until"):
        if name in said:
            said[name] = date.fromisoformat(said[name])
    said["places"] = tuple(said.get("places", ()))
    said["offline_kinds"] = frozenset(said.get("offline_kinds", ()))
    said["figures"] = {name: Decimal(value) for name, value in said.get("figures", {}).items()}
    return Answers(**said)


def _material_to_json(material: Material, keep: Keep) -> dict[str, Any]:
    kept = record.to_json(material.reading)
    digest = digest_of(kept)
    keep(digest, kept)
    names = ("file", "kind", "confidence", "part", "sha256", "sm3", "size", "kind_by", "arranged_by")
    facts = {name: asdict(fact) for name, fact in sorted(material.fields.items())}
    own = {name: getattr(material, name) for name in names}
    return {**own, "files": list(material.files), "reading": digest, "fields": facts}


def _material(data: Mapping[str, Any], read: Read) -> Material:
    reading: Reading = record.from_json(read(data["reading"]))
    fields = {name: _fact(one) for name, one in data["fields"].items()}
    return Material(**{**data, "files": tuple(data["files"]), "reading": reading, "fields": fields})


def _fact(data: Mapping[str, Any]) -> Fact:
    return Fact(**{**data, "box": Box(**data["box"]) if data["box"] else None})
