"""Printed lines beneath what lies over them: looked for once more where the other ink is lifted off.

A seal, a stamp or a watermark across a line hides it from the search for lines, though its characters can still be recognised.
Red ink is nearly as bright as paper in the red channel, blue ink in the blue one, pale ink in any; where its brightness is
taken for white, it is gone and black print stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PIL import Image

from casefiles.reading import marks
from casefiles.reading.tilts import is_askew, tilt

if TYPE_CHECKING:
    import numpy as np

    Picture = np.ndarray[Any, np.dtype[np.uint8]]

MARGIN = 0.02  # of the page's height, around a seal: a line and its neighbours
SLACK = 4  # pixels above and below a line
PALE = 20  # per cent of other ink is darker than what counts as white: where it lies on print
BLACK = 30  # of 255 levels: print
FAINT = 20  # levels by which any ink is darker than paper
STRENGTHS, APART = 0.02, 80  # of the ink is dark and pale, and by so many levels, where another side shines through
LEAST_INK = 500  # pixels
BLUE, GREEN, RED = 0, 1, 2

Veil = tuple[slice, Any, float]  # rows of the picture, their levels in the channel of the ink, and the level that is white there


def unveiled(picture: Picture, quads: list[Any], find: Callable[[Picture], list[Any]]) -> tuple[Picture, list[Any]]:
    """The upright BGR ``picture`` without other ink on lines near it, and its lines: ``quads`` with those ``find`` sees then.

    A line seen without the ink takes the place of what was seen there with it; all else is left as it is.
    """
    veils = [*_stamps(picture, quads), *_watermarks(picture, quads)]
    if not veils:
        return picture, quads
    lifted = _lifted(picture, veils)
    clear = find(lifted)
    others = [quad for quad in quads if not any(_covers(line, quad) for line in clear)]
    return _cleared(picture, lifted, clear), others + clear


def _cleared(picture: Picture, lifted: Picture, lines: list[Any]) -> Picture:
    import cv2
    import numpy as np

    within = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(within, [np.rint(line).astype(np.int32) for line in lines], 1)
    return np.where(within[:, :, None] == 1, lifted, picture)


def _lifted(picture: Picture, veils: list[Veil]) -> Picture:
    """The rows around other ink without it, the rest white."""
    import numpy as np

    lifted, touched = np.full_like(picture, 255), np.zeros(len(picture), bool)
    for rows, levels, white in veils:
        clear = np.clip((levels.astype(np.float32) - BLACK) / max(1.0, white - BLACK) * 255, 0, 255).astype(np.uint8)
        fresh = ~touched[rows][:, None, None]
        lifted[rows] = np.where(fresh, clear[:, :, None], np.maximum(lifted[rows], clear[:, :, None]))
        touched[rows] = True
    return lifted


def _whole_lines(top: int, bottom: int, quads: list[Any]) -> slice:
    """The rows from ``top`` to ``bottom`` and those of each line that an edge would cut: half a line is misread."""
    spans = [(int(quad[:, 1].min()) - SLACK, int(quad[:, 1].max()) + SLACK) for quad in quads]
    first = min([low for low, high in spans if low < top < high], default=top)
    last = max([high for low, high in spans if low < bottom < high], default=bottom)
    return slice(max(0, first), last)


def _stamps(picture: Picture, quads: list[Any]) -> Iterator[Veil]:
    """The rows around red and blue stamps, in the channel of their ink, with the level at which it is white."""
    import numpy as np

    height = len(picture)
    for channel, mirrored in ((RED, picture[:, :, ::-1]), (BLUE, picture)):
        others = [one for one in (RED, GREEN, BLUE) if one != channel]
        for box in marks.stamps(Image.fromarray(np.ascontiguousarray(mirrored)), slender=marks.STAMP):
            rows = _whole_lines(int((box.y0 - MARGIN) * height), int((box.y1 + MARGIN) * height), quads)
            levels = picture[rows].astype(np.int16)
            ink = levels[:, :, channel][levels[:, :, channel] - levels[:, :, others].max(axis=2) > marks.REDDER]
            yield rows, picture[rows][:, :, channel], float(np.percentile(ink, PALE)) if len(ink) else 255.0


def _watermarks(picture: Picture, quads: list[Any]) -> Iterator[Veil]:
    """The rows of what is printed askew over the page, with the level at which its ink is white."""
    import cv2
    import numpy as np

    page = tilt(quads)
    across = [quad for quad in quads if is_askew(quad, page)]
    if not across:
        return
    corners = np.concatenate(across)
    rows = _whole_lines(int(corners[:, 1].min()), int(corners[:, 1].max()) + 1, quads)
    within = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(within, [np.rint(quad).astype(np.int32) for quad in across], 1)
    levels = picture.max(axis=2)
    seen = levels[within == 1]
    ink = seen[seen < np.median(levels[rows]) - FAINT]
    if len(ink):
        yield rows, levels[rows], float(np.percentile(ink, PALE))


def without_ghosts(picture: Picture, weak: list[Any]) -> Picture | None:
    """``picture`` without the pale print of its other side, where the lines ``weak`` show print of two strengths; else None."""
    import cv2
    import numpy as np

    within = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(within, [np.rint(quad).astype(np.int32) for quad in weak], 1)
    levels = picture.max(axis=2)
    seen = levels[within == 1]
    ink = seen[seen < np.median(levels) - FAINT] if len(seen) else seen
    if len(ink) < LEAST_INK:
        return None
    between = float(cv2.threshold(np.ascontiguousarray(ink), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[0])
    dark, pale = ink[ink <= between], ink[ink > between]
    if min(len(dark), len(pale)) < STRENGTHS * len(ink) or pale.mean() - dark.mean() < APART:
        return None
    white = (between + float(pale.mean())) / 2
    clear = np.clip((levels.astype(np.float32) - BLACK) / (white - BLACK) * 255, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.repeat(clear[:, :, None], 3, axis=2))


def _covers(line: Any, quad: Any) -> bool:
    """Whether the middle of ``quad`` lies within ``line``."""
    import cv2
    import numpy as np

    across, down = quad.mean(axis=0)
    return bool(cv2.pointPolygonTest(np.asarray(line, np.float32).reshape(-1, 1, 2), (float(across), float(down)), False) >= 0)
