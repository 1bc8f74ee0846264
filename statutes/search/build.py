"""Building a generation: new words into a new part, all parts merged aside, proven by probes, swapped in."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from statutes.importing import Progress
from statutes.model import Precedent
from statutes.search.analyzer import words
from statutes.search.gathering import Columns, Group, gather
from statutes.search.generation import Generation, open_generation, swap_in
from statutes.search.merging import place, write_merged
from statutes.search.parts import Part, sound_parts, write_part
from statutes.search.sealing import seal
from statutes.shelf import Shelf

_PROBES = 12
_MOST_PARTS = 8
_LEAST_USED = 0.5


class BuildFailed(RuntimeError):
    """The new generation did not pass its probes and was thrown away; the old one goes on answering."""


def build(
    root: Path,
    shelf: Shelf,
    precedents: Sequence[Precedent],
    revision: str,
    progress: Progress | None = None,
) -> Path:
    """Build, prove and swap in a generation under ``root``; returns its folder. The caller holds the builder's lock.

    Only what has changed since the parts at hand were written is read anew; the result is the same as of a build from
    nothing.
    """
    _sweep_leftovers(root)
    groups, columns = gather(shelf, precedents)
    parts = _parts(root, groups, progress or _silent)
    aside = root / f"aside-{uuid.uuid4().hex[:8]}"
    try:
        _write(aside, groups, columns, parts, revision)
        _prove(open_generation(aside))
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    final = root / f"gen-{uuid.uuid4().hex[:8]}"
    aside.rename(final)
    swap_in(root, final.name, [part.folder.name for part in parts])
    return final


def _silent(done: int, total: int) -> None:
    """No progress wanted."""


def _sweep_leftovers(root: Path) -> None:
    for leftover in root.glob("aside-*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _parts(root: Path, groups: Sequence[Group], progress: Progress) -> list[Part]:
    """Parts that hold every group: those at hand that are still worth keeping, and a new one for the rest."""
    kept = _worth_keeping(sound_parts(root), groups)
    known = {print_ for part in kept for print_ in part.groups}
    fresh = [group for group in groups if group.fingerprint not in known]
    total = sum(len(group.documents) for group in fresh)
    progress(0, total + 1)
    if fresh or not kept:
        kept.append(write_part(root, fresh, lambda done: progress(min(done, total), total + 1)))
    progress(total + 1, total + 1)
    return kept


def _worth_keeping(parts: Sequence[Part], groups: Sequence[Group]) -> list[Part]:
    """The parts most of which is still used, the largest first; many small ones are written together anew."""
    wanted = {group.fingerprint for group in groups}
    used = {part.folder: sum(many for print_, (_, many) in part.groups.items() if print_ in wanted) for part in parts}
    worth = [part for part in parts if used[part.folder] and used[part.folder] >= _LEAST_USED * part.size]
    return sorted(worth, key=lambda part: (-used[part.folder], part.folder.name))[: _MOST_PARTS - 1]


def _write(folder: Path, groups: Sequence[Group], columns: Columns, parts: Sequence[Part], revision: str) -> None:
    folder.mkdir(parents=True)
    write_merged(folder, place(groups, parts))
    columns.save(folder)
    seal(folder, {"revision": revision, "parts": [part.folder.name for part in parts]})


def _prove(generation: Generation) -> None:
    """Probe the new generation: Whoosh and the arrays must find the same, and every probed text its own words."""
    for document in np.linspace(0, generation.size - 1, min(_PROBES, generation.size)).astype(int):
        for word in words(generation.text(int(document)))[:3]:
            term = generation.words.get(word)
            found = generation.word_postings.of(term)[0] if term is not None else np.zeros(0, np.int32)
            if document not in found or found.tolist() != generation.durable.holding(word).tolist():
                raise BuildFailed(f"新索引未通过校验：探查词“{word}”结果不一致，已弃用，原索引继续服务。")
