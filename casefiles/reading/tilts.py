"""How far lines of text lean: a page as a whole, and what lies askew on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

LONG = 2  # heights a piece of text is long, to tell how far it leans
ASKEW = 0.14  # radians (8°) off the page: a watermark


def tilt(quads: Sequence[Any]) -> float:
    """The angle of the page in radians, clockwise: the median of its pieces, each counted by its length."""
    angles = sorted((_angle(quad), float(quad[1][0] - quad[0][0])) for quad in quads if _is_long(quad))
    half, passed = sum(length for _, length in angles) / 2, 0.0
    for angle, length in angles:
        passed += length
        if passed >= half:
            return angle
    return 0.0


def is_askew(quad: Any, page: float) -> bool:
    """Whether ``quad`` lies across a page that leans by ``page`` radians; of short pieces nobody can tell."""
    return _is_long(quad) and abs(_angle(quad) - page) > ASKEW


def _angle(quad: Any) -> float:
    return math.atan2(float(quad[1][1] - quad[0][1]), float(quad[1][0] - quad[0][0]))


def _is_long(quad: Any) -> bool:
    import numpy as np

    return bool(np.linalg.norm(quad[1] - quad[0]) > LONG * np.linalg.norm(quad[3] - quad[0]))
