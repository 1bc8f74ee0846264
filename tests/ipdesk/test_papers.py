"""Papers to take away: the right desk, the right mark, what the reader may see, as Word and as PDF."""

from __future__ import annotations

import io

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from pypdfium2 import PdfDocument

from casefiles.letters import printed
from casefiles.letters.printed import NoPrinter, can_print
from ipdesk.extensions import db
from ipdesk.services.trade_secrets import mark_secret
from ipdesk.tables import Account, AuditRow, Case, ReferralRow, Upload
from tests.ipdesk.builders import actor, make_account, make_case, make_member, sign_in
from tests.ipdesk.dossier_builders import HOLDER, complaint, credit_code, hand_in, hand_in_files, trademark_certificate
from tests.ipdesk.forms import text

pytestmark = pytest.mark.parametrize("config", ["sqlite"], indirect=True)


@pytest.fixture
def owner(app: Flask) -> Account:
    return make_member()


@pytest.fixture
def case(owner: Account) -> Case:
    made = make_case(owner, title="被仿冒", offence="counterfeit_trademark", narrative="网店售假")
    hand_in_files(actor(owner), made, {"刑事控告书.docx": complaint(), "商标注册证.pdf": trademark_certificate()})
    return hand_in(actor(owner), made).case


def at_desk(case: Case, agency: str = "police") -> Account:
    entry = db.session.query(ReferralRow).filter_by(case_id=case.id, agency=agency).one()
    return make_account("officer", desk=entry.desk)


def words(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    head = document.sections[0].header.paragraphs
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in [*head, *document.paragraphs]), *cells])


def test_the_police_draft_of_the_evidence_list_has_the_files_and_no_number_of_its_own(client: FlaskClient, case: Case) -> None:
    browser = sign_in(client, at_desk(case))
    told = words(browser.get(f"/cases/{case.id}/evidence-receipt.docx").data)
    for said in ("接受证据材料清单（草稿）", "文号：＿", "不是公安机关文号", "刑事控告书.docx", "商标注册证", "提交人（签名）"):
        assert said in told
    assert "接受证据材料清单（草稿" in text(browser.get(f"/cases/{case.id}/dossier"))


def test_only_the_police_have_the_draft(client: FlaskClient, case: Case) -> None:
    browser = sign_in(client, at_desk(case, "procuratorate"))
    assert browser.get(f"/cases/{case.id}/evidence-receipt.docx").status_code == 403
    assert "接受证据材料清单（草稿" not in text(browser.get(f"/cases/{case.id}/dossier"))
    assert browser.get(f"/cases/{case.id}/catalogue.docx").status_code == 200


def test_the_catalogue_lists_every_document_with_its_digest(client: FlaskClient, owner: Account, case: Case) -> None:
    told = words(sign_in(client, owner).get(f"/cases/{case.id}/catalogue.docx").data)
    assert all(upload.sha256 in told for upload in db.session.query(Upload)) and "控告书" in told
    assert db.session.query(AuditRow).filter_by(event="letter.downloaded", actor=owner.id).one().detail == {"letter": "catalogue"}


def test_a_form_is_prefilled_from_the_dossier_but_not_from_what_the_reader_may_not_open(
    client: FlaskClient, owner: Account, case: Case
) -> None:
    address = f"/cases/{case.id}/forms/power_of_attorney.docx"
    mine = words(sign_in(client, owner).get(address).data)
    assert HOLDER in mine and "12345678" in mine and "样式" in mine
    assert credit_code() not in mine, "the complaint names the code, the licence that proves it is missing"
    mark_secret(actor(owner), db.session.query(Upload).filter_by(file_name="商标注册证.pdf").one().id, True)
    theirs = words(sign_in(client, at_desk(case)).get(address).data)
    assert HOLDER in theirs and "12345678" not in theirs


def test_a_visitor_has_the_forms_blank(client: FlaskClient) -> None:
    told = words(client.get("/forms/legal_rep_certificate.docx").data)
    assert "单位名称：＿" in told
    assert client.get("/forms/nobody-knows.docx").status_code == 404


@pytest.mark.skipif(not can_print(), reason="PDF half left out: no Pango (Debian package libpangoft2-1.0-0)")
def test_the_prereview_notice_tells_the_same_as_pdf(client: FlaskClient, owner: Account, case: Case) -> None:
    data = sign_in(client, owner).get(f"/cases/{case.id}/prereview.pdf").data
    told = "".join(page.get_textpage().get_text_range() for page in PdfDocument(data)).replace("\r\n", "")
    for said in ("非法律文书", "没有找到营业执照", "向谁要", "空白样式"):
        assert said in told


def test_without_the_library_the_letter_offers_word(
    client: FlaskClient, owner: Account, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_html: str) -> bytes:
        raise NoPrinter("本机缺少 PDF 排版库（libpango），不能生成 PDF。")

    monkeypatch.setattr(printed, "pdf_of", missing)
    answer = sign_in(client, owner).get(f"/cases/{case.id}/prereview.pdf")
    assert answer.status_code == 503 and "Word 版内容相同" in text(answer)
