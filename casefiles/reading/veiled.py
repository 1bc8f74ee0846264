"""Printed lines beneath a red seal: looked for once more where the red ink is lifted off.

A seal across a line hides it from the search for lines, though its characters can still be recognised. Red ink is nearly
as bright as paper in the red channel; where its brightness is taken for white, the seal is gone and black print stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PIL import Image

from casefiles.reading import marks

if TYPE_CHECKING:
    import numpy as np

    Picture = np.ndarray[Any, np.dtype[np.uint8]]

MARGIN = 0.02  # of the page's height, around a seal: a line and its neighbours
SLACK = 4  # pixels above and below a line
PALE = 20  # per cent of the red ink is darker than what counts as white: where it lies on print
BLACK = 30  # of 255 levels: print


def unveiled(picture: Picture, quads: list[Any], find: Callable[[Picture], list[Any]]) -> tuple[Picture, list[Any]]:
    """The upright BGR ``picture`` without red ink on lines near seals, and its lines: ``quads`` with those ``find`` sees then.

    A line seen without the ink takes the place of what was seen there with it; all else is left as it is.
    """
    lifted = _lifted(picture, quads)
    if lifted is None:
        return picture, quads
    clear = find(lifted)
    others = [quad for quad in quads if not any(_covers(line, quad) for line in clear)]
    return _cleared(picture, lifted, clear), others + clear


def _cleared(picture: Picture, lifted: Picture, lines: list[Any]) -> Picture:
    import cv2
    import numpy as np

    within = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(within, [np.rint(line).astype(np.int32) for line in lines], 1)
    return np.where(within[:, :, None] == 1, lifted, picture)


def _lifted(picture: Picture, quads: list[Any]) -> Picture | None:
    """The rows around seals in the red channel, the rest white; None where there is no seal. No line of ``quads`` is cut."""
    import numpy as np

    seals = marks.seals(Image.fromarray(np.ascontiguousarray(picture[:, :, ::-1])))
    if not seals:
        return None
    lifted = np.full_like(picture, 255)
    height = len(picture)
    for box in (seal.box for seal in seals if seal.box):
        rows = _whole_lines(int((box.y0 - MARGIN) * height), int((box.y1 + MARGIN) * height), quads)
        lifted[rows] = _without_red(picture[rows])[:, :, None]
    return lifted


def _whole_lines(top: int, bottom: int, quads: list[Any]) -> slice:
    """The rows from ``top`` to ``bottom`` and those of each line that an edge would cut: half a line is misread."""
    spans = [(int(quad[:, 1].min()) - SLACK, int(quad[:, 1].max()) + SLACK) for quad in quads]
    first = min([low for low, high in spans if low < top < high], default=top)
    last = max([high for low, high in spans if low < bottom < high], default=bottom)
    return slice(max(0, first), last)


def _without_red(rows: Picture) -> Picture:
    """The red channel with its levels spread so that most of the red ink is as white as paper."""
    import numpy as np

    red = rows[:, :, 2].astype(np.float32)
    ink = red[red - rows[:, :, :2].max(axis=2) > marks.REDDER]
    white = np.percentile(ink, PALE) if len(ink) else 255.0
    return np.clip((red - BLACK) / max(1.0, white - BLACK) * 255, 0, 255).astype(np.uint8)


def _covers(line: Any, quad: Any) -> bool:
    """Whether the middle of ``quad`` lies within ``line``."""
    import cv2
    import numpy as np

    across, down = quad.mean(axis=0)
    return bool(cv2.pointPolygonTest(np.asarray(line, np.float32).reshape(-1, 1, 2), (float(across), float(down)), False) >= 0)
