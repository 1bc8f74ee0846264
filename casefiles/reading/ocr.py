"""The text of a picture: find the lines, turn the page upright, recognise, put into reading order.

Lines are found on a shrunk copy without its blank margins (that is where time goes), and cut out of the full picture.
The result is kept by the hash of the picture, for the same scan comes again with every draft, supplement and review.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casefiles.model import Box, Line
from casefiles.reading import engine, layout
from casefiles.reading.layout import Piece

if TYPE_CHECKING:
    import numpy as np
    from PIL import Image

    Picture = np.ndarray[Any, np.dtype[np.uint8]]

VERSION = "PP-OCRv6-small/4"
MIN_SCORE = 0.5
RED_INK = 0.85  # of a seal's text; black text under a seal has less


@dataclass(frozen=True, slots=True)
class _Found:
    """One recognised piece and whether it is printed in red: the text of a seal."""

    piece: Piece
    red: bool


def lines(image: Image.Image, cache: Path | None = None) -> tuple[Line, ...]:
    """The printed lines of ``image`` in reading order, those of seals last.

    Places are fractions of the picture as given, whichever way up it is. ``cache`` is a folder or None.
    """
    if cache is None:
        return _lines(image)
    key = hashlib.sha256(f"{VERSION} {image.size} {image.mode}".encode() + image.tobytes()).hexdigest()
    kept = cache / key[:2] / f"{key}.json"
    if (found := _recall(kept)) is not None:
        return found
    fresh = _lines(image)
    _keep(kept, fresh)
    return fresh


def _recall(kept: Path) -> tuple[Line, ...] | None:
    """What was recognised before; None where nothing was, or where the note is damaged."""
    try:
        return tuple(Line(text, Box(*box) if box else None) for text, box in json.loads(kept.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _keep(kept: Path, found: tuple[Line, ...]) -> None:
    notes = [(line.text, [line.box.x0, line.box.y0, line.box.x1, line.box.y1] if line.box else None) for line in found]
    kept.parent.mkdir(parents=True, exist_ok=True)
    aside = kept.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    aside.write_text(json.dumps(notes, ensure_ascii=False), "utf-8")
    aside.replace(kept)


def _lines(image: Image.Image) -> tuple[Line, ...]:
    import numpy as np

    picture = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
    upright, quads, turns = engine.upright(picture)
    if not len(quads):
        return ()
    found = _recognised(upright, quads)
    aspect = upright.shape[0] / upright.shape[1]
    black = layout.lines((one.piece for one in found if not one.red), aspect)
    red = layout.lines((one.piece for one in found if one.red), aspect)
    return tuple(Line(line.text, _turned_back(line.box, turns)) for line in (*black, *red))


def _recognised(picture: Picture, quads: list[Any]) -> list[_Found]:
    height, width = picture.shape[:2]
    crops = [engine.cut(picture, quad) for quad in quads]
    texts = engine.recognise(crops)
    return [
        _Found(_piece(text, quad, width, height), _is_red(crop))
        for (text, score), quad, crop in zip(texts, quads, crops, strict=True)
        if score >= MIN_SCORE and text.strip()
    ]


def _piece(text: str, quad: Any, width: int, height: int) -> Piece:
    across, down = [float(x) / width for x, _ in quad], [float(y) / height for _, y in quad]
    (x0, y0), (x1, y1) = quad[0], quad[1]
    box = Box(*(round(min(1.0, max(0.0, edge)), 4) for edge in (min(across), min(down), max(across), max(down))))
    return Piece(text, box, math.atan2(float(y1 - y0), float(x1 - x0)))


def _is_red(crop: Picture) -> bool:
    import numpy as np

    levels = crop.reshape(-1, 3).astype(np.int16)
    ink = levels[levels.min(axis=1) < 170]
    if not len(ink):
        return False
    return float(np.mean(ink[:, 2] - ink[:, :2].max(axis=1) > 40)) > RED_INK


def _turned_back(box: Box | None, turns: int) -> Box | None:
    """``box`` on the picture before it was turned anticlockwise ``turns`` times by 90 degrees."""
    for _ in range(turns if box else 0):
        assert box  # noqa: S101  # the loop does not run without one
        box = Box(round(1 - box.y1, 4), box.x0, round(1 - box.y0, 4), box.x1)
    return box
