"""A page as a picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from casefiles.reading.picture import NoPicture, page_picture
from tests import documents


@pytest.mark.parametrize(
    "data", [documents.text_pdf(), documents.photo(size=(900, 600)), documents.tiff(size=(900, 600))], ids=["pdf", "jpeg", "tiff"]
)
def test_a_page_is_drawn_as_wide_as_asked(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    drawn = Image.open(io.BytesIO(page_picture(tmp_path / "a", 1, width=400)))
    assert (drawn.format, drawn.width) == ("PNG", 400)
    low, high = drawn.convert("L").getextrema()
    assert low < 128 < high, "something is printed on it"


@pytest.mark.parametrize(
    ("data", "page", "words"),
    [
        (documents.docx(), 1, "没有版面图像"),
        (documents.text_pdf(), 2, "没有第 2 页"),
        (documents.text_pdf(), 0, "没有第 0 页"),
        (documents.damaged(documents.text_pdf(), 0.3), 1, "无法显示"),
        (documents.huge_png(), 1, "无法显示"),
    ],
)
def test_what_cannot_be_drawn_says_why(tmp_path: Path, data: bytes, page: int, words: str) -> None:
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(NoPicture, match=words):
        page_picture(tmp_path / "a", page)
