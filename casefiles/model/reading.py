"""Reading: what the bytes of one file say, page by page, with the places of what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TextSource = Literal["text", "ocr", "mixed", "none"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in fractions (0–1) of its width and height from the top left."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, in reading order. ``box`` is None where the format has no positions (DOCX, TXT, XLSX)."""

    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed: rows of cell texts, every row of the same length."""

    rows: tuple[tuple[str, ...], ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands on a page beside its text: a red ``seal``, or another small ``picture`` such as a drawn signature."""

    kind: Literal["seal", "picture"]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``number`` counts from 1; ``source`` says whether its text is printed or recognised.

    The rows of its tables stand among ``lines`` too (cells joined by a tab), at their place in reading order.
    ``pictures`` counts the pictures and drawings placed on it (seals, signatures, photos) where the format tells,
    else None: a printed page that certainly carries no picture carries no seal. ``marks`` are the seals and small
    pictures that were seen, in a scan too; one may be missed.
    """

    number: int
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    source: Literal["text", "ocr", "none"] = "text"
    pictures: int | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file, or a page of it, could not be read: a letter to the applicant.

    ``code`` is a finding code of the family ``unreadable``; ``message`` and ``remedy`` are Chinese sentences.
    """

    code: str
    message: str
    remedy: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One file inside another: an entry of an archive, an attachment of a mail. ``name`` is its path inside.

    ``sha256`` and ``sm3`` (hexadecimal) and ``size`` (bytes) are those of its own bytes.
    """

    name: str
    reading: Reading
    sha256: str
    sm3: str
    size: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says. ``format`` is the format found in its bytes: pdf, docx, image, xlsx, txt, zip, eml, unknown …

    ``enclosed`` are the files inside it, each read for itself.
    """

    format: str
    pages: tuple[Page, ...] = ()
    problems: tuple[Problem, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    @property
    def text_source(self) -> TextSource:
        """``mixed`` where some pages are printed and others recognised; pages without text do not count."""
        sources = {page.source for page in self.pages if page.source != "none" and page.text.strip()}
        if len(sources) > 1:
            return "mixed"
        return sources.pop() if sources else "none"
