"""An archive or a mail handed in at the desk: one original, its files as materials, each shown, corrected and sealed as such."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from flask import Flask

from ipdesk import jobs
from ipdesk.clock import today
from ipdesk.database import db
from ipdesk.queries.cases import officer_case
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.sights import sight_of
from ipdesk.refusals import NotFound
from ipdesk.services import corrections, trade_secrets
from ipdesk.services.reviews import kept, newest_review
from ipdesk.services.supplements import ask
from ipdesk.tables import Account, Case, ReferralRow, Upload
from tests import documents
from tests.ipdesk.builders import actor, make_account, make_case, make_member, sign_in
from tests.ipdesk.dossier_builders import HOLDER, complaint, hand_in, hand_in_file, trademark_certificate

LETTER = "委托/授权委托书.docx"


def handed_in(**members: bytes) -> tuple[Account, Case, Upload]:
    """A report with a complaint and one archive: an expired certificate and a letter in a folder."""
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark")
    hand_in_file(actor(author), case, "控告书.docx", complaint())
    inside = {
        "商标注册证.pdf": trademark_certificate(valid_until="2021年5月20日"),
        LETTER: documents.docx(["授权委托书", f"委托人：{HOLDER}", "受托人：周慎行"]),
        **members,
    }
    upload = hand_in_file(actor(author), case, "打包.zip", documents.named_in_gbk(inside)).upload
    jobs.run_waiting()
    return author, case, upload


def officer_of(case: Case, agency: str) -> Account:
    """Somebody at the desk of ``agency`` that the report went to."""
    return make_account("officer", desk=db.session.query(ReferralRow).filter_by(case_id=case.id, agency=agency).one().desk)


def test_each_file_in_an_archive_is_a_material_and_its_findings_point_into_it(app: Flask) -> None:
    author, case, upload = handed_in()
    view = dossier_view(actor(author), case.id)
    assert {(one.file, one.kind) for one in view.materials} == {
        ("控告书.docx", "complaint_letter"),
        ("打包.zip/商标注册证.pdf", "trademark_certificate"),
        (f"打包.zip/{LETTER}", "power_of_attorney"),
    }
    places = [place for one in view.findings if one.code == "expired.trademark_certificate" for place in one.places]
    inside = next(place for place in places if place.upload_id == upload.id)
    assert (inside.file, inside.entry, inside.page) == ("打包.zip/商标注册证.pdf", "商标注册证.pdf", 1)
    sight = sight_of(actor(author), upload.id, 1, inside.mark, "商标注册证.pdf")
    assert sight.drawn and sight.quote and sight.file == "打包.zip/商标注册证.pdf"


def test_the_page_shows_the_files_inside_and_draws_their_pages(app: Flask) -> None:
    author, case, upload = handed_in()
    client = sign_in(app.test_client(), author)
    page = client.get(f"/reports/{case.id}/review").get_data(as_text=True)
    assert "打包.zip/委托/授权委托书.docx" in page and hashlib.sha256(trademark_certificate("2021年5月20日")).hexdigest() in page
    picture = client.get(f"/uploads/{upload.id}/pages/1.png", query_string={"entry": "商标注册证.pdf"})
    assert picture.data.startswith(b"\x89PNG")
    lines = client.get(f"/uploads/{upload.id}/pages/1", query_string={"entry": LETTER}).get_data(as_text=True)
    assert f"委托人：{HOLDER}" in lines
    for wrong in ("../../etc/passwd", "没有.pdf"):
        assert client.get(f"/uploads/{upload.id}/pages/1", query_string={"entry": wrong}).status_code == 404
        assert client.get(f"/uploads/{upload.id}/pages/1.png", query_string={"entry": wrong}).status_code == 404


def test_a_correction_holds_for_its_file_alone(app: Flask) -> None:
    author, case, upload = handed_in()
    corrections.correct(actor(author), upload.id, field="valid_until", value="2031-05-20", entry="商标注册证.pdf")
    corrections.correct(actor(author), upload.id, value="other", entry=LETTER)
    shown = {one.file: one for one in dossier_view(actor(author), case.id).materials}
    mark = next(one for one in shown["打包.zip/商标注册证.pdf"].fields if one.name == "valid_until")
    assert (mark.value, mark.by) == ("2031-05-20", author.name)
    assert (shown[f"打包.zip/{LETTER}"].kind, shown[f"打包.zip/{LETTER}"].kind_by) == ("other", author.name)
    assert not any(one.code == "expired.trademark_certificate" for one in dossier_view(actor(author), case.id).findings)
    try:
        corrections.correct(actor(author), upload.id, value="other", entry="没有.pdf")
    except NotFound:
        return
    raise AssertionError("a file that is not there was corrected")


def test_a_sealed_archive_tells_not_even_what_its_files_are_called(app: Flask) -> None:
    author, case, upload = handed_in()
    trade_secrets.mark_secret(actor(author), upload.id, True)
    colleague = make_member(case.enterprise)
    shown = [one for one in dossier_view(actor(colleague), case.id).materials if one.upload.id == upload.id]
    assert shown and all(one.sealed and one.file == "打包.zip" and not one.fields for one in shown)
    client = sign_in(app.test_client(), colleague)
    assert "授权委托书.docx" not in client.get(f"/reports/{case.id}/review").get_data(as_text=True)
    assert client.get(f"/uploads/{upload.id}/pages/1", query_string={"entry": LETTER}).status_code == 404


def test_no_finding_right_or_receipt_tells_what_is_in_a_sealed_archive(app: Flask) -> None:
    secret = {"翡翠.txt": "无题".encode(), "翡翠证.pdf": trademark_certificate().replace(b"12345678", b"87654321")}
    author, case, upload = handed_in(**secret)
    trade_secrets.mark_secret(actor(author), upload.id, True)
    receipt = hand_in(actor(author), case).receipt
    assert "《打包.zip》未能识别种类" in str(receipt.content["gaps"])
    own = dossier_view(actor(author), case.id)
    assert any("翡翠.txt" in one.message for one in own.findings), "its uploader is told which file it is"
    assert "翡翠" not in str(receipt.content)
    colleague = sign_in(app.test_client(), make_member(case.enterprise))
    assert "翡翠" not in colleague.get(f"/cases/{case.id}/dossier").get_data(as_text=True)
    for agency in ("police", "court"):
        page = sign_in(app.test_client(), officer_of(case, agency)).get(f"/cases/{case.id}").get_data(as_text=True)
        assert receipt.content["number"] in page and "翡翠" not in page and "12345678" not in page
    assert officer_case(actor(officer_of(case, "court")), case.id).rights == []


def test_a_paper_that_asks_names_no_file_of_a_sealed_archive(app: Flask) -> None:
    author, case, upload = handed_in(**{"翡翠.txt": "无题".encode()})
    trade_secrets.mark_secret(actor(author), upload.id, True)
    hand_in(actor(author), case)
    police = officer_of(case, "police")
    entry = db.session.query(ReferralRow).filter_by(case_id=case.id, agency="police").one()
    review = newest_review(case.id)
    assert review is not None
    named = [place for place, one in enumerate(kept(review).findings) if "翡翠" in one.message]
    asked = ask(actor(police), entry.id, version=entry.version, due=today() + timedelta(7), review_id=review.id, findings=named)
    assert named and "翡翠" not in str(asked.items) and "《打包.zip》" in str(asked.items)


def test_the_receipt_covers_the_bytes_of_the_archive(app: Flask) -> None:
    author, case, upload = handed_in()
    files = hand_in(actor(author), case).receipt.content["files"]
    assert {(one["name"], one["sha256"]) for one in files if one["name"] == "打包.zip"} == {("打包.zip", upload.sha256)}
    assert len(files) == 2


def test_an_archive_that_cannot_be_opened_is_told_at_the_desk(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    hand_in_file(actor(author), case, "坏.zip", documents.zipped({"a.txt": b"x" * 100}).replace(b"PK\x03\x04", b"PK\x03\x05"))
    jobs.run_waiting()
    db.session.expire_all()
    review = newest_review(case.id)
    assert review and [one["problems"][0]["code"] for one in review.result["materials"]] == ["unreadable.damaged"]
