"""The applicant's pages as a browser without scripts, and with, uses them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from ipdesk import audit, jobs
from ipdesk.config import Config
from ipdesk.database import db
from ipdesk.queries.reports import live_uploads
from ipdesk.services import trade_secrets
from ipdesk.services.declarations import CODES
from ipdesk.services.supplements import ask
from ipdesk.tables import Account, AuditRow, Case, ReferralRow, Supplement
from tests import documents
from tests.ipdesk.builders import actor, make_account, make_case, make_enterprise, make_member, sign_in
from tests.ipdesk.dossier_builders import complete, fill_in, hand_in, hand_in_file, hand_in_files, trademark_certificate
from tests.ipdesk.forms import send, text, token_of

HTML = '<script>alert("x")</script><b onclick=x>粗</b>'
HTMX = {"HX-Request": "true"}


@pytest.fixture
def config(config: Config) -> Iterator[Config]:
    """A desk that takes files of at most one megabyte."""
    yield replace(config, file_limit=1 << 20)


@pytest.fixture
def author(app: Flask) -> Account:
    return make_member()


@pytest.fixture
def mine(client: FlaskClient, author: Account) -> FlaskClient:
    """The applicant's browser."""
    return sign_in(client, author)


def upload(browser: FlaskClient, case: Case, *files: tuple[str, bytes], **how: str) -> TestResponse:
    token = token_of(browser.get(f"/reports/{case.id}/materials/"))
    sent = [(io.BytesIO(data), name) for name, data in files]
    headers = {"Accept": how.pop("accept")} if "accept" in how else {}
    return browser.post(f"/reports/{case.id}/uploads", data={"csrf_token": token, "files": sent, **how}, headers=headers)


def test_the_whole_way_without_scripts(app: Flask, mine: FlaskClient, author: Account) -> None:
    made = send(
        mine, "/reports/new", enterprise=author.memberships[0].enterprise_id, offence="counterfeit_trademark", title="售假"
    )
    case = db.session.query(Case).one()
    assert made.location == f"/reports/{case.id}/steps/parties"
    steps = f"/reports/{case.id}/steps"
    saved = send(
        mine, f"{steps}/parties", version="1", complainant_type="organisation", complainant="蜀光电子有限公司", filer="self"
    )
    assert saved.location == f"{steps}/acts"
    send(mine, f"{steps}/acts", version="2", places="成都高新区", acts_from="2026-03-01", acts_until="2026-09-20")
    assert upload(mine, case, *complete().items()).location == f"/reports/{case.id}/materials/"
    jobs.run_waiting()
    assert "没有找到" in text(mine.get(f"/reports/{case.id}/review"))
    page = f"/reports/{case.id}/submission/"
    done = send(mine, page, version="3", declared=sorted(CODES), gaps_known="yes")
    assert done.location == f"/reports/{case.id}/receipt"
    receipt = text(mine.get(done.location))
    assert "不是公安机关的受案回执" in receipt
    assert "刑事控告书.docx" in receipt
    assert mine.get(f"/reports/{case.id}/receipt.json").get_json(force=True)["number"] == db.session.get_one(Case, case.id).number
    assert mine.get(f"/reports/{case.id}/receipt.docx").data.startswith(b"PK")
    assert db.session.query(AuditRow).filter_by(event="receipt.downloaded").count() == 2
    assert "待接收" in text(mine.get(f"/reports/{case.id}"))


def test_a_submission_that_is_refused_keeps_what_was_ticked(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author, narrative="网店售假")
    answer = send(mine, f"/reports/{case.id}/submission/", version="1", declared=["truthful"])
    assert answer.status_code == 422
    assert "还有 4 项声明没有确认" in text(answer)
    assert re.search(r'id="truthful" value="truthful" checked', answer.get_data(as_text=True))


def test_a_step_saves_itself_and_hands_on_the_version(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author)
    url = f"/reports/{case.id}/steps/acts"
    fields = {"csrf_token": token_of(mine.get(url)), "version": "1", "acts_from": "去年夏天"}
    answer = mine.post(url, data=fields, headers=HTMX).get_data(as_text=True)
    assert "已自动保存" in answer
    assert "去年夏天" in answer
    assert 'name="version" id="version" value="2"' in answer
    assert 'value="去年夏天"' in mine.get(url).get_data(as_text=True)


def test_two_windows_lose_nothing(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author)
    url = f"/reports/{case.id}/steps/parties"
    send(mine, url, version="1", respondent="先保存的人")
    late = send(mine, url, version="1", respondent="后保存的人")
    page = late.get_data(as_text=True)
    assert late.status_code == 409
    assert "后保存的人" in page
    assert "先保存的人" in page
    assert 'value="2"' in page
    assert send(mine, url, version="2", respondent="后保存的人").status_code == 302


def test_suggestions_tell_the_words_they_rest_on(app: Flask, mine: FlaskClient) -> None:
    told = "网店大量销售假冒我公司注册商标的充电器，销售金额二十五万元。"
    answer = send(mine, "/reports/suggestions", "/reports/new", narrative=told)
    assert "销售假冒注册商标的商品罪" in text(answer)
    assert "<mark>" in answer.get_data(as_text=True)


def test_files_come_one_by_one_with_scripts(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author)
    answer = upload(mine, case, ("../../照 片.txt", b"abc"), accept="application/json")
    body = answer.get_json()
    assert answer.status_code == 200
    assert "照 片.txt" in body["row"]
    again = upload(mine, case, ("照 片.txt", b"abc"), accept="application/json").get_json()
    assert again["same_as"] == ["照 片.txt"]
    assert [one.file_name for one in live_uploads(case.id)] == ["照 片.txt", "照 片（2）.txt"]


def test_a_file_too_large_is_told_and_the_others_are_kept(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author)
    large = ("大.bin", b"x" * ((1 << 20) + 1))
    answer = upload(mine, case, large, accept="application/json")
    assert answer.status_code == 413
    assert "大.bin" in answer.get_json()["error"]["message"]
    upload(mine, case, ("小.txt", b"abc"), large)
    assert [one.file_name for one in live_uploads(case.id)] == ["小.txt"]
    assert "大.bin" in text(mine.get(f"/reports/{case.id}/materials/"))


def test_progress_is_asked_for_until_everything_is_reviewed(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author)
    received = hand_in_file(actor(author), case)
    url = f"/reports/{case.id}/materials/readings"
    assert "every 1500ms" in mine.get(url).get_data(as_text=True)
    jobs.run_waiting()
    after = mine.get(url, query_string={"waiting": received.upload.id, "needs": "yes"}).get_data(as_text=True)
    assert 'id="needs-list" hx-swap-oob' in after
    assert "every 1500ms" not in after
    assert f'id="upload-{received.upload.id}" hx-swap-oob' in after


def test_a_page_is_drawn_marked_and_looked_at_on_record(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author, offence="counterfeit_trademark", answers={"acts_from": "2026-03-01", "acts_until": "2026-09-20"})
    files = {"证.pdf": trademark_certificate("2021年5月20日"), "说明.txt": documents.txt()}
    received = hand_in_files(actor(author), case, files)
    page = mine.get(f"/reports/{case.id}/review").get_data(as_text=True)
    link = re.search(r'href="(/uploads/[0-9a-f]+/pages/1\?mark=f\d+\.0)"', page)
    assert link
    sight = mine.get(link[1], headers=HTMX).get_data(as_text=True)
    assert "<rect " in sight
    assert "style=" not in sight
    pdf, txt = (received[name].upload.id for name in ("证.pdf", "说明.txt"))
    for _again in range(2):
        assert mine.get(f"/uploads/{pdf}/pages/1.png").data.startswith(b"\x89PNG")
    assert db.session.query(AuditRow).filter_by(event="upload.opened", subject=pdf).count() == 2
    assert "控告人" in text(mine.get(f"/uploads/{txt}/pages/1"))
    assert db.session.query(AuditRow).filter_by(event="upload.opened", subject=txt).count() == 1
    assert mine.get(f"/uploads/{txt}/pages/1.png").status_code == 404
    assert mine.get(f"/uploads/{pdf}/pages/2").status_code == 404


def test_an_original_goes_out_whole_under_its_name_and_on_record(app: Flask, mine: FlaskClient, author: Account) -> None:
    upload_row = hand_in_file(actor(author), make_case(author), "控告书 终稿.html", HTML.encode()).upload
    answer = mine.get(f"/uploads/{upload_row.id}/file")
    assert answer.data == HTML.encode()
    assert answer.mimetype == "application/octet-stream"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "%E6%8E%A7" in answer.headers["Content-Disposition"]
    assert db.session.query(AuditRow).filter_by(event="upload.downloaded").count() == 1


def test_a_colleague_not_named_opens_no_sealed_file(app: Flask) -> None:
    enterprise = make_enterprise()
    author, colleague = make_member(enterprise), make_member(enterprise)
    upload_row = hand_in_file(actor(author), make_case(author)).upload
    jobs.run_waiting()
    trade_secrets.mark_secret(actor(author), upload_row.id, True)
    other, own = sign_in(app.test_client(), colleague), sign_in(app.test_client(), author)
    for path in ("file", "pages/1", "pages/1.png"):
        assert other.get(f"/uploads/{upload_row.id}/{path}").status_code == 404
    assert own.get(f"/uploads/{upload_row.id}/file").status_code == 200
    send(own, f"/uploads/{upload_row.id}/readers", f"/reports/{upload_row.case_id}/materials/", account_id=colleague.id)
    assert other.get(f"/uploads/{upload_row.id}/file").status_code == 200


def test_a_correction_by_form_shows_whose_it_is(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author, offence="counterfeit_trademark")
    row = hand_in_files(actor(author), case, {"证.pdf": trademark_certificate()})["证.pdf"].upload
    form = {"case_id": case.id, "field": "mark", "value": "蜀光SHUGUANG"}
    send(mine, f"/uploads/{row.id}/corrections", f"/reports/{case.id}/review", **form)
    page = text(mine.get(f"/reports/{case.id}/review"))
    assert "蜀光SHUGUANG" in page
    assert f"由 {author.name} 更正" in page


def test_a_notice_is_answered_with_words_and_files(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author, narrative="网店售假", offence="counterfeit_trademark")
    hand_in(actor(author), case)
    entry = db.session.query(ReferralRow).filter_by(case_id=case.id, agency="police").one()
    officer = make_account("officer", desk=entry.desk)
    notice = ask(
        actor(officer), entry.id, version=entry.version, due=case.created_at.date().replace(year=2099), items=["请补交营业执照。"]
    )
    assert "请您补正" in text(mine.get(f"/reports/{case.id}"))
    url = f"/supplements/{notice.id}/answer/"
    assert "请补交营业执照" in text(mine.get(url))
    upload(mine, case, ("营业执照.docx", complete()["营业执照.docx"]))
    jobs.run_waiting()
    empty = send(mine, url, items_seen="1", text=" ")
    assert empty.status_code == 422
    assert send(mine, url, items_seen="1", text="已上传营业执照。").location == f"/reports/{case.id}"
    assert db.session.get_one(Supplement, notice.id).answer == "已上传营业执照。"
    assert "已答复" in text(mine.get(url))


def test_a_report_is_withdrawn_with_a_reason(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author, narrative="网店售假")
    hand_in(actor(author), case)
    url = f"/reports/{case.id}/withdrawal/"
    assert send(mine, url, why="").status_code == 422
    assert send(mine, url, why="双方和解").location == f"/reports/{case.id}"
    assert "双方和解" in text(mine.get(f"/reports/{case.id}"))
    assert mine.get(f"/reports/{case.id}/materials/").status_code == 409


def test_html_in_every_field_is_text(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author, title=HTML[:200], narrative=HTML, offence="counterfeit_trademark")
    who = actor(author)
    fill_in(who, case, "parties", complainant=HTML, agent=HTML, respondent=HTML, contact_phone=HTML[:40], filer=HTML)
    fill_in(who, case, "acts", places=HTML, acts_from=HTML, marks_count=HTML, earlier_report=HTML)
    hand_in_files(who, case, {f"{HTML}.txt": HTML.encode()})
    pages = ["/reports/", f"/reports/{case.id}", f"/reports/{case.id}/materials/", f"/reports/{case.id}/review"]
    pages += [f"/reports/{case.id}/submission/", *(f"/reports/{case.id}/steps/{step}" for step in ("matter", "parties", "acts"))]
    pages += [f"/uploads/{live_uploads(case.id)[0].id}/pages/1"]
    for url in pages:
        answer = mine.get(url)
        page = answer.get_data(as_text=True)
        assert answer.status_code == 200, url
        assert "<script>alert" not in page, url
        assert "<b onclick" not in page, url
    hand_in(who, case)
    for url in ("", "/receipt", "/withdrawal/"):
        assert "<script>alert" not in mine.get(f"/reports/{case.id}{url}").get_data(as_text=True)
    assert list(audit.broken_links(db.session())) == []


def test_many_files_in_one_form_may_together_be_larger_than_one_may_be(app: Flask, mine: FlaskClient, author: Account) -> None:
    case = make_case(author)
    files = [(f"照片{number}.bin", bytes([number]) * 900_000) for number in range(1, 5)]
    assert upload(mine, case, *files).status_code == 302
    assert len(live_uploads(case.id)) == 4
