"""What is printed over or beneath a scan does not stand for the scan; what is printed and says something does."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from casefiles.model import Page
from casefiles.reading import read
from tests import documents

A4 = (595.28, 841.89)
SCAN = ["商标注册证", "第21873645号", "注册人：蜀光电子有限公司", "核定使用商品：耳机、充电器"]
HEADER = "蜀光电子有限公司知识产权报案证据材料，第三册第十二页"
WATERMARK = "仅供知识产权案件报案使用，他用无效"


class Sheet:
    """One PDF page to print on; ``hidden`` text is in the file and not on paper."""

    def __init__(self) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self._buffer = io.BytesIO()
        self.canvas: Any = Canvas(self._buffer, pagesize=A4)

    def show(self, picture: Image.Image, place: tuple[float, float, float, float] = (0, 0, *A4)) -> None:
        from reportlab.lib.utils import ImageReader

        self.canvas.drawImage(ImageReader(io.BytesIO(documents.as_file(picture, "JPEG", quality=80))), *place)

    def print(self, y: float, text: str, *, hidden: bool = False, font: str = "STSong-Light") -> None:
        line = self.canvas.beginText(60, y)
        line.setFont(font, 10)
        line.setTextRenderMode(3 if hidden else 0)
        line.textLine(text)
        self.canvas.drawText(line)

    def across(self, x: float, y: float, text: str) -> None:
        self.canvas.saveState()
        self.canvas.translate(x, y)
        self.canvas.rotate(30)
        self.canvas.setFont("STSong-Light", 16)
        self.canvas.drawString(0, 0, text)
        self.canvas.restoreState()

    def read(self, folder: Path) -> Page:
        self.canvas.save()
        (folder / "a.pdf").write_bytes(self._buffer.getvalue())
        (page,) = read(folder / "a.pdf").pages
        return page


def scan() -> Image.Image:
    return documents.picture(SCAN)


def whole(sheet: Sheet) -> None:
    sheet.show(scan())


def in_strips(sheet: Sheet) -> None:
    picture, parts = scan(), 8
    for part in range(parts):
        strip = picture.crop((0, picture.height * part // parts, picture.width, picture.height * (part + 1) // parts))
        sheet.show(strip, (0, A4[1] * (parts - 1 - part) / parts, A4[0], A4[1] / parts + 0.3))


def texts(page: Page) -> list[str]:
    return [line.text.replace(":", "：") for line in page.lines]


@pytest.mark.parametrize("scanned", [whole, in_strips])
def test_a_header_over_a_scan_does_not_stand_for_it(tmp_path: Path, scanned: Callable[[Sheet], None]) -> None:
    sheet = Sheet()
    scanned(sheet)
    sheet.print(815, HEADER)
    sheet.print(20, "第 12 页")
    page = sheet.read(tmp_path)
    assert page.source == "ocr"
    assert texts(page) == [HEADER, *SCAN, "第 12 页"]


def test_a_watermark_over_a_scan_stands_after_what_the_scan_says(tmp_path: Path) -> None:
    sheet = Sheet()
    whole(sheet)
    for number in range(6):
        sheet.across(80 + number * 40, 150 + number * 110, WATERMARK)
    page = sheet.read(tmp_path)
    assert (page.source, texts(page)) == ("ocr", [*SCAN, WATERMARK])


@pytest.mark.parametrize(
    "layer",
    [
        ["RifilllEiE %21873645~ iEfffiA", "tt*flt, jiJlM!iM, :1tl!i", "~-m~~t!=tlJ! 2031 3F 3 Fl"],
        ["啇摽炷冊証窎", "笫丨亻丂彐厶", "炷冊亼亾宔孓苻陷厷呞卂囗"],
    ],
)
def test_a_hidden_layer_of_a_poor_recogniser_is_not_believed(tmp_path: Path, layer: list[str]) -> None:
    sheet = Sheet()
    whole(sheet)
    for number, line in enumerate(layer):
        sheet.print(780 - 26 * number, line, hidden=True)
    page = sheet.read(tmp_path)
    assert (page.source, texts(page)) == ("ocr", SCAN)


def test_a_good_hidden_layer_is_taken_as_it_is(tmp_path: Path) -> None:
    sheet = Sheet()
    whole(sheet)
    layer = [*SCAN[:3], "核定使用商品：耳机、充电器（隐藏文字层）"]
    for number, line in enumerate(layer):
        sheet.print(780 - 26 * number, line, hidden=True)
    page = sheet.read(tmp_path)
    assert (page.source, texts(page)) == ("ocr", layer)


def test_a_text_laid_beneath_the_picture_of_itself_is_read_once(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, line in enumerate(SCAN):
        sheet.canvas.setFont("STSong-Light", 12)
        sheet.canvas.drawString(A4[0] / 10, A4[1] * (1 - 1 / 12) - 12 - number * 24.5, line)
    whole(sheet)
    assert texts(sheet.read(tmp_path)) == SCAN


def test_bytes_of_chinese_taken_for_latin_are_not_believed(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, line in enumerate(["ÉÌ±ê×¢²áÖ¤ µÚ21873645ºÅ", "×¢²áÈË£ºÊñ¹âµç×ÓÓÐÏÞ¹«Ë¾"]):
        sheet.print(780 - 26 * number, line, font="Helvetica")
    assert sheet.read(tmp_path).source == "ocr"


def test_a_screenshot_below_its_caption_is_read_too(tmp_path: Path) -> None:
    sheet = Sheet()
    caption = "证据三：被控侵权商品销售页面截图（来源：某网络平台店铺，取证日期：2026年4月18日）"
    sheet.print(800, caption)
    sheet.show(scan(), (80, 120, 435, 615))
    page = sheet.read(tmp_path)
    assert texts(page) == [caption, *SCAN]
    box = next(line.box for line in page.lines if "注册人" in line.text)
    assert box is not None
    assert 0.2 < box.x0 < 0.3, "places lie on the page, not on the picture"


def test_print_on_a_tinted_ground_stays_print(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.show(Image.new("RGB", (800, 1100), (250, 244, 225)))
    for number, line in enumerate(SCAN):
        sheet.print(780 - 40 * number, line)
    page = sheet.read(tmp_path)
    assert (page.source, texts(page)) == ("text", SCAN)


def test_a_watermark_stays_out_of_the_cells_it_crosses(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [["商品", "数量", "金额"], ["外套", "2", "240.50"], ["合计", "2", "240.50"]]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.canvas.rect(60 + column * 150, 700 - number * 40, 150, 40)
            sheet.canvas.setFont("STSong-Light", 12)
            sheet.canvas.drawString(70 + column * 150, 712 - number * 40, text)
    sheet.across(100, 610, WATERMARK)
    page = sheet.read(tmp_path)
    assert [list(row) for row in page.tables[0].rows] == rows
    assert page.lines[-1].text == WATERMARK


def test_a_word_parted_at_the_end_of_its_line_keeps_its_hyphen(tmp_path: Path) -> None:
    sheet = Sheet()
    lines = ["The trade secrets concerned lie in the elec-", "tronics of the earphones SG-210"]
    for number, line in enumerate(lines):
        sheet.print(780 - 14 * number, line, font="Helvetica")
    assert texts(sheet.read(tmp_path)) == lines
