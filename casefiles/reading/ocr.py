"""The page a picture shows: find the lines, turn it upright, find its tables, recognise, put into reading order.

Lines are found on a shrunk copy without its blank margins (that is where time goes), and cut out of the full picture.
The result is kept by the hash of the picture, for the same scan comes again with every draft, supplement and review.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casefiles.model import Box, Line, Page, Table
from casefiles.reading import engine, layout, marks, scan_tables, veiled
from casefiles.reading.layout import Piece
from casefiles.reading.record import page_from_json, page_to_json
from casefiles.reading.tilts import is_askew, tilt

if TYPE_CHECKING:
    import numpy as np
    from PIL import Image

    Picture = np.ndarray[Any, np.dtype[np.uint8]]

VERSION = "PP-OCRv6-small/8"
MIN_SCORE = 0.5
WEAK, WEAK_LINES = 0.8, 3  # scores, and how many of them make another look worth its time
RED_INK = 0.85  # of a seal's text; black text under a seal has less
RED_SIGN = 0.6  # of a single Chinese character of a seal, with a rule through it


@dataclass(frozen=True, slots=True)
class _Found:
    """One recognised piece, and whether it stands aside: the red text of a seal, a watermark across the page."""

    piece: Piece
    aside: bool
    quad: Any
    score: float


def page(image: Image.Image, cache: Path | None = None) -> Page:
    """What ``image`` shows, as page 1: its lines in reading order, those of seals and watermarks last; ruled tables; seals.

    Places are fractions of the picture as given, whichever way up it is. ``cache`` is a folder or None.
    """
    if cache is None:
        return _page(image)
    key = hashlib.sha256(f"{VERSION} {image.size} {image.mode}".encode() + image.tobytes()).hexdigest()
    kept = cache / key[:2] / f"{key}.json"
    if (found := _recall(kept)) is not None:
        return found
    fresh = _page(image)
    _keep(kept, fresh)
    return fresh


def _recall(kept: Path) -> Page | None:
    """What was recognised before; None where nothing was, or where the note is damaged."""
    try:
        return page_from_json(json.loads(kept.read_text("utf-8")))
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None


def _keep(kept: Path, found: Page) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    aside = kept.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    aside.write_text(json.dumps(page_to_json(found), ensure_ascii=False), "utf-8")
    aside.replace(kept)


def _page(image: Image.Image) -> Page:
    import numpy as np

    picture = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
    upright, quads, turns = engine.upright(picture)
    lines, tables = _read(upright, quads) if len(quads) else ([], [])
    return Page(
        1,
        tuple(replace(line, box=_turned_back(line.box, turns)) for line in lines),
        tuple(replace(table, box=_turned_back(table.box, turns)) for table in tables),
        source="ocr" if lines else "none",
        marks=marks.seals(image),
    )


def _read(upright: Picture, quads: list[Any]) -> tuple[list[Line], list[Table]]:
    """The lines and tables of a picture that is the right way up."""
    ruling = scan_tables.ruling(upright, quads)
    found = _certain(upright, ruling.parted(quads) if ruling else quads)
    black, aside = ([one.piece for one in found if one.aside == aside] for aside in (False, True))
    aspect = upright.shape[0] / upright.shape[1]
    loose, rows, tables = ruling.filled(black) if ruling else (black, [], [])
    pages = [loose] if tables else layout.spread(loose, aspect)
    lines = [line for page in pages for line in layout.lines(page, aspect)]
    return [*layout.in_order(lines, rows), *layout.lines(aside, aspect)], tables


def _certain(picture: Picture, quads: list[Any]) -> list[_Found]:
    """What is recognised; without what shines through from the other side, where that is read with more certainty."""
    found = _recognised(picture, quads)
    weak = [one.quad for one in found if one.score < WEAK]
    if len(weak) < WEAK_LINES or (clear := veiled.without_ghosts(picture, weak)) is None:
        return found
    again = _recognised(clear, engine.find(clear))
    return max(found, again, key=lambda some: sum(one.score for one in some) / max(1, len(some)))


def _recognised(picture: Picture, quads: list[Any]) -> list[_Found]:
    height, width = picture.shape[:2]
    crops, page = [engine.cut(picture, quad) for quad in quads], tilt(quads)
    texts = engine.recognise(crops)
    return [
        _Found(_piece(text, quad, width, height), is_askew(quad, page) or _is_red(crop, text), quad, score)
        for (text, score), quad, crop in zip(texts, quads, crops, strict=True)
        if score >= MIN_SCORE and text.strip()
    ]


def _piece(text: str, quad: Any, width: int, height: int) -> Piece:
    across, down = [float(x) / width for x, _ in quad], [float(y) / height for _, y in quad]
    (x0, y0), (x1, y1) = quad[0], quad[1]
    box = Box(*(round(min(1.0, max(0.0, edge)), 4) for edge in (min(across), min(down), max(across), max(down))))
    return Piece(text, box, math.atan2(float(y1 - y0), float(x1 - x0)))


def _is_red(crop: Picture, text: str) -> bool:
    import numpy as np

    levels = crop.reshape(-1, 3).astype(np.int16)
    ink = levels[levels.min(axis=1) < 170]
    if not len(ink):
        return False
    return float(np.mean(ink[:, 2] - ink[:, :2].max(axis=1) > 40)) > (RED_SIGN if len(text) == 1 and text.isalpha() else RED_INK)


def _turned_back(box: Box | None, turns: int) -> Box | None:
    """``box`` on the picture before it was turned anticlockwise ``turns`` times by 90 degrees."""
    for _ in range(turns if box else 0):
        assert box  # noqa: S101  # the loop does not run without one
        box = Box(round(1 - box.y1, 4), box.x0, round(1 - box.y0, 4), box.x1)
    return box
