"""A page as a picture, for the reader's eyes: beside a finding stands the page it comes from."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from casefiles.reading import read_source
from casefiles.reading.limits import Limits
from casefiles.reading.signature import signature
from casefiles.reading.source import Room, Source

if TYPE_CHECKING:
    from PIL import Image

SIDE = 12_000  # pixels of height; a hostile page is drawn no longer


class NoPicture(Exception):
    """The page cannot be drawn; the text says why, in Chinese. The caller shows its lines instead."""


def page_picture(path: Path, page: int, *, width: int = 1000, entry: str = "") -> bytes:
    """Page ``page`` (from 1) of a PDF or picture as PNG, ``width`` pixels wide; of the file ``entry`` inside it, if one is named.

    Raises NoPicture for formats without drawn pages (Word, text, tables), pages that do not exist, and damaged files.
    """
    from casefiles.reading.formats import image, pdf

    if entry:
        return _of_entry(path, page, width, entry)
    try:
        sign = signature(path)
        if pdf.claims(sign):
            picture = _of_pdf(path, page, width)
        elif image.claims(sign):
            picture = _of_image(path, page)
        else:
            raise NoPicture("该格式没有版面图像，请查看文字内容。")
        return _png(picture, width)
    except NoPicture:
        raise
    except Exception as error:  # drawing hostile bytes may raise anything; the caller can always show the lines
        raise NoPicture("该页无法显示为图像，请下载原件查看。") from error


def _of_entry(path: Path, page: int, width: int, entry: str) -> bytes:
    """The page of a file inside: that file is taken out alone, and what it lies in before it."""
    with tempfile.TemporaryDirectory(prefix="ipdesk-") as folder:
        source = Source(path, path.name, room=Room(Path(folder), only=entry))
        read_source(source)
        for name, place in source.enclosed:
            if entry == name or entry.startswith(f"{name}/"):
                return page_picture(place, page, width=width, entry=entry.removeprefix(name).lstrip("/"))
    raise NoPicture("压缩包或者邮件里没有这个文件。")


def _of_pdf(path: Path, page: int, width: int) -> Image.Image:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        if not 1 <= page <= len(document):
            raise NoPicture(f"文件没有第 {page} 页。")
        sheet = document[page - 1]
        across, down = sheet.get_size()
        return sheet.render(scale=min(width / across, SIDE / down)).to_pil()
    finally:
        document.close()


def _of_image(path: Path, page: int) -> Image.Image:
    from casefiles.reading.formats.image import frame, frames, opened

    with opened(path) as image:
        if not 1 <= page <= frames(image):
            raise NoPicture(f"文件没有第 {page} 页。")
        return frame(image, page - 1, Limits().pixels)


def _png(picture: Image.Image, width: int) -> bytes:
    if picture.width > width:
        picture = picture.resize((width, max(1, min(SIDE, round(picture.height * width / picture.width)))))
    buffer = io.BytesIO()
    picture.convert("RGB").save(buffer, "PNG")
    return buffer.getvalue()
