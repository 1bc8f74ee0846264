"""Lays sheets on their frames and marks where each document begins. Runs in the binding process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from casefiles.binding.frames import BOTTOM, LEFT, RIGHT, TOP


@dataclass(frozen=True, slots=True)
class Bound:
    """The sheets of one file at ``path``; ``marks`` are bookmarks: title, and the page of the file (from 1) it leads to."""

    path: Path
    pages: int
    marks: tuple[tuple[str, int], ...]


def bind(frames: Path, files: Sequence[Bound], out: Path) -> None:
    """Write the volume to ``out``: the catalogue as it is in ``frames``, then a frame with its sheet for each page.

    Raises ValueError where frames and sheets do not number the same.
    """
    place = pikepdf.Rectangle(LEFT, BOTTOM, RIGHT, TOP)
    with pikepdf.open(frames) as volume:
        catalogue = len(volume.pages) - sum(one.pages for one in files)
        if catalogue < 1:
            raise ValueError(f"{len(volume.pages)} pages for {sum(one.pages for one in files)} sheets and a catalogue")
        at = catalogue
        with volume.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("目录", 0))
            for one in files:
                outline.root += [pikepdf.OutlineItem(title, at + page - 1) for title, page in one.marks]
                _lay(volume, at, one, place)
                at += one.pages
        volume.save(out)


def _lay(volume: pikepdf.Pdf, at: int, one: Bound, place: pikepdf.Rectangle) -> None:
    with pikepdf.open(one.path) as sheets:
        for number, sheet in enumerate(sheets.pages[: one.pages]):
            volume.pages[at + number].add_overlay(sheet, place)
