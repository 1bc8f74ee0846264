"""RapidOCR (Apache-2.0) with PP-OCRv6 small on onnxruntime: finding lines, recognising them. Models are in the wheel, no network.

One engine for each thread and one core for each engine: two pages side by side are faster than one page on two cores.
"""

from __future__ import annotations

import functools
import importlib.resources
import threading
from typing import TYPE_CHECKING, Any

from casefiles.reading import veiled

if TYPE_CHECKING:
    import numpy as np

    Picture = np.ndarray[Any, np.dtype[np.uint8]]

FIND_SIDE = 1280  # pixels of the longer side on which lines are found: 10.5 pt on A4 is then 16 pixels high
SMALL_SIDE = 800  # a picture below this is enlarged, twice at most
TILE_ASPECT = 2.5  # a long screenshot is cut into tiles of this height, in widths
TILE_OVERLAP = 0.2
VOTERS = 16  # of the longest lines say which way is up
_own = threading.local()


@functools.cache
def flush_denormals() -> None:
    """Let this thread and all it starts from now on take numbers too small to be normal for zero.

    The model that finds lines holds a quarter of a million of them, on each of which a processor stumbles: without this it
    takes three times as long. onnxruntime sets it for the thread that opens its first session, and threads inherit it.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    models = importlib.resources.files("rapidocr") / "models"
    smallest = next(model for model in models.iterdir() if "_cls_" in model.name)
    onnxruntime.InferenceSession(smallest.read_bytes(), options, providers=["CPUExecutionProvider"])


def upright(picture: Picture) -> tuple[Picture, list[Any], int]:
    """The picture upright, its lines as quadrangles in pixels, and how often it was turned anticlockwise by 90 degrees."""
    import numpy as np

    quads, turns = find(picture), 0
    if quads and _vertical(quads) > 0.6:
        turns = 1
    if quads and _upside_down(np.rot90(picture, turns), _turned(quads, turns, picture.shape)):
        turns += 2
    right = np.ascontiguousarray(np.rot90(picture, turns))
    return *veiled.unveiled(right, _turned(quads, turns, picture.shape), _find), turns


def find(picture: Picture) -> list[Any]:
    """The lines of text as quadrangles (4 × 2, pixels, from the top left clockwise), tile by tile where the picture is long."""
    height, width = picture.shape[:2]
    if max(height, width) <= TILE_ASPECT * min(height, width) or min(height, width) < 200:
        return _find(picture)
    side, step = int(TILE_ASPECT * min(height, width)), int((TILE_ASPECT - TILE_OVERLAP) * min(height, width))
    found: list[Any] = []
    for start in range(0, max(height, width), step):
        if height > width:
            found += [
                quad
                for quad in _moved(_find(picture[start : start + side]), (0, start))
                if not any(_same(quad, other) for other in found[-80:])
            ]
        else:
            found = _continued(found, _moved(_find(picture[:, start : start + side]), (start, 0)))
    return found


def cut(picture: Picture, quad: Any) -> Picture:
    """The line within ``quad``, straightened."""
    import numpy as np
    from rapidocr.utils.process_img import get_rotate_crop_image

    return get_rotate_crop_image(picture, np.asarray(quad, dtype=np.float32))


def recognise(crops: list[Picture]) -> list[tuple[str, float]]:
    """The text of each line with its score (0 to 1)."""
    result = _engine().recognize_txt(crops)
    return list(zip(result.txts, result.scores, strict=True))


def _find(picture: Picture) -> list[Any]:
    import cv2
    import numpy as np

    top, left, inked = _trimmed(picture)
    if inked.size == 0:
        return []
    side = max(picture.shape[:2])
    scale = min(1.0, FIND_SIDE / side) if side >= SMALL_SIDE else min(2.0, SMALL_SIDE / side)
    small = cv2.resize(inked, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    result = _engine()(small, use_det=True, use_cls=False, use_rec=False)
    if result.boxes is None:
        return []
    return [np.asarray(quad, dtype=np.float32) / scale + (left, top) for quad in result.boxes]


def _trimmed(picture: Picture) -> tuple[int, int, Picture]:
    """The part with ink on it and a margin of a line around, with the place of its corner.

    Noise counts as ink: then nothing is trimmed.
    """
    import numpy as np

    height, width = picture.shape[:2]
    grey = picture.min(axis=2)
    ink = grey < np.median(grey) - 40 if np.median(grey) > 60 else grey > np.median(grey) + 40
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return 0, 0, picture[:0]
    margin = max(height, width) // 40
    top, bottom = max(0, int(rows[0]) - margin), min(height, int(rows[-1]) + margin)
    left, right = max(0, int(columns[0]) - margin), min(width, int(columns[-1]) + margin)
    return top, left, picture[top:bottom, left:right]


def _same(one: Any, other: Any) -> bool:
    """Whether two quadrangles of neighbouring tiles are one line: the middle of the one lies in the other."""
    middle, low, high = one.mean(axis=0), other.min(axis=0), other.max(axis=0)
    return bool((low <= middle).all() and (middle <= high).all())


def _moved(quads: list[Any], shift: tuple[int, int]) -> list[Any]:
    return [quad + shift for quad in quads]


def _continued(found: list[Any], near: list[Any]) -> list[Any]:
    """``found`` and the lines of the next tile to the right; a line that runs on in it is one line."""
    import numpy as np

    lines = list(found)
    for quad in near:
        begun = next((number for number, line in enumerate(lines) if _runs_on(line, quad)), None)
        if begun is None:
            lines.append(quad)
            continue
        corners = np.concatenate([lines[begun], quad])
        (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
        lines[begun] = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float32)
    return lines


def _runs_on(line: Any, quad: Any) -> bool:
    """Whether ``quad`` lies on the height of ``line`` and begins before it ends."""
    top, bottom = max(line[:, 1].min(), quad[:, 1].min()), min(line[:, 1].max(), quad[:, 1].max())
    height = min(float(one[:, 1].max() - one[:, 1].min()) for one in (line, quad))
    return bool(bottom - top > 0.6 * height and quad[:, 0].min() <= line[:, 0].max() and line[:, 0].min() <= quad[:, 0].max())


def _lengths(quad: Any) -> tuple[float, float]:
    """Width and height of ``quad`` along its sides."""
    import numpy as np

    return float(np.linalg.norm(quad[1] - quad[0])), float(np.linalg.norm(quad[3] - quad[0]))


def _vertical(quads: list[Any]) -> float:
    """The share of lines that stand on end, by their length; near-square ones say nothing."""
    sizes = [size for size in map(_lengths, quads) if max(size) > 1.5 * min(size)]
    total = sum(map(max, sizes))
    return sum(height for width, height in sizes if height > width) / total if total else 0.0


def _turned(quads: list[Any], turns: int, shape: tuple[int, ...]) -> list[Any]:
    """``quads`` on the picture of ``shape`` turned anticlockwise ``turns`` times by 90 degrees, again from the top left
    clockwise.
    """
    import numpy as np

    height, width = shape[:2]
    for _ in range(turns % 4):
        quads = [np.roll(np.stack([quad[:, 1], width - quad[:, 0]], axis=1), -1, axis=0) for quad in quads]
        height, width = width, height
    return quads


def _upside_down(picture: Picture, quads: list[Any]) -> bool:
    """Whether most of the longest lines are upside down, as the direction classifier sees them."""
    import numpy as np

    longest = sorted(quads, key=lambda quad: -max(_lengths(quad)))[:VOTERS]
    whole = np.ascontiguousarray(picture)
    votes = _engine().cls_and_rotate([cut(whole, quad) for quad in longest])[1].cls_res
    down = sum(score for label, score in votes if "180" in label)
    return down > sum(score for label, score in votes if "180" not in label)


def _engine() -> Any:
    if not hasattr(_own, "engine"):
        from rapidocr import RapidOCR

        _own.engine = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": 100_000,  # sizes are ours to choose
                "Global.text_score": 0.0,
                "Det.limit_side_len": 32,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
                "Rec.rec_batch_num": 1,  # six lines at once take twice the memory and are no faster on a CPU
            }
        )
    return _own.engine
