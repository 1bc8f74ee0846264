"""Scans and photos are recognised, whichever way up they are; results are kept by the hash of the picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefiles.model import Box
from casefiles.reading import ocr, read
from tests import documents

CARD = ["居民身份证", "姓名：李明远    性别：男", "公民身份号码：510104199007214629", "有效期限：2016.05.06-2036.05.06"]
SMALL = {"size": (1000, 700), "letter": 32}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_picture_is_read_whichever_way_up_it_is(tmp_path: Path, turn: int) -> None:
    path = tmp_path / "photo"
    path.write_bytes(documents.photo(CARD, turn=turn, **SMALL))
    reading = read(path)
    assert (reading.format, reading.text_source, reading.problems) == ("image", "ocr", ())
    lines = reading.pages[0].lines
    assert lines[0].text == "居民身份证"
    assert "510104199007214629" in lines[2].text
    box = lines[0].box
    assert box
    assert corner(box) == {0: (0, 0), 90: (1, 0), 180: (1, 1), 270: (0, 1)}[turn], "places lie on the picture as it was given"


def corner(box: Box) -> tuple[int, int]:
    return round((box.x0 + box.x1) / 2), round((box.y0 + box.y1) / 2)


def test_a_line_across_a_wide_strip_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "strip"
    line = "公民身份号码：510104199007214629，有效期限：2016.05.06-2036.05.06"
    path.write_bytes(documents.photo([line], size=(2000, 160), letter=30))
    assert [one.text.replace(":", "：").replace(",", "，") for one in read(path).pages[0].lines] == [line]


def test_a_telephone_s_heic_is_read(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes((Path(documents.__file__).with_name("telephone.heic")).read_bytes())  # a card drawn here, put up by heif-enc
    reading = read(path)
    assert (reading.format, reading.text_source, reading.problems) == ("image", "ocr", ())
    assert "510104199007214629" in reading.pages[0].text
    path.write_bytes(path.read_bytes()[:-1500])
    assert [problem.code for problem in read(path).problems] == ["unreadable.damaged"]


def test_a_camera_s_note_of_its_position_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "photo"
    path.write_bytes(documents.photo(CARD, turn=270, exif_orientation=6, **SMALL))
    lines = read(path).pages[0].lines
    assert lines[0].text == "居民身份证"
    assert lines[0].box
    assert corner(lines[0].box) == (0, 0)


def test_a_tilted_noisy_scan_with_a_seal_keeps_lines_and_columns_together(tmp_path: Path) -> None:
    rows = [["名称", "蜀光电子有限公司"], ["法定代表人", "罗启航"], ["成立日期", "2014年7月9日"]]
    path = tmp_path / "scan"
    below = ["登记机关", "成都高新区市场监督管理局", "2014年7月9日", " ", " "]
    path.write_bytes(documents.scan_pdf([["营业执照", rows, *below]], angle=2, noise=12, seal=True))
    (page,) = read(path).pages
    texts = [line.text for line in page.lines]
    assert page.source == "ocr"
    assert texts[:4] == ["营业执照", "名称\t蜀光电子有限公司", "法定代表人\t罗启航", "成立日期\t2014年7月9日"]
    assert [mark.kind for mark in page.marks] == ["seal"]


def test_lines_right_beneath_a_seal_are_read(tmp_path: Path) -> None:
    lines = [f"第{row}行：被控告人销售标有上述商标的耳机共计{row}40件，非法经营数额为人民币{row}56800元" for row in range(1, 8)]
    path = tmp_path / "scan"
    path.write_bytes(documents.scan_pdf([lines], letter=30, seal=True))
    (page,) = read(path).pages
    assert [line.text.replace(":", "：").replace(",", "，") for line in page.lines][:7] == lines


@pytest.mark.parametrize("letter", [31, 38])
def test_a_line_at_the_edge_of_what_lies_around_a_seal_is_read_whole(tmp_path: Path, letter: int) -> None:
    lines = [f"第{row}行：播放量合计{row}12.7万次，非法经营数额{row}7.3万元" for row in range(1, 10)]
    path = tmp_path / "scan"
    path.write_bytes(documents.scan_pdf([lines], letter=letter, seal=True, angle=0.5))
    (page,) = read(path).pages
    assert [line.text.replace(":", "：").replace(",", "，") for line in page.lines][:9] == lines


def test_a_page_photographed_at_an_angle_in_poor_light_is_read(tmp_path: Path) -> None:
    path = tmp_path / "photo"
    path.write_bytes(documents.photo(CARD, keystone=0.12, contrast=0.4, angle=3, blur=0.8, **SMALL))
    assert "510104199007214629" in read(path).pages[0].text


def test_printed_and_scanned_pages_of_one_file_keep_their_order(tmp_path: Path) -> None:
    import io

    import pypdfium2

    joined = pypdfium2.PdfDocument.new()
    for part in (documents.text_pdf(["印刷页"]), documents.scan_pdf([["扫描页"]], **SMALL), documents.text_pdf(["末页"])):
        joined.import_pages(pypdfium2.PdfDocument(part))
    buffer = io.BytesIO()
    joined.save(buffer)
    (tmp_path / "mixed").write_bytes(buffer.getvalue())
    reading = read(tmp_path / "mixed")
    assert [(page.number, page.text, page.source) for page in reading.pages] == [
        (1, "印刷页", "text"),
        (2, "扫描页", "ocr"),
        (3, "末页", "text"),
    ]
    assert reading.text_source == "mixed"


def test_a_scan_pasted_into_word_is_recognised(tmp_path: Path) -> None:
    scan = documents.as_file(documents.picture(["商标注册证", "第21873645号"], size=(1000, 700)), "PNG")
    (tmp_path / "a.docx").write_bytes(documents.docx(["附件:"], pictures=[scan]))
    assert [line.text for line in read(tmp_path / "a.docx").pages[0].lines] == ["附件:", "商标注册证", "第21873645号"]


def test_each_frame_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.tif").write_bytes(documents.tiff([["第一页"], ["第二页"]], **SMALL))
    assert [page.text for page in read(tmp_path / "a.tif").pages] == ["第一页", "第二页"]


def test_what_was_recognised_once_is_not_recognised_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture, cache = documents.picture(["只认一次"], **SMALL), tmp_path / "cache"
    first = ocr.page(picture, cache)
    assert [line.text for line in first.lines] == ["只认一次"]
    monkeypatch.setattr(ocr, "_page", lambda image: pytest.fail("recognised again"))
    assert ocr.page(picture, cache) == first


def test_a_damaged_note_in_the_cache_is_replaced(tmp_path: Path) -> None:
    picture, cache = documents.picture(["只认一次"], **SMALL), tmp_path / "cache"
    first = ocr.page(picture, cache)
    (note,) = cache.rglob("*.json")
    note.write_text("{")
    assert ocr.page(picture, cache) == first
