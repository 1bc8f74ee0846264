"""A file that cannot be read gives one clear problem with its remedy, and nothing worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefiles.model import Reading
from casefiles.reading import Limits, read
from casefiles.reading.problems import LETTERS, letter
from tests import documents
from tests.soon import soon

OLD_SLIDES = documents.ole({"PowerPoint Document": b""})

UNREADABLE = {
    "empty file": (b"", "空.pdf", "unreadable.empty"),
    "blank text": (b" \n\n ", "空白.txt", "unreadable.empty"),
    "blank page": (documents.text_pdf([]), "空白页.pdf", "unreadable.empty"),
    "blank picture": (documents.as_file(documents.picture([], size=(300, 300)), "PNG"), "空白.png", "unreadable.empty"),
    "empty Word": (documents.docx([]), "空白.docx", "unreadable.empty"),
    "encrypted PDF": (documents.encrypted_pdf(), "加密.pdf", "unreadable.encrypted"),
    "encrypted Word": (documents.encrypted_docx(), "加密.docx", "unreadable.encrypted"),
    "half a PDF": (documents.damaged(documents.text_pdf(), 0.3), "半截.pdf", "unreadable.damaged"),
    "half a Word document": (documents.damaged(documents.docx()), "半截.docx", "unreadable.damaged"),
    "half a photo": (documents.damaged(documents.photo(size=(600, 400))), "半截.jpg", "unreadable.damaged"),
    "noise": (bytes(range(256)) * 64, "噪声.pdf", "unreadable.damaged"),
    "entities": (documents.entity_bomb_docx(), "实体.docx", "unreadable.damaged"),
    "bomb as Word": (documents.zip_bomb_docx(), "炸弹.docx", "unreadable.too_large"),
    "bomb as workbook": (documents.zip_bomb_xlsx(), "炸弹.xlsx", "unreadable.too_large"),
    "huge picture": (documents.huge_png(), "巨图.png", "unreadable.too_large"),
    "video": (documents.video(), "现场.mp4", "unreadable.unsupported"),
    "video called PDF": (documents.video(), "控告书.pdf", "unreadable.mislabelled"),
    "program called Word": (b"MZ" + bytes(200), "合同.docx", "unreadable.mislabelled"),
    "old slides": (OLD_SLIDES, "旧版.ppt", "unreadable.unsupported"),
    "old slides called Word": (OLD_SLIDES, "旧版.docx", "unreadable.mislabelled"),
    "unknown": (b"\x00\x01\x02\x03" * 50, "数据.bin", "unreadable.unsupported"),
}


def reading_of(tmp_path: Path, data: bytes, name: str, limits: Limits | None = None) -> Reading:
    path = tmp_path / "0f3a"  # the vault knows no names
    path.write_bytes(data)
    return read(path, name=name, limits=limits)


@pytest.mark.parametrize(("data", "name", "code"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_unreadable_file_gives_its_problem(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    with soon():
        problems = reading_of(tmp_path, data, name).problems
    assert [problem.code for problem in problems] == [code]
    assert name in problems[0].message
    assert name in problems[0].remedy


@pytest.mark.parametrize("code", LETTERS)
def test_every_letter_fills_its_blanks(code: str) -> None:
    problem = letter(code, "甲.pdf", page=3, claimed=".pdf", kind="视频", advice="另存", detail="其余页已读取。")
    assert (problem.code, problem.page) == (code, 3)
    assert not set("{}") & set(problem.message + problem.remedy)
    assert problem.remedy.endswith("。")


def test_a_photo_without_text_is_evidence_and_no_problem(tmp_path: Path) -> None:
    from PIL import Image

    data = documents.as_file(Image.linear_gradient("L").resize((400, 300)), "JPEG")
    reading = reading_of(tmp_path, data, "现场照片.jpg")
    assert reading.problems == ()
    assert [page.source for page in reading.pages] == ["none"]


def test_a_page_tree_that_bites_its_tail_ends(tmp_path: Path) -> None:
    with soon(30):
        reading = reading_of(tmp_path, documents.recursive_pdf(), "循环.pdf")
    assert reading.problems


def test_a_pdf_that_broke_off_late_says_so_and_keeps_its_pages(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.big_pdf(3).removesuffix(b"%%EOF"), "半截.pdf")
    assert [problem.code for problem in reading.problems] == ["unreadable.damaged"]
    assert reading.pages


def test_a_file_above_the_size_limit_is_not_opened(tmp_path: Path) -> None:
    problems = reading_of(tmp_path, documents.text_pdf(), "大.pdf", Limits(size=1000)).problems
    assert [problem.code for problem in problems] == ["unreadable.too_large"]


def test_text_beyond_the_limit_ends_the_reading_and_keeps_what_came_before(tmp_path: Path) -> None:
    data = documents.text_pdf(["甲" * 30, documents.PAGE_BREAK, "乙" * 30])
    reading = reading_of(tmp_path, data, "长.pdf", Limits(characters=40))
    assert [page.text for page in reading.pages] == ["甲" * 30]
    assert [(problem.code, problem.page) for problem in reading.problems] == [("unreadable.too_large", 2)]


def test_a_page_beyond_the_limit_is_kept_up_to_its_last_whole_row(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.xlsx([["行", n] for n in range(9)]), "明细.xlsx", Limits(characters=12))
    page = reading.pages[0]
    assert ([line.text for line in page.lines], page.tables[0].rows) == (
        ["行\t0", "行\t1", "行\t2"],
        (("行", "0"), ("行", "1"), ("行", "2")),
    )
    assert [(problem.code, "第 4 行" in problem.message) for problem in reading.problems] == [("unreadable.too_large", True)]


def test_rows_beyond_the_limit_are_named(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, documents.xlsx([["行", n] for n in range(9)]), "明细.xlsx", Limits(rows=4))
    assert len(reading.pages[0].lines) == 4
    assert [(problem.code, problem.page) for problem in reading.problems] == [("unreadable.too_large", 1)]


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path) -> None:
    assert [problem.code for problem in read(tmp_path / "无.pdf").problems] == ["unreadable.damaged"]
