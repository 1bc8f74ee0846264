"""What becomes of a sheet on its way to us: each takes the picture of a page and gives it as a scanner or a telephone saw it."""

from __future__ import annotations

import io
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests import documents

STAMP = ("与原件核对无异", "2026年10月20日")


def shadowed(page: Image.Image) -> Image.Image:
    """The shadow of the telephone and of the hand that holds it: soft, and down to less than half of the light."""
    across, down = np.meshgrid(np.linspace(0, 1, page.width), np.linspace(0, 1, page.height))
    edge = 1 / (1 + np.exp(-(across * 0.7 + down * 0.5 - 0.55) * 18))
    return _lit(page, (1.0 - 0.58 * edge) * (1.0 - 0.15 * down))


def curled(page: Image.Image) -> Image.Image:
    """A sheet that does not lie flat: its lines are bowed, and its right edge rises from the table."""
    height, width = page.height, page.width
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    part = across / width
    bow = (0.018 * np.sin(np.pi * part) + 0.010 * part**3) * height
    seen = cv2.remap(
        np.asarray(page),
        across + 0.03 * width * part**3,
        down + bow - 0.01 * height,
        cv2.INTER_CUBIC,
        borderValue=(255, 255, 255),
    )
    return _lit(Image.fromarray(seen), 1 - 0.35 * (np.clip(part - 0.75, 0, 1) * 4) ** 2)


def on_a_table(page: Image.Image) -> Image.Image:
    """Photographed from the side on a dark table of wood, which is in the picture all around."""
    width, height = page.size
    grain = np.random.default_rng(3).normal(0, 9, (height // 40 + 1, width)).astype(np.float32)
    wood = cv2.resize(grain, (width, height), interpolation=cv2.INTER_LINEAR)[..., None] + np.array([72.0, 50.0, 36.0])
    corners = np.array([[0.17, 0.10], [0.86, 0.06], [0.95, 0.93], [0.06, 0.90]], np.float32) * [width, height]
    square = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    turn = cv2.getPerspectiveTransform(square, corners.astype(np.float32))
    seen = cv2.warpPerspective(np.asarray(page), turn, (width, height), flags=cv2.INTER_AREA)
    within = cv2.warpPerspective(np.full((height, width), 1.0, np.float32), turn, (width, height))[..., None]
    return _levels(seen * 0.92 * within + wood * (1 - within)).filter(ImageFilter.GaussianBlur(0.7))


def coarse(page: Image.Image) -> Image.Image:
    """Scanned at 150 dpi."""
    return page.resize((page.width * 3 // 4, page.height * 3 // 4), Image.Resampling.BOX)


def squeezed(page: Image.Image) -> Image.Image:
    """Sent on by a messenger that saves every byte."""
    return jpeg(page.resize((page.width * 4 // 5, page.height * 4 // 5), Image.Resampling.BILINEAR), 18)


def jpeg(page: Image.Image, quality: int) -> Image.Image:
    return Image.open(io.BytesIO(documents.as_file(page.convert("RGB"), "JPEG", quality=quality))).convert("RGB")


def sealed(page: Image.Image, places: tuple[tuple[float, float], ...]) -> Image.Image:
    """A red seal with its middle on each of ``places``, in parts of the page."""
    stamp, ink = Image.open(io.BytesIO(documents.seal_png())), Image.new("RGB", page.size, "white")
    for across, down in places:
        ink.paste(stamp, (int(across * page.width) - stamp.width // 2, int(down * page.height) - stamp.height // 2), stamp)
    return ImageChops.multiply(page, ink)


def stamped_blue(page: Image.Image) -> Image.Image:
    """A blue stamp with two rows of text, askew over print."""
    stamp = Image.new("RGB", (520, 190), "white")
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((6, 6, 513, 183), outline=(38, 70, 190), width=6)
    draw.text((40, 30), STAMP[0], (38, 70, 190), documents.font(60))
    draw.text((60, 112), STAMP[1], (38, 70, 190), documents.font(52))
    ink = Image.new("RGB", page.size, "white")
    ink.paste(stamp.rotate(8, expand=True, fillcolor="white"), (page.width * 5 // 10, page.height * 26 // 100))
    return ImageChops.multiply(page, ink)


def highlighted(page: Image.Image) -> Image.Image:
    """Yellow, pink and green marker over lines."""
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    for number, colour in enumerate(((255, 240, 60), (255, 150, 190), (130, 235, 120))):
        top = page.height * (18 + 11 * number) // 100
        draw.line((page.width // 8, top, page.width * 7 // 8, top + 14), fill=colour, width=62)
    return ImageChops.multiply(page, ink.filter(ImageFilter.GaussianBlur(2)))


def stapled(page: Image.Image) -> Image.Image:
    """A staple, the corner folded over it, and the dark edge of a sheet that did not lie on the glass."""
    page = page.copy()
    draw = ImageDraw.Draw(page)
    corner = page.width // 7
    draw.polygon([(0, 0), (corner, 0), (0, corner)], fill=(176, 172, 168))
    draw.line((corner, 0, 0, corner), fill=(80, 78, 76), width=9)
    draw.line((corner - 30, 90, corner + 50, 60), fill=(60, 60, 66), width=7)
    draw.rectangle((page.width - 46, 0, page.width, page.height), fill=(34, 32, 32))
    dark = np.ones((page.height, page.width), np.float32)
    dark[:, -160:-46] = np.linspace(1, 0.5, 114)
    return _lit(page, dark)


def shining_through(page: Image.Image, back: Image.Image) -> Image.Image:
    """Printed on both sides of thin paper: the ``back`` is seen through it, mirrored."""
    seen = np.asarray(back.resize(page.size).transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2)))
    return ImageChops.multiply(page, _levels(255 - (255 - seen.astype(np.float32)) * 0.34))


def spread(left: Image.Image, right: Image.Image) -> Image.Image:
    """Two pages of a bound volume on one picture, dark in the fold."""
    both = Image.new("RGB", (left.width + right.width, left.height), "white")
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    apart = np.abs(np.linspace(-1, 1, both.width))[None, :]
    return _lit(both, 1 - 0.6 * np.exp(-((apart * 14) ** 2)) * np.ones((both.height, 1)))


def copied(page: Image.Image) -> Image.Image:
    """A copy of a copy: grey, hard, with specks."""
    grey = np.asarray(page.convert("L").filter(ImageFilter.GaussianBlur(1.1))).astype(np.float32)
    hard = 255 / (1 + np.exp(-(grey - 150) / 16))
    rng = np.random.default_rng(5)
    specks = rng.random(hard.shape) < 0.0006
    hard[cv2.dilate(specks.astype(np.uint8), np.ones((2, 2))) > 0] = 60
    return _levels(np.repeat(hard[..., None], 3, axis=2))


def _lit(page: Image.Image, light: Any) -> Image.Image:
    return _levels(np.asarray(page).astype(np.float32) * np.asarray(light, np.float32)[..., None])


def _levels(found: Any) -> Image.Image:
    return Image.fromarray(np.clip(found, 0, 255).astype(np.uint8))
