"""The passage of a hit worth showing, cut into marked and unmarked segments. Nothing here is HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from statutes.folding import plain_simplified

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the original text; ``marked`` where it is what was searched for."""

    text: str
    marked: bool = False


def snippet(text: str, marks: Sequence[str], longest: int = _LONGEST) -> tuple[Segment, ...]:
    """The paragraph with the most marks, shortened around its first mark to about ``longest`` characters."""
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()] or [""]
    pattern = _pattern(marks)
    best = max(paragraphs, key=lambda paragraph: _richness(paragraph, pattern)) if pattern else paragraphs[0]
    return tuple(_segments(_shortened(best, pattern, longest), pattern))


def highlight(text: str, marks: Sequence[str]) -> tuple[tuple[Segment, ...], ...]:
    """The whole text, paragraph by paragraph, with its marks."""
    pattern = _pattern(marks)
    return tuple(tuple(_segments(paragraph, pattern)) for paragraph in text.split("\n") if paragraph.strip())


def _richness(paragraph: str, pattern: re.Pattern[str]) -> int:
    """How many different marks a paragraph holds."""
    return len(set(pattern.findall(plain_simplified(paragraph))))


def _pattern(marks: Sequence[str]) -> re.Pattern[str] | None:
    wanted = sorted({mark for mark in marks if mark}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, wanted))) if wanted else None


def _shortened(paragraph: str, pattern: re.Pattern[str] | None, longest: int) -> str:
    if len(paragraph) <= longest:
        return paragraph
    first = pattern.search(plain_simplified(paragraph)) if pattern else None
    start = max(0, first.start() - longest // 4) if first else 0
    start = min(start, len(paragraph) - longest)
    cut = paragraph[start : start + longest]
    return ("…" if start else "") + cut + ("…" if start + longest < len(paragraph) else "")


def _segments(paragraph: str, pattern: re.Pattern[str] | None) -> list[Segment]:
    """The paragraph in turns of marked and unmarked text; marks that touch are one."""
    segments, position = [], 0
    runs = re.compile(f"(?:{pattern.pattern})+") if pattern else None
    for found in runs.finditer(plain_simplified(paragraph)) if runs else ():
        if found.start() > position:
            segments.append(Segment(paragraph[position : found.start()]))
        segments.append(Segment(paragraph[found.start() : found.end()], marked=True))
        position = found.end()
    return [*segments, Segment(paragraph[position:])] if position < len(paragraph) or not segments else segments
