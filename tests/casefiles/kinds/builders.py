"""Readings made from lines of text, for tests that need no file."""

from __future__ import annotations

from casefiles.model import Box, Line, Material, Page, Reading
from casefiles.understanding import understand


def reading(*pages: str, source: str = "text", format: str = "docx") -> Reading:
    """One page for each text; its lines are the rows, tabs set off the cells."""
    made = (
        Page(number, tuple(Line(line) for line in text.strip("\n").split("\n")), source=source)  # type: ignore[arg-type]
        for number, text in enumerate(pages, 1)
    )
    return Reading(format, tuple(made))


def placed(*lines: tuple[str, float, float]) -> Reading:
    """A page whose lines stand at given places: text, left end and top, as fractions of the page; each is 0.02 high."""
    made = (Line(text, Box(x, y, x + 0.018 * len(text), y + 0.02)) for text, x, y in lines)
    return Reading("pdf", (Page(1, tuple(made)),))


def material(*pages: str, file: str = "材料.docx", **how: str) -> Material:
    """The one material that ``pages`` are understood as."""
    (only,) = understand(file, reading(*pages, **how))
    return only


def values(found: Material) -> dict[str, str]:
    return {name: fact.value for name, fact in found.fields.items()}
