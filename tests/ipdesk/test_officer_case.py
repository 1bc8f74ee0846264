"""The officer's page: what each desk sees of a report, and what is done on it."""

import io
from datetime import timedelta

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient

from ipdesk import clock
from ipdesk.extensions import db
from ipdesk.queries.cases import officer_case
from ipdesk.queries.progress import progress
from ipdesk.services.referrals import take_step
from ipdesk.services.supplements import ask
from ipdesk.tables import AuditRow, NamedReader, OriginalCheck, ReferralRow, Supplement
from tests.ipdesk.builders import actor, db_refresh, make_member, make_officer, sign_in
from tests.ipdesk.desk_builders import finding, make_review, make_submitted, make_upload, refer
from tests.ipdesk.forms import text

pytestmark = pytest.mark.usefixtures("app")

CERTIFICATE = {
    "file": "商标注册证.pdf",
    "part": None,
    "kind": "trademark_certificate",
    "kind_by": None,
    "confidence": 0.9,
    "pages": 1,
    "text_source": "text",
    "sha256": "a" * 64,
    "sm3": "a" * 64,
    "size": 10,
    "format": "pdf",
    "page_sources": ["text"],
    "page_numbers": [1],
    "problems": [],
    "fields": {
        "registration_no": {
            "value": "13876268", "page": 1, "quote": "第13876268号", "box": None, "confidence": 1.0, "source": "text", "by": None,
        }
    },
}  # fmt: skip


@pytest.fixture
def no_csrf(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False


def now(row: ReferralRow) -> ReferralRow:
    """The row as it stands in the database."""
    db_refresh(row)
    return row


def story(**values):
    """A report at all three desks, with a file, a review and a quoting finding."""
    author = make_member()
    said = {"respondent": "某贸易有限公司", "acts_from": "2026-05-01", "contact_phone": "13900000000"}
    case = make_submitted(author, title="充电器被仿冒", narrative="仓库在三环外", answers=said, **values)
    desks = {agency: refer(case, agency) for agency in ("police", "procuratorate", "court")}
    make_upload(case, author, file_name="商标注册证.pdf")
    make_review(case, finding(message="注册证写着一九九九年到期"), materials=[CERTIFICATE])
    return author, case, desks


def test_a_working_desk_sees_task_dossier_and_the_other_desks(client: FlaskClient) -> None:
    _, case, _ = story()
    page = sign_in(client, make_officer()).get(f"/cases/{case.id}").get_data(as_text=True)
    for said in (
        "测试事由",
        "刑事诉讼法第一百一十条",
        "商标注册证.pdf",
        "注册证写着一九九九年到期",
        "接报登记",
        "人民检察院",
        "仓库在三环外",
        "13900000000",
    ):
        assert said in page


def test_the_court_sees_number_parties_and_right_but_no_file_and_no_finding(client: FlaskClient) -> None:
    _, case, _ = story()
    page = sign_in(client, make_officer("court")).get(f"/cases/{case.id}").get_data(as_text=True)
    for said in (case.number, "假冒注册商标罪", "某贸易有限公司", "13876268", "2026-05-01", "已知悉"):
        assert said in page
    for hidden in ("商标注册证.pdf", "注册证写着", "第13876268号", "要求补正", "充电器被仿冒", "仓库在三环外", "13900000000"):
        assert hidden not in page


@pytest.mark.parametrize(
    "who", [lambda: make_officer("administrative"), lambda: make_officer("administrative", role="supervisor")]
)
def test_a_desk_without_referral_finds_nothing(client: FlaskClient, who) -> None:
    _, case, _ = story()
    assert sign_in(client, who()).get(f"/cases/{case.id}").status_code == 404


def test_only_allowed_steps_have_buttons_and_a_supervisor_has_none(client: FlaskClient) -> None:
    _, case, _ = story()
    page = sign_in(client, make_officer()).get(f"/cases/{case.id}").get_data(as_text=True)
    assert 'value="register"' in page
    assert 'value="accept"' not in page
    supervisor = sign_in(client.application.test_client(), make_officer(role="supervisor"))
    assert 'name="action"' not in supervisor.get(f"/cases/{case.id}").get_data(as_text=True)


@pytest.mark.usefixtures("no_csrf")
def test_a_step_is_recorded_from_the_form_and_shown_to_others_with_its_document(client: FlaskClient) -> None:
    author, case, desks = story()
    officer = sign_in(client, make_officer())
    officer.post(f"/cases/{case.id}/steps", data={"version": 1, "action": "register", "note": "内部意见：先核实进货单"})
    answer = officer.post(
        f"/cases/{case.id}/steps",
        data={"version": 2, "action": "accept", "document_no": "成高公受字7号", "document_date": clock.today().isoformat()},
    )
    assert answer.status_code == 302
    assert now(desks["police"]).state == "accepted"
    asked = text(officer.get(f"/cases/{case.id}")).partition("本窗口要办的事")[2][:200]
    assert "审查是否立案" in asked and "接报登记" not in asked.partition("登记办理情况")[0]
    others = officer_case(actor(make_officer("procuratorate")), case.id).others
    police = next(one for one in others if one.agency == "police")
    assert (police.state_name, police.document_no, police.document_date) == ("已受案", "成高公受字7号", clock.today())
    for reader in (author, make_officer("procuratorate")):
        assert all("内部意见" not in event.note for event in progress(actor(reader), case.id).events)
    assert any("内部意见" in event.note for event in officer_case(actor(make_officer()), case.id).events)


@pytest.mark.usefixtures("no_csrf")
def test_an_incomplete_document_is_told_above_the_form_with_everything_typed_kept(client: FlaskClient) -> None:
    case = make_submitted()
    refer(case, state="registered")
    answer = sign_in(client, make_officer()).post(
        f"/cases/{case.id}/steps", data={"version": 1, "action": "accept", "document_no": "", "note": "打了一半"}
    )
    assert answer.status_code == 422
    assert "需要填写受案登记表" in answer.get_data(as_text=True)
    assert "打了一半" in answer.get_data(as_text=True)


@pytest.mark.usefixtures("no_csrf")
def test_the_second_officer_reads_what_the_first_did(client: FlaskClient) -> None:
    case = make_submitted()
    row = refer(case)
    take_step(actor(make_officer(name="张三")), row.id, "register", version=1)
    answer = sign_in(client, make_officer()).post(f"/cases/{case.id}/steps", data={"version": 1, "action": "register"})
    assert answer.status_code == 409
    assert "张三登记了“接报登记”" in answer.get_data(as_text=True)


@pytest.mark.usefixtures("no_csrf")
@pytest.mark.parametrize(
    "data", [{}, {"version": "x", "action": "register"}, {"version": "1", "action": "file", "document_date": "31.12."}]
)
def test_a_broken_form_is_told_and_changes_nothing(client: FlaskClient, data: dict) -> None:
    case = make_submitted()
    row = refer(case)
    assert sign_in(client, make_officer()).post(f"/cases/{case.id}/steps", data=data).status_code in (409, 422)
    assert now(row).version == 1


@pytest.mark.usefixtures("no_csrf")
def test_a_notice_is_asked_from_the_form(client: FlaskClient) -> None:
    case = make_submitted()
    refer(case)
    review = make_review(case, finding("missing.power_of_attorney"), finding("missing.evidence_list", "warning"))
    due = (clock.today() + timedelta(days=5)).isoformat()
    data = {"version": 1, "review_id": review.id, "findings": ["0", "1"], "items": "购销合同\n\n仓库地址", "due": due}
    assert sign_in(client, make_officer()).post(f"/cases/{case.id}/supplements", data=data).status_code == 302
    notice = db.session.query(Supplement).one()
    assert [item["code"] for item in notice.items] == ["missing.power_of_attorney", "missing.evidence_list", "officer", "officer"]


@pytest.mark.usefixtures("no_csrf")
def test_what_quotes_a_trade_secret_is_not_copied_into_a_notice(client: FlaskClient) -> None:
    author = make_member()
    case = make_submitted(author)
    row = refer(case)
    upload = make_upload(case, author, file_name="密点.docx", secret=True)
    quoting = finding(evidence=[{"file": "密点.docx", "page": 1, "quote": "配方", "box": None, "part": None}])
    review = make_review(case, quoting)
    db.session.get(type(review), review.id).uploads = {"密点.docx": upload.id}
    db.session.commit()
    data = {"version": 1, "review_id": review.id, "findings": ["0"], "due": clock.today().isoformat()}
    assert sign_in(client, make_officer()).post(f"/cases/{case.id}/supplements", data=data).status_code == 422
    assert now(row).version == 1


def notice_of(case) -> Supplement:
    row = db.session.query(ReferralRow).filter_by(case_id=case.id, agency="police").one()
    due = clock.today() + timedelta(days=5)
    return ask(actor(make_officer()), row.id, version=row.version, due=due, items=["请补交购销合同"])


@pytest.mark.parametrize("reader", ["applicant", "police", "procuratorate"])
def test_the_notice_is_taken_away_as_a_document_and_the_chain_knows(client: FlaskClient, reader: str) -> None:
    author, case, _ = story()
    notice = notice_of(case)
    account = author if reader == "applicant" else make_officer(reader)
    answer = sign_in(client, account).get(f"/supplements/{notice.id}/notice.docx")
    said = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(answer.data)).paragraphs)
    assert "请补交购销合同" in said
    assert db.session.query(AuditRow).filter_by(event="letter.downloaded", subject=notice.id, actor=account.id).count() == 1


@pytest.mark.parametrize("who", [make_member, lambda: make_officer("court"), lambda: make_officer("administrative")])
def test_nobody_else_takes_the_notice_away(client: FlaskClient, who) -> None:
    _, case, _ = story()
    notice = notice_of(case)
    assert sign_in(client, who()).get(f"/supplements/{notice.id}/notice.docx").status_code == 404


@pytest.mark.usefixtures("no_csrf")
def test_originals_and_readers_from_the_page(client: FlaskClient) -> None:
    author, case, _ = story()
    secret = make_upload(case, author, file_name="密点.docx", secret=True)
    officer = make_officer(name="李警官")
    supervisor = sign_in(client, make_officer(role="supervisor"))
    assert supervisor.post(f"/cases/{case.id}/uploads/{secret.id}/readers", data={"account_id": officer.id}).status_code == 302
    assert db.session.query(NamedReader).one().account_id == officer.id
    at_desk = sign_in(client.application.test_client(), officer)
    address = f"/cases/{case.id}/uploads/{secret.id}/original"
    assert at_desk.post(address, data={"agrees": "no"}).status_code == 422
    assert at_desk.post(address, data={"agrees": "no", "original_note": "第二页不同"}).status_code == 302
    assert db.session.query(OriginalCheck).one().note == "第二页不同"
    assert "第二页不同" in at_desk.get(f"/cases/{case.id}").get_data(as_text=True)


def test_html_typed_by_anyone_is_shown_as_words(client: FlaskClient) -> None:
    author = make_member()
    case = make_submitted(author, title="<script>alert(1)</script>", answers={"respondent": "<img src=x>"})
    row = refer(case)
    officer = make_officer(name="<b>张</b>")
    take_step(actor(officer), row.id, "register", version=1, note="<i>注</i>")
    page = sign_in(client, officer).get(f"/cases/{case.id}").get_data(as_text=True)
    for typed in ("<script>alert", "<img src=x>", "<b>张", "<i>注"):
        assert typed not in page
