"""Pictures of pages: scans, photos, seals."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.documents.blocks import COLUMN, LETTER, Block, font, wrapped

A4_200_DPI = (1654, 2339)


def picture(
    blocks: Sequence[Block] = LETTER,
    *,
    size: tuple[int, int] = A4_200_DPI,
    letter: int = 34,
    angle: float = 0.0,
    turn: int = 0,
    blur: float = 0.0,
    noise: float = 0.0,
    seal: bool = False,
    contrast: float = 1.0,
    keystone: float = 0.0,
    seed: int = 7,
) -> Image.Image:
    """A page drawn as a picture, its characters ``letter`` pixels high.

    Tilted by ``angle`` degrees, turned clockwise by ``turn`` (90, 180, 270), blurred by a radius of ``blur`` pixels, with
    grey ``noise`` (standard deviation of 255 levels), a red ``seal`` over its last lines. Below 1, ``contrast`` pales the print
    on paper that grows dark to one side; ``keystone`` is the share of its width that the far edge of a page photographed at an
    angle loses.
    """
    page = Image.new("RGB", size, "white")
    bottom = _draw_blocks(ImageDraw.Draw(page), blocks, size, letter)
    if seal:
        stamp, sealed = Image.open(io.BytesIO(seal_png())), Image.new("RGB", size, "white")
        sealed.paste(stamp, (size[0] // 2, max(0, bottom - 300)), stamp)
        page = ImageChops.multiply(page, sealed)  # ink lets the print below show through
    if contrast < 1:
        page = _faint(page, contrast)
    if keystone:
        page = _photographed(page, keystone)
    if angle:
        page = page.rotate(-angle, Image.Resampling.BICUBIC, fillcolor="white")
    if blur:
        page = page.filter(ImageFilter.GaussianBlur(blur))
    if noise:
        page = _noisy(page, noise, seed)
    return page.rotate(-turn, expand=True)


def _draw_blocks(draw: ImageDraw.ImageDraw, blocks: Sequence[Block], size: tuple[int, int], letter: int) -> int:
    face, left, y = font(letter), size[0] // 10, size[1] // 12
    across = size[0] * 8 // 10
    for block in blocks:
        if isinstance(block, str):
            for line in [block] if COLUMN in block else wrapped(block, across // letter):
                for column, text in enumerate(line.split(COLUMN)):
                    draw.text((left + column * across // 2, y), text, "black", face)
                y += letter * 2
            continue
        width = across // max(map(len, block))
        for row in block:
            texts = [list(wrapped(text, (width - 20) // letter)) for text in row]
            height = int(letter * 1.4) * max(map(len, texts)) + letter // 2
            for column, lines in enumerate(texts):
                draw.rectangle((left + column * width, y, left + (column + 1) * width, y + height), outline="black", width=2)
                for number, line in enumerate(lines):
                    draw.text((left + column * width + 10, y + letter // 4 + int(number * letter * 1.4)), line, "black", face)
            y += height
        y += letter // 2
    return y


def _faint(page: Image.Image, contrast: float) -> Image.Image:
    paper = np.linspace(235, 165, page.width)[None, :, None]
    return Image.fromarray((paper - (255 - np.asarray(page)) * contrast * paper / 255).clip(0, 255).astype("uint8"))


def _photographed(page: Image.Image, keystone: float) -> Image.Image:
    """The page as a camera sees it that stands below its foot: its head is narrower, the table beneath it is grey."""
    width, height = page.size
    lost = keystone * width / 2
    seen = ((lost, lost), (width - lost, lost), (width, height), (0, height))
    rows = []
    for (x, y), (u, v) in zip(seen, ((0, 0), (width, 0), (width, height), (0, height)), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    flat = [edge for corner in ((0, 0), (width, 0), (width, height), (0, height)) for edge in corner]
    weights = np.linalg.solve(np.array(rows, float), np.array(flat, float))
    return page.transform(
        page.size, Image.Transform.PERSPECTIVE, tuple(weights), Image.Resampling.BICUBIC, fillcolor=(150, 146, 140)
    )


def _noisy(page: Image.Image, sigma: float, seed: int) -> Image.Image:
    grain = np.random.default_rng(seed).normal(0, sigma, (page.height, page.width, 1))
    return Image.fromarray(np.clip(np.asarray(page) + grain, 0, 255).astype("uint8"))


def seal_png(text: str = "蜀光电子有限公司", side: int = 320) -> bytes:
    """A round red seal on a transparent ground, as PNG."""
    stamp = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw, red, middle = ImageDraw.Draw(stamp), (214, 32, 32, 215), side / 2
    draw.ellipse((6, 6, side - 6, side - 6), outline=red, width=max(3, side // 40))
    points = [(middle + side * (0.14 if k % 2 else 0.32) / 2 * math.sin(k * math.pi / 5) * 1.1,
               middle - side * (0.14 if k % 2 else 0.32) / 2 * math.cos(k * math.pi / 5) * 1.1) for k in range(10)]  # fmt: skip
    draw.polygon(points, fill=red)
    face = font(side // 9)
    for number, character in enumerate(text):
        turn = math.pi * (1.15 + 1.7 * (number + 0.5) / len(text) - 0.5 + 0.35 - 0.5)
        x, y = middle + math.cos(turn) * side * 0.37, middle + math.sin(turn) * side * 0.37
        draw.text((x, y), character, red, face, anchor="mm")
    buffer = io.BytesIO()
    stamp.save(buffer, "PNG")
    return buffer.getvalue()


def scan_pdf(pages: Sequence[Sequence[Block]] = (LETTER,), *, dpi: int = 200, quality: int = 75, **how: object) -> bytes:
    """A PDF of pictures without a text layer; ``how`` as for ``picture``. Each element of ``pages`` is the blocks of one page."""
    drawn = [picture(blocks, **how) for blocks in pages]
    buffer = io.BytesIO()
    drawn[0].save(buffer, "PDF", resolution=dpi, save_all=True, append_images=drawn[1:], quality=quality)
    return buffer.getvalue()


def photo(blocks: Sequence[Block] = LETTER, *, quality: int = 80, exif_orientation: int = 1, **how: object) -> bytes:
    """A JPEG; ``how`` as for ``picture``. ``exif_orientation`` as cameras note it (1 upright, 6 to be turned clockwise by 90)."""
    exif = Image.Exif()
    exif[0x0112] = exif_orientation
    return as_file(picture(blocks, **how), "JPEG", quality=quality, exif=exif)


def as_file(image: Image.Image, format: str, **options: object) -> bytes:
    """``image`` as the bytes of a file in any format Pillow writes."""
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def tiff(pages: Sequence[Sequence[Block]] = (LETTER, LETTER), **how: object) -> bytes:
    """A TIFF with a frame for each page."""
    drawn = [picture(blocks, **how) for blocks in pages]
    return as_file(drawn[0], "TIFF", save_all=True, append_images=drawn[1:], compression="tiff_lzw")
