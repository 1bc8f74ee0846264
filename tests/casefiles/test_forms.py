"""Blank forms: filled with what is known, visibly blank where it is not, and marked as what they are."""

import io
from decimal import Decimal

import pikepdf
import pytest
from docx import Document
from pypdfium2 import PdfDocument

from casefiles.forms import FormError, all_forms, fill, forms_for
from casefiles.forms.known import BLANK, Known, known_of
from casefiles.letters.printed import as_pdf, can_print
from casefiles.letters.word import as_docx
from casefiles.model import Answers, Fact, Line, Material, Page, Reading

CODES = ["power_of_attorney", "legal_rep_certificate", "non_authorisation_statement", "evidence_list"]


def material(kind: str, **fields: str) -> Material:
    return Material(f"{kind}.pdf", Reading("pdf"), kind, fields={name: Fact(name, value) for name, value in fields.items()})


def dossier() -> list[Material]:
    return [
        material("complaint_letter", complainant="蜀光电子有限公司", respondent="王某"),
        material("business_license", name="蜀光电子有限公司", uscc="91510100MA6C0XYT4Q", legal_representative="林知远"),
        material("trademark_certificate", registration_no="12345678", mark="蜀光", registrant="蜀光电子有限公司"),
    ]


def words(paper) -> str:
    document = Document(io.BytesIO(as_docx(paper)))
    head = [paragraph.text for paragraph in document.sections[0].header.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*head, *(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_forms_asked_for_are_there():
    assert [code for code in CODES if code not in all_forms()] == []


def test_a_form_carries_what_the_dossier_tells_and_nothing_else():
    text = words(fill(all_forms()["power_of_attorney"], known_of(dossier(), Answers(), offence="假冒注册商标罪")))
    for told in ("蜀光电子有限公司", "91510100MA6C0XYT4Q", "林知远", "王某", "注册商标“蜀光”，注册证号 12345678", "样式"):
        assert told in text
    assert f"受托人：{BLANK}" in text, "nobody was named as agent"


@pytest.mark.parametrize("code", CODES)
def test_an_empty_form_shows_its_blanks_and_no_unfilled_place(code):
    text = words(fill(all_forms()[code], Known()))
    assert BLANK in text and "{" not in text and "None" not in text


@pytest.mark.parametrize(("code", "filled_in"), [("91510100MA6C0XYT4Q", True), ("91510100MA6C0XYT44", False)])
def test_a_form_repeats_no_code_that_fails_its_own_check(code, filled_in):
    licence = material("business_license", name="蜀光电子有限公司", uscc=code)
    known = known_of([licence], Answers(complainant="蜀光电子有限公司"))
    assert known.uscc == (code if filled_in else "")


def test_two_licences_that_differ_leave_the_code_open():
    other = material("business_license", name="蜀光电子有限公司", uscc="91510100MA6C0XYT98")
    assert known_of([*dossier(), other], Answers()).uscc == ""


def test_what_the_form_answered_comes_before_what_documents_say():
    known = known_of(dossier(), Answers(respondent="成都某贸易行", figures={"copies": Decimal(1)}))
    assert known.respondent == "成都某贸易行"


def test_the_evidence_list_has_a_row_for_each_file_and_leaves_what_only_a_person_knows():
    known = known_of(dossier(), Answers(), files=[("商标注册证", "注册证.pdf", "2")])
    table = Document(io.BytesIO(as_docx(fill(all_forms()["evidence_list"], known)))).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["1", "商标注册证", "注册证.pdf", "2", "", "", ""]


def changed(text: str) -> Material:
    page = Page(1, tuple(Line(line) for line in text.splitlines()))
    return Material("变更证明.pdf", Reading("pdf", (page,)), "trademark_renewal")


@pytest.mark.parametrize(
    ("papers", "holder"),
    [
        (["商标变更证明\n变更前名义：蜀光电子有限公司\n变更后名义：蜀光科技有限公司"], "蜀光科技有限公司"),
        (["商标转让证明\n转让人：蜀光电子有限公司\n受让人：川禾服饰有限公司"], "川禾服饰有限公司"),
        (["商标续展证明\n有效期至2031年5月20日"], "蜀光电子有限公司"),
        (["变更后名义：甲有限公司", "受让人：乙有限公司"], ""),
    ],
    ids=["a change of name", "a transfer", "a renewal", "two that lead apart"],
)
def test_a_statement_is_made_by_whoever_holds_the_right_now(papers, holder):
    known = known_of([*dossier(), *map(changed, papers)], Answers())
    assert known.holder == holder
    assert ("蜀光电子有限公司" in words(fill(all_forms()["non_authorisation_statement"], known))) == (
        holder == "蜀光电子有限公司"
    )


def test_a_finding_leads_to_its_form():
    assert [form.code for form in forms_for("missing.power_of_attorney")] == ["power_of_attorney"]
    assert forms_for("missing.trademark_certificate") == ()


@pytest.mark.parametrize(
    "text",
    ['title = "x"', 'title="x"\nmends=[]\norder=1\npractice="p"\ngrade="D"\n[[parts]]\ntext="{nobody}"', "title = "],
)
def test_a_form_that_cannot_be_used_is_named(tmp_path, text):
    (tmp_path / "broken.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FormError, match=r"broken\.toml"):
        all_forms(tmp_path)


@pytest.mark.skipif(not can_print(), reason="PDF half left out: no Pango (Debian package libpangoft2-1.0-0)")
def test_word_and_pdf_say_the_same_in_a_chinese_font():
    paper = fill(all_forms()["legal_rep_certificate"], known_of(dossier(), Answers()))
    pdf = as_pdf(paper)
    printed = "".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf))
    squeezed = printed.replace("\r", "").replace("\n", "").replace(" ", "")
    for line in words(paper).splitlines():
        assert line.replace(" ", "") in squeezed
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = {str(one.BaseFont) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one}
    assert fonts and all("Noto" in font for font in fonts)
