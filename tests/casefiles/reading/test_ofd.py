"""OFD files: text with places, pictures recognised, seals where signatures put them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from casefiles.model import Box, Reading
from casefiles.reading import read
from tests import documents

BLOCKS = ["授权委托书", "委托人：蜀光电子有限公司", documents.PAGE_BREAK, "第二页"]


def reading_of(tmp_path: Path, data: bytes, name: str = "材料.pdf") -> Reading:
    path = tmp_path / name
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize(
    ("namespace", "prefix"), [("http://www.ofdspec.org/2016", "ofd:"), ("http://www.ofdspec.org", ""), ("urn:eigen", "o:")]
)
def test_text_is_read_page_by_page_whatever_the_namespace(tmp_path: Path, namespace: str, prefix: str) -> None:
    reading = reading_of(tmp_path, documents.ofd(BLOCKS, namespace=namespace, prefix=prefix))
    assert (reading.format, reading.problems) == ("ofd", ())
    assert [page.text.splitlines() for page in reading.pages] == [["授权委托书", "委托人：蜀光电子有限公司"], ["第二页"]]


def test_lines_and_seals_have_their_places(tmp_path: Path) -> None:
    first, second = reading_of(tmp_path, documents.ofd(BLOCKS, seal_on=1)).pages
    box = first.lines[0].box
    assert box is not None
    assert (box.x0, box.x1) == (round(25 / 210, 4), round(45 / 210, 4))
    assert 25 / 297 < box.y0 < box.y1 < 31 / 297
    assert [(mark.kind, mark.box) for mark in first.marks] == [("seal", Box(0.619, 0.7407, 0.8095, 0.8754))]
    assert (first.pictures, second.pictures, second.marks) == (1, 0, ())


def test_a_page_that_is_only_a_picture_is_recognised(tmp_path: Path) -> None:
    scan = documents.photo(["营业执照"], size=(620, 877))
    pages = reading_of(tmp_path, documents.ofd(["首页"], picture=scan)).pages
    assert [(page.text, page.source) for page in pages] == [("首页", "text"), ("营业执照", "ocr")]


def test_entities_are_refused(tmp_path: Path) -> None:
    data = documents.repacked(documents.ofd(), {"Doc_0/Document.xml": b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"})
    assert [problem.code for problem in reading_of(tmp_path, data).problems] == ["unreadable.damaged"]


def test_a_page_that_is_missing_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    data = documents.repacked(documents.ofd(BLOCKS), {"Doc_0/Pages/Page_1/Content.xml": None})
    reading = reading_of(tmp_path, data)
    assert [(problem.code, problem.page) for problem in reading.problems] == [("unreadable.damaged", 1)]
    assert reading.pages[1].text == "第二页"


def test_a_document_named_again_and_again_is_read_once(tmp_path: Path) -> None:
    root = "<a>" + "<DocRoot>Doc_0/Document.xml</DocRoot>" * 20_000 + "</a>"
    reading = reading_of(tmp_path, documents.repacked(documents.ofd(BLOCKS), {"OFD.xml": root.encode()}))
    assert [page.number for page in reading.pages] == [1, 2]


def test_a_header_over_a_scan_does_not_hide_the_scan(tmp_path: Path) -> None:
    scan = documents.photo(["商标注册证", "第21873645号", "注册人:蜀光电子有限公司", "核定使用商品:耳机、充电器"])
    header = "蜀光电子有限公司报案证据材料第三册第十二页"
    (_, page) = reading_of(tmp_path, documents.ofd(["首页"], picture=scan, over_picture=[header])).pages
    assert page.source == "ocr"
    assert [line.text for line in page.lines][:3] == [header, "商标注册证", "第21873645号"]


@pytest.mark.parametrize("sequential", [True, False])
def test_a_scan_in_jbig2_is_recognised(tmp_path: Path, sequential: bool) -> None:
    scan = documents.jbig2(documents.picture(["营业执照", "蜀光电子有限公司"], size=(827, 1170)), sequential=sequential)
    reading = reading_of(tmp_path, documents.ofd(["首页"], picture=scan, picture_name="scan.jb2"))
    assert [(page.text, page.source) for page in reading.pages] == [("首页", "text"), ("营业执照\n蜀光电子有限公司", "ocr")]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("spoilt", "code"), [(lambda data: data[:40], "damaged"), (lambda data: data[:24] + b"\xff\xff\xff" + data[27:], "too_large")]
)
def test_a_picture_that_cannot_be_opened_is_told(tmp_path: Path, spoilt: Callable[[bytes], bytes], code: str) -> None:
    scan = spoilt(documents.jbig2(documents.picture(["营业执照"], size=(827, 1170))))
    reading = reading_of(tmp_path, documents.ofd(["首页"], picture=scan, picture_name="scan.jb2"))
    assert [page.text for page in reading.pages] == ["首页", ""]
    assert [(problem.code, problem.page) for problem in reading.problems] == [(f"unreadable.{code}", 2)]


def test_each_document_of_a_file_counts_its_pages_for_itself(tmp_path: Path) -> None:
    first, second = (
        documents.ofd(["甲", documents.PAGE_BREAK, "乙"], seal_on=2),
        documents.ofd(["丙", documents.PAGE_BREAK, "丁"]),
    )
    with zipfile.ZipFile(io.BytesIO(second)) as archive:
        added = {name.replace("Doc_0", "Doc_1"): archive.read(name) for name in archive.namelist() if name != "OFD.xml"}
    root = zipfile.ZipFile(io.BytesIO(first)).read("OFD.xml").decode()
    body = "<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    added["OFD.xml"] = root.replace("</ofd:OFD>", body).encode()
    pages = reading_of(tmp_path, documents.repacked(first, added)).pages
    assert [(page.text, len(page.marks)) for page in pages] == [("甲", 0), ("乙", 1), ("丙", 0), ("丁", 0)]
