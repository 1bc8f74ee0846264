"""One original as sheets: a PDF with nothing in it but pages. Runs in the binding process.

PDFs keep their text and fonts and lose what is no page (scripts, attachments, links, forms); pictures become pages;
Word documents are laid out by LibreOffice where it is installed. What is none of these has no sheets of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from casefiles.reading.formats import recognise
from casefiles.reading.limits import Limits
from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import signature

PAGES = 1000  # of one file
SIDE = 2000  # pixels of a picture's longer side: about 170 for an inch of A4
QUALITY = 80


class NoSheets(Exception):
    """The file cannot be shown as pages; the caller shows its text. The message says why, in Chinese."""


def make_sheets(path: Path, out: Path) -> int:
    """Write the sheets of the file at ``path`` to ``out``; how many pages. What it is, its bytes tell.

    Raises NoSheets for formats without pages, for damaged files and for those with more than ``PAGES`` pages.
    """
    try:
        form = recognise(signature(path), path.name).__name__.rpartition(".")[2]
        if form not in _MAKERS:
            raise NoSheets("该格式没有版面，只列出读出的文字。")
        return _MAKERS[form](path, form, out)
    except NoSheets:
        raise
    except Exception as error:  # hostile bytes may raise anything; the caller can always show the text
        raise NoSheets("原件不能显示为页面，只列出读出的文字。") from error


def _of_pdf(path: Path, _form: str, out: Path) -> int:
    import pikepdf

    with pikepdf.open(path) as opened:
        if not 1 <= len(opened.pages) <= PAGES:
            raise NoSheets(f"原件有 {len(opened.pages)} 页，超过 {PAGES} 页，请查看原件。")
        opened.generate_appearance_streams()
        opened.flatten_annotations("screen")  # a stamp drawn as an annotation is part of the page
        bare = pikepdf.new()
        bare.pages.extend(opened.pages)
        for page in bare.pages:
            for extra in ("/Annots", "/AA", "/Metadata", "/PieceInfo", "/Thumb"):
                if extra in page.obj:
                    del page.obj[extra]
        bare.save(out)
        return len(bare.pages)


def _of_image(path: Path, _form: str, out: Path) -> int:
    from casefiles.reading.formats.image import frame, frames, opened

    with opened(path) as image:
        count = min(frames(image), PAGES)
        pictures = [frame(image, number, Limits().pixels) for number in range(count)]
    for picture in pictures:
        picture.thumbnail((SIDE, SIDE))
    first, *rest = [picture.convert("RGB") for picture in pictures]
    first.save(out, "PDF", save_all=True, append_images=rest, resolution=170, quality=QUALITY)
    return count


def _of_word(path: Path, form: str, out: Path) -> int:
    from casefiles.reading import libreoffice

    if libreoffice.program() is None:
        raise NoSheets("本机没有安装 LibreOffice，不能按原版面显示，只列出读出的文字。")
    with tempfile.TemporaryDirectory(prefix="ipdesk-") as work:
        try:
            made = libreoffice.as_pdf(path, f".{form}", Path(work), Limits(seconds_per_page=60.0))
        except Unreadable as why:
            raise NoSheets("原件不能按版面显示，只列出读出的文字。") from why
        return _of_pdf(made, "pdf", out)


_MAKERS: Mapping[str, Callable[[Path, str, Path], int]] = {
    "pdf": _of_pdf,
    "image": _of_image,
    "docx": _of_word,
    "doc": _of_word,
}
