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
_TABLES = frozenset({"xlsx", "xls", "csv"})  # they list what photos show, and show none
_FEW_SIGNS = 80
_COVERING = 0.9
_CLEAR = 2.5  # from here on what is printed speaks clearly for a kind
_HINT, _ALONE = 1.3, 0.8  # less is a guess, where it is more than a file name alone and no other kind comes near


@dataclass(frozen=True, slots=True)
class Recognised:
    """The likeliest kind (None: no kind is likely) and a confidence of 0–1; under 0.35 it is a guess to be looked at."""

    kind: Kind | None
    confidence: float


def recognise(sheet: Sheet, kinds: Iterable[Kind], file_name: str = "", format: str = "") -> Recognised:
    """The kind of ``sheet``. The file name alone never outweighs what is printed; a picture with hardly any text is a photo.

    A mail that only sends papers on is of no kind, with some confidence.
    """
    if only_sends(sheet):
        return Recognised(None, _COVERING)
    kinds, titles = tuple(kind for kind in kinds if format not in _TABLES or kind.code != "photos"), title_lines(sheet)
    scores = ((score(kind, sheet, titles, file_name), -kind.place, kind) for kind in kinds)
    scored = sorted(scores, key=lambda one: one[:2], reverse=True)
    best, second = scored[0][0], scored[1][0] if len(scored) > 1 else 0.0
    lead = best - max(second, 0.0)
    if best < _CLEAR:
        guessed = scored[0][2] if best >= _HINT and lead >= _ALONE else None
        return _picture(sheet, kinds, format) or Recognised(guessed, round(best / 8, 3) if guessed else 0.0)
    sure = 1 / (1 + math.exp(-(best - 4.0) / 1.5))
    return Recognised(scored[0][2], round(sure * (0.5 + 0.5 * min(1.0, lead / 4.0)), 3))


def _picture(sheet: Sheet, kinds: tuple[Kind, ...], format: str) -> Recognised | None:
    photos = next((kind for kind in kinds if kind.code == "photos"), None)
    few = format in _PICTURES and len(sheet.flow.text) < _FEW_SIGNS
    return Recognised(photos, 0.55) if few and photos else None


def score(kind: Kind, sheet: Sheet, titles: Sequence[TitleLine], file_name: str = "") -> float:
    """How much speaks for ``kind``: the weight of its title and of the cues that are printed, and a little for the file name."""
    cues = sum(weight for pattern, weight in kind.cues.items() if compiled(pattern).search(sheet.flow.text))
    named = _FILE_NAME if any(compiled(pattern).search(file_name) for pattern in kind.file_names) else 0.0
    return title_weight(kind, titles) + cues + named
