"""What lies over print or shines through the paper hides no line of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from casefiles.reading import read
from tests import documents

CARD = [
    "姓名 罗启航",
    "住址 四川省成都市武侯区桐梓林东路8号",
    "公民身份号码 510107198304122613",
    "有效期限 2015.08.21-2035.08.21",
]
SENTENCES = [f"第{row}行：被控告人销售标有上述商标的耳机共计{row}40件，非法经营数额为人民币{row}56800元" for row in range(1, 8)]


def texts_of(folder: Path, picture: Image.Image) -> list[str]:
    (folder / "scan").write_bytes(documents.as_file(picture, "JPEG", quality=70))
    (page,) = read(folder / "scan").pages
    return [line.text.replace(":", "：").replace(",", "，") for line in page.lines]


def written_across(
    page: Image.Image, text: str, angle: float, colour: tuple[int, int, int], place: tuple[int, int]
) -> Image.Image:
    ink = Image.new("RGB", (60 * len(text), 90), "white")
    ImageDraw.Draw(ink).text((4, 8), text, colour, documents.font(58))
    layer = Image.new("RGB", page.size, "white")
    layer.paste(ink.rotate(angle, expand=True, fillcolor="white"), place)
    return ImageChops.multiply(page, layer)


def test_a_watermark_across_a_card_hides_no_line_and_stands_last(tmp_path: Path) -> None:
    page = documents.picture(CARD, size=(1200, 700), letter=32)
    found = texts_of(tmp_path, written_across(page, "仅供报案使用他用无效", 22, (168, 168, 176), (80, 60)))
    assert [line.replace(" ", "") for line in found[: len(CARD)]] == [line.replace(" ", "") for line in CARD]


def test_a_blue_stamp_hides_no_line(tmp_path: Path) -> None:
    page = documents.picture(SENTENCES, letter=30)
    stamp = Image.new("RGB", (520, 190), "white")
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((6, 6, 513, 183), outline=(38, 70, 190), width=6)
    draw.text((40, 60), "与原件核对无异", (38, 70, 190), documents.font(60))
    layer = Image.new("RGB", page.size, "white")
    layer.paste(stamp.rotate(8, expand=True, fillcolor="white"), (700, 280))
    found = texts_of(tmp_path, ImageChops.multiply(page, layer))
    assert [line for line in found if line in SENTENCES] == SENTENCES


def test_the_other_side_of_thin_paper_is_not_read(tmp_path: Path) -> None:
    lines = ["刑事控告书", "控告人：蜀光电子有限公司", "法定代表人：罗启航", "2026年10月20日"]
    back = documents.picture(["证据目录第二页购买凭证物流单据聊天记录及真伪鉴别报告" * 6], letter=34)
    mirrored = np.asarray(back.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2)))
    shining = Image.fromarray((255 - (255 - mirrored.astype(float)) * 0.34).astype("uint8"))
    assert texts_of(tmp_path, ImageChops.multiply(documents.picture(lines), shining)) == lines


def test_a_pale_page_that_is_printed_in_one_strength_is_read_whole(tmp_path: Path) -> None:
    assert texts_of(tmp_path, documents.picture(SENTENCES, letter=30, contrast=0.3)) == SENTENCES


def test_lines_of_a_tilted_page_keep_their_order(tmp_path: Path) -> None:
    page = documents.picture(["刑事控告书", "法定代表人：罗启航", *SENTENCES], letter=34)
    found = texts_of(tmp_path, page.rotate(2.5, Image.Resampling.BICUBIC, fillcolor="white"))
    assert found[:2] == ["刑事控告书", "法定代表人：罗启航"]
