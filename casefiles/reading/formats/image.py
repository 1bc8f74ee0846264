"""Pictures: photos, scans and screenshots as JPEG, PNG, HEIC, TIFF (each frame a page), WebP, BMP. Their text is recognised."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from casefiles.model import Page
from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

if TYPE_CHECKING:
    from PIL import Image

MAGIC = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|.{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)|II\*\x00|MM\x00\*|RIFF....WEBP|BM.{8}[\x00-\xff]{4}[\x0c\x28\x6c\x7c]\x00\x00\x00",
    re.DOTALL,
)
FORMATS = ("JPEG", "PNG", "HEIF", "TIFF", "WEBP", "BMP")
BLANK = 8  # levels of grey between the darkest and the lightest part of a blank picture


def claims(sign: Signature) -> bool:
    return bool(MAGIC.match(sign.head))


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """A page for each frame. A picture without text is evidence all the same; only a blank one is a problem.

    Raises Unreadable where the picture has more pixels than allowed, is damaged, or is blank.
    """
    from casefiles.reading.scans import recognised

    with opened(source.path) as image:
        total = source.allowed(frames(image), "幅")
        yield from recognised((_shown(image, number, source) for number in range(total)), source, total)


def opened(file: Path | BinaryIO) -> Image.Image:
    """The picture, not decoded yet. Raises what Pillow raises where it is none of ours."""
    import pi_heif
    from PIL import Image, ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # half a photo is a problem; other libraries in this process may think otherwise
    Image.init()  # without it only the most common formats are known
    pi_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = None  # our own limit holds, and it is checked before anything is decoded
    return Image.open(file, formats=FORMATS)


def frames(image: Image.Image) -> int:
    """Only TIFF has pages. The second frame of an MPO is a preview of the first."""
    return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def frame(image: Image.Image, number: int, pixels: int) -> Image.Image:
    """Frame ``number`` (from 0) upright, on white. Raises Unreadable where it has more than ``pixels`` pixels."""
    from PIL import ImageOps

    image.seek(number)
    check_size(image.size, pixels)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # broken EXIF is no news to the applicant
        upright = ImageOps.exif_transpose(image)
    return on_white(upright)


def check_size(size: tuple[int, int], pixels: int) -> None:
    """Raises Unreadable where a picture of ``size`` has more than ``pixels`` pixels."""
    width, height = size
    if width * height > pixels:
        raise Unreadable("unreadable.too_large", detail=f"图片为 {width}×{height} 像素，超过 {pixels // 10_000} 万像素。")


def _shown(image: Image.Image, number: int, source: Source) -> Image.Image:
    picture = frame(image, number, source.limits.pixels)
    if _is_blank(picture) and number == 0 and frames(image) == 1:
        raise Unreadable("unreadable.empty", detail="图片是空白的。")
    return picture


def _is_blank(picture: Image.Image) -> bool:
    levels = picture.convert("L").resize((64, 64)).tobytes()
    return max(levels) - min(levels) < BLANK


def on_white(image: Image.Image) -> Image.Image:
    """``image`` as RGB; what is transparent shows the paper below it."""
    from PIL import Image

    if image.mode.startswith("I;16"):
        image = image.point(lambda level: level / 256).convert("L")
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    paper.alpha_composite(layer)
    return paper.convert("RGB")
