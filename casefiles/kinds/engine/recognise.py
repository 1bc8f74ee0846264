"""Which kind of document a sheet is: by the line that names it, by what is printed in it, hardly by its file name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casefiles.kinds.engine.layout import Sheet
from casefiles.kinds.engine.mails import only_sends
from casefiles.kinds.engine.model import Kind
from casefiles.kinds.engine.patterns import compiled
from casefiles.kinds.engine.titles import TitleLine, title_lines, title_weight

_FILE_NAME = 1.2
_PICTURES = frozenset({"image", "jpg", "jpeg", "png", "tiff", "heic"})
_FEW_SIGNS = 80
_COVERING = 0.9
_LEAST = 2.5  # below this nothing speaks clearly enough for a kind


@dataclass(frozen=True, slots=True)
class Recognised:
    """The likeliest kind (None: no kind is likely) and a confidence of 0–1."""

    kind: Kind | None
    confidence: float


def recognise(sheet: Sheet, kinds: Iterable[Kind], file_name: str = "", format: str = "") -> Recognised:
    """The kind of ``sheet``. The file name alone never outweighs what is printed; a picture with hardly any text is a photo.

    A mail that only sends papers on is of no kind, with some confidence.
    """
    if only_sends(sheet):
        return Recognised(None, _COVERING)
    kinds, titles = tuple(kinds), title_lines(sheet)
    scores = ((score(kind, sheet, titles, file_name), -kind.place, kind) for kind in kinds)
    scored = sorted(scores, key=lambda one: one[:2], reverse=True)
    if not scored or scored[0][0] < _LEAST:
        return _picture(sheet, kinds, format)
    best, second = scored[0][0], scored[1][0] if len(scored) > 1 else 0.0
    lead = best - max(second, 0.0)
    sure = 1 / (1 + math.exp(-(best - 4.0) / 1.5))
    return Recognised(scored[0][2], round(sure * (0.5 + 0.5 * min(1.0, lead / 4.0)), 3))


def _picture(sheet: Sheet, kinds: tuple[Kind, ...], format: str) -> Recognised:
    photos = next((kind for kind in kinds if kind.code == "photos"), None)
    if format in _PICTURES and len(sheet.flow.text) < _FEW_SIGNS and photos:
        return Recognised(photos, 0.55)
    return Recognised(None, 0.0)


def score(kind: Kind, sheet: Sheet, titles: Sequence[TitleLine], file_name: str = "") -> float:
    """How much speaks for ``kind``: the weight of its title and of the cues that are printed, and a little for the file name."""
    cues = sum(weight for pattern, weight in kind.cues.items() if compiled(pattern).search(sheet.flow.text))
    named = _FILE_NAME if any(compiled(pattern).search(file_name) for pattern in kind.file_names) else 0.0
    return title_weight(kind, titles) + cues + named
