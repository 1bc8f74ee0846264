"""Seals on a page: round or square patches of red. Whether a paper is sealed decides whether it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casefiles.model import Box, Mark

if TYPE_CHECKING:
    from PIL import Image

SIDE = 500  # pixels of the longer side: a seal of 4 cm on A4 is then 67 pixels wide
REDDER = 40  # levels by which red exceeds green and blue
SMALLEST, LARGEST = 0.05, 0.45  # of the page's width
SEAL, STAMP = 2.0, 5.0  # how many times as wide as high a round or square seal is at most, and a stamp of one or two lines
FILLED = 0.06  # of its box; a thin red line or frame is no seal


def seals(image: Image.Image) -> tuple[Mark, ...]:
    """The red seals of a page, from top to bottom."""
    return tuple(Mark("seal", box) for box in stamps(image, slender=SEAL))


def stamps(image: Image.Image, *, slender: float) -> list[Box]:
    """The places of patches of red with the size of a stamp, from top to bottom.

    None is more than ``slender`` times as wide as high, or as high as wide.
    """
    import cv2
    import numpy as np

    scale = min(1.0, SIDE / max(image.size))
    small = image.convert("RGB").resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    levels = np.asarray(small).astype(np.int16)
    red = ((levels[:, :, 0] - levels[:, :, 1:].max(axis=2)) > REDDER).astype(np.uint8)
    joined = cv2.dilate(red, np.ones((7, 7), np.uint8))
    _, _, patches, _ = cv2.connectedComponentsWithStats(joined)
    boxes = [box for patch in patches[1:] if (box := _box(patch, red, small.size, slender))]
    outer = [box for box in boxes if not any(_inside(box, other) for other in boxes)]
    return sorted(outer, key=lambda box: box.y0)


def _inside(box: Box, other: Box) -> bool:
    """Whether ``box`` is a part of ``other``: the star within the ring."""
    return box is not other and other.x0 <= box.x0 and other.y0 <= box.y0 and box.x1 <= other.x1 and box.y1 <= other.y1


def _box(patch: Any, red: Any, size: tuple[int, int], slender: float) -> Box | None:
    """The place of a patch of red (x, y, width, height, pixels, as OpenCV gives it) if it has the size and shape of a stamp."""
    x, y, width, height, _ = map(int, patch)
    if not (SMALLEST <= width / size[0] <= LARGEST and 1 / slender <= width / height <= slender):
        return None
    if red[y : y + height, x : x + width].mean() < FILLED:
        return None
    edges = (x / size[0], y / size[1], (x + width) / size[0], (y + height) / size[1])
    return Box(*(round(edge, 4) for edge in edges))


def is_seal(image: Image.Image) -> bool:
    """Whether a picture by itself, as put into a Word document, is a seal: what is drawn on it is mostly red."""
    import numpy as np

    levels = np.asarray(image.convert("RGB").resize((96, 96))).reshape(-1, 3).astype(np.int16)
    drawn = levels[levels.min(axis=1) < 200]
    return len(drawn) > 50 and float(np.mean(drawn[:, 0] - drawn[:, 1:].max(axis=1) > REDDER)) > 0.6
