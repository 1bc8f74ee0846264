"""Receipts that prove themselves and the files they were given for, and the letters that go with them."""

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document

from casefiles.folder import digest, files_under, name_in
from casefiles.letters.paper import Paper
from casefiles.letters.prereview_notice import WHAT_THE_LETTERS_MEAN, prereview_notice
from casefiles.letters.printed import html_of
from casefiles.letters.receipt import receipt_letter
from casefiles.letters.supplement_notice import supplement_notice
from casefiles.letters.word import as_docx
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.receipts import ReceiptError, ReceivedFile, make_receipt, read_receipt, receipt_digest, verify
from tests.casefiles.builders import HOLDER, complete

GIVEN = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "材料"
    (place / "附件").mkdir(parents=True)
    (place / "控告书.txt").write_text("控告书", encoding="utf-8")
    (place / "附件" / "商标注册证.txt").write_text("注册证", encoding="utf-8")
    (place / ".DS_Store").write_bytes(b"x")
    return place


def received(folder: Path) -> list[ReceivedFile]:
    seen = [(name_in(folder, path), digest(path)) for path in files_under(folder)]
    return [ReceivedFile(name, one.size, one.sha256, one.sm3) for name, one in seen]


def receipt(folder: Path, **changes):
    defaults = {"number": "GX-2026-000001", "given_at": GIVEN, "files": received(folder), "chain_head": "ab" * 32}
    return make_receipt(**{**defaults, **changes})


def test_a_receipt_holds_for_the_files_it_was_given_for(folder):
    report = verify(receipt(folder), folder)
    assert report.holds
    assert set(report.matched) == {"控告书.txt", "附件/商标注册证.txt"}
    assert report.extra == ()


def test_a_changed_file_is_named(folder):
    given = receipt(folder)
    (folder / "控告书.txt").write_text("改过的控告书", encoding="utf-8")
    report = verify(given, folder)
    assert not report.holds
    assert (report.changed, report.missing) == (("控告书.txt",), ())


def test_a_missing_file_is_named(folder):
    given = receipt(folder)
    (folder / "控告书.txt").unlink()
    report = verify(given, folder)
    assert not report.holds
    assert report.missing == ("控告书.txt",)


def test_a_renamed_file_still_proves_and_an_extra_one_does_no_harm(folder):
    given = receipt(folder)
    (folder / "控告书.txt").rename(folder / "改名.txt")
    (folder / "新加.txt").write_text("新", encoding="utf-8")
    report = verify(given, folder)
    assert report.holds
    assert report.renamed == (("控告书.txt", "改名.txt"),)
    assert report.extra == ("新加.txt",)


def test_two_files_that_changed_places_are_both_found(folder):
    given = receipt(folder)
    one, other = folder / "控告书.txt", folder / "附件" / "商标注册证.txt"
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    report = verify(given, folder)
    assert report.holds
    assert len(report.renamed) == 2
    assert report.extra == ()


@pytest.mark.parametrize("key", ["number", "given_at", "gaps", "statement", "chain_head"])
def test_a_receipt_that_was_touched_does_not_hold(folder, key):
    given = receipt(folder, gaps=["没有找到授权委托书。"])
    assert not verify({**given, key: "改过"}, folder).receipt_intact


def test_a_touched_file_list_does_not_hold_even_if_it_fits_the_folder(folder):
    given = receipt(folder)
    (folder / "控告书.txt").write_text("换掉的控告书", encoding="utf-8")
    forged = {**given, "files": receipt(folder)["files"]}
    report = verify(forged, folder)
    assert report.matched and not report.holds


def test_a_receipt_says_what_it_is_not(folder):
    given = receipt(folder)
    assert "不是公安机关的受案回执" in given["statement"]
    assert given["digest"] == receipt_digest(given)


def test_the_order_of_files_and_keys_changes_no_digest(folder):
    files = received(folder)
    given, turned = receipt(folder, files=files), receipt(folder, files=files[::-1])
    assert given == turned
    assert receipt_digest(dict(reversed(list(given.items())))) == given["digest"]


def test_a_moment_without_a_zone_is_refused(folder):
    with pytest.raises(ValueError, match="时区"):
        receipt(folder, given_at=datetime(2026, 11, 22))  # noqa: DTZ001  # the point of the test


def test_a_receipt_survives_its_file(folder, tmp_path):
    path = tmp_path / "receipt.json"
    path.write_text(json.dumps(receipt(folder), ensure_ascii=False, indent=2), encoding="utf-8")
    assert verify(read_receipt(path), folder).holds


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "[" * 100_000, '{"schema": "other"}', '{"schema": "ipdesk.receipt/1", "files": [{}]}']
)
def test_what_is_no_receipt_is_refused_with_a_letter(tmp_path, content):
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReceiptError, match="回执"):
        read_receipt(path)


def text_of(paper: Paper) -> str:
    document = Document(io.BytesIO(as_docx(paper)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_the_receipt_letter_says_the_same_as_its_json(folder):
    given = receipt(folder, gaps=["没有找到授权委托书。"], applicant="成都蜀绣坊服饰有限公司")
    text = text_of(receipt_letter(given))
    for said in (given["number"], given["statement"], given["digest"], given["files"][0]["sm3"], "没有找到授权委托书。"):
        assert said in text


def test_letters_name_a_font_for_chinese_text(folder):
    document = Document(io.BytesIO(as_docx(receipt_letter(receipt(folder)))))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text]
    assert runs and all('w:eastAsia="' in run._element.xml for run in runs)


def test_the_prereview_notice_is_marked_as_no_legal_document():
    made = review(complete(without=["trademark_certificate"]), office=office())
    text = text_of(prereview_notice(made, number="GX-2026-000001"))
    assert "不是法律文书" in text
    assert "没有找到商标注册证" in text


def test_the_prereview_notice_shows_the_arithmetic_and_says_what_its_letters_mean():
    made = review(complete(), office=office())
    text = text_of(prereview_notice(made))
    assert made.threshold.arithmetic
    assert all(line in text for line in made.threshold.arithmetic)
    assert WHAT_THE_LETTERS_MEAN in text


def test_an_item_of_a_paper_stays_on_one_page():
    paper = Paper("提示")
    paper.item(1, "没有找到授权委托书。", ["办法：请补充。", "依据：略"])
    document = Document(io.BytesIO(as_docx(paper)))
    kept = [one.paragraph_format.keep_with_next for one in document.paragraphs if one.text.startswith(("1.", "办法", "依据"))]
    assert kept == [True, True, False]
    assert "break-inside: avoid" in html_of(paper)


def test_the_prereview_notice_tells_elements_and_rights_in_short():
    made = review(complete(), office=office())
    document = Document(io.BytesIO(as_docx(prereview_notice(made))))
    tables = {
        table.rows[0].cells[0].text: [[cell.text for cell in row.cells] for row in table.rows[1:]] for table in document.tables
    }
    elements = {name: (papers, wanting) for name, papers, wanting in tables["要件"]}
    assert list(elements) == [row.name for row in made.elements]
    assert "《商标注册证.pdf》第1页" in elements["享有注册商标专用权"][0]
    assert elements["故意"][0] == "尚无材料"
    assert tables["权利"] == [["21873645", f"权利证书 {HOLDER}（至2028-01-27）", "相接"]]
    assert "不判断要件是否成立" in text_of(prereview_notice(made))


def test_a_report_of_no_offence_has_a_notice_without_these_tables():
    made = replace(review(complete(), office=office()), elements=(), chains=())
    assert "构成要件" not in text_of(prereview_notice(made))


def test_the_supplement_notice_tells_everything_once():
    items = [{"message": "没有找到授权委托书。", "remedy": "请补充。"}, {"message": "商标已经过期。", "remedy": ""}]
    made = supplement_notice(
        number="1", applicant="某公司", desk="受案窗口", items=items, asked_on=date(2026, 11, 22), due=date(2026, 11, 29)
    )
    text = text_of(made)
    assert "1. 没有找到授权委托书。" in text and "办法：请补充。" in text and "2. 商标已经过期。" in text and "2026-11-29" in text
