"""Understanding: which kind of document a file is, and the facts it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from casefiles.model.reading import Box, Reading


@dataclass(frozen=True, slots=True)
class Fact:
    """One value read from one place, or set by a person.

    ``value`` has the form of the contract (ISO dates, yuan as ``256800.00``, names without spaces);
    ``quote`` is the line as printed. ``by`` names the person who set the value; then ``source`` is ``person``.
    """

    field: str
    value: str
    page: int = 1
    quote: str = ""
    box: Box | None = None
    confidence: float = 1.0
    source: Literal["text", "ocr", "person"] = "text"
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """One document of the dossier: a file, the pages ``part`` (``"1-2"``) of a file, or several files of one page each.

    ``kind`` is a document kind of the contract; ``kind_by`` names the person who set it, if one did, and ``arranged_by``
    the one who said which pages belong to it. ``files`` are there where the pages come one after another from several files
    (photos of its pages); ``file`` is the first of them.
    """

    file: str
    reading: Reading
    kind: str = "other"
    confidence: float = 0.0
    fields: Mapping[str, Fact] = field(default_factory=dict)
    part: str | None = None
    sha256: str = ""
    sm3: str = ""
    size: int = 0
    kind_by: str | None = None
    files: tuple[str, ...] = ()
    arranged_by: str | None = None

    def value(self, field: str) -> str | None:
        """The value of ``field``, or None where the material does not show it."""
        fact = self.fields.get(field)
        return fact.value if fact else None
