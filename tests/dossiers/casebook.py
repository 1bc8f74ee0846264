"""The dossiers of ``cases/``: one TOML file is one report as it is sent, with what a careful officer finds in it.

At its head stands the truth of the whole (``offence``, ``as_of``, ``outcome``, ``expect``, ``forbid``, ``blocking``, ``figures``,
``threshold``, ``tier``, ``lead``, ``agencies``), then ``[[files]]``: ``name`` (with its archive, if it is in one), ``as`` (a way
of ``made_as.WAYS``), ``text``, ``kind`` and ``[files.fields]``, or ``[[files.parts]]`` where one file holds several documents.
``same_as`` copies another file. ``declare`` says whether the reporter names the offence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"
DRAWN = ("scan", "jpg", "png", "tiff")


@dataclass(frozen=True, slots=True)
class Sent:
    """One file of a report: how it is made, of which text, and which documents it holds (``part``, ``kind``, ``fields``)."""

    name: str
    way: str
    text: str
    holds: tuple[Mapping[str, Any], ...]
    seal: bool = False
    how: Mapping[str, Any] = field(default_factory=dict)
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One report with its truth."""

    name: str
    files: tuple[Sent, ...]
    told: Mapping[str, Any]

    @property
    def is_drawn(self) -> bool:
        """Whether some of it must be recognised from pictures, which takes seconds."""
        return any(file.way in DRAWN for file in self.files)

    @property
    def truth(self) -> dict[str, Any]:
        """What a careful officer finds, ready for JSON."""
        materials = [{"file": file.name, **document} for file in self.files for document in file.holds]
        return {"id": self.name, **self.told, "as_of": self.told["as_of"].isoformat(), "materials": materials}


@lru_cache(maxsize=1)
def cases() -> Mapping[str, Case]:
    """Every dossier by its name."""
    return {path.stem: _case(path) for path in sorted(FOLDER.glob("*.toml"))}


def _case(path: Path) -> Case:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    files = told.pop("files")
    return Case(path.stem, tuple(_sent(file) for file in files), told)


def _sent(file: Mapping[str, Any]) -> Sent:
    return Sent(
        name=file["name"],
        way=file.get("as", ""),
        text=file.get("text", "").strip("\n"),
        holds=tuple(_documents(file)),
        seal=file.get("seal", False),
        how=file.get("how", {}),
        same_as=file.get("same_as", ""),
    )


def _documents(file: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for document in file.get("parts", [file]):
        yield {"part": document.get("part"), "kind": document["kind"], "fields": document.get("fields", {})}
