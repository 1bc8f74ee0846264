"""What a reader of a dossier sees, and what corrections do."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk import jobs
from ipdesk.database import transaction
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.sights import sight_of
from ipdesk.refusals import Conflict, Invalid, NotFound
from ipdesk.services import corrections, readings, trade_secrets
from ipdesk.tables import Account, Case, Upload, UploadReading
from tests import documents
from tests.ipdesk.builders import actor, make_case, make_enterprise, make_member, make_officer, make_referral, sign_in
from tests.ipdesk.dossier_builders import hand_in, hand_in_files, id_number, trademark_certificate
from tests.ipdesk.forms import text

CERTIFICATE = "商标注册证.pdf"
NUMBER = id_number()


def expired_mark() -> tuple[Account, Case, Upload]:
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark", answers={"acts_from": "2026-03-01", "acts_until": "2026-09-20"})
    received = hand_in_files(actor(author), case, {CERTIFICATE: trademark_certificate("2021年5月20日")})
    return author, case, received[CERTIFICATE].upload


def codes(author: Account, case: Case) -> set[str]:
    return {one.code for one in dossier_view(actor(author), case.id).findings}


def test_a_finding_stands_beside_its_page_and_line(app: Flask) -> None:
    author, case, upload = expired_mark()
    view = dossier_view(actor(author), case.id)
    finding = next(one for one in view.findings if one.code == "expired.trademark_certificate")
    place = finding.places[0]
    assert (place.upload_id, place.page) == (upload.id, 1)
    sight = sight_of(actor(author), upload.id, 1, place.mark)
    assert sight.drawn
    assert sight.boxes
    assert "2021年5月20日" in sight.quote


def test_the_page_of_the_first_finding_is_shown_before_anything_is_asked_for(app: Flask) -> None:
    author, case, upload = expired_mark()
    view = dossier_view(actor(author), case.id)
    first = next(place for finding in view.findings for place in finding.places)
    assert (view.first_place, first.upload_id) == (first, upload.id)


def test_where_no_finding_has_a_place_the_first_file_is_shown(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    upload = hand_in_files(actor(author), case, {"说明.docx": documents.docx(["情况说明"])})["说明.docx"].upload
    view = dossier_view(actor(author), case.id)
    assert not any(finding.places for finding in view.findings)
    assert view.first_place is not None
    assert (view.first_place.upload_id, view.first_place.page) == (upload.id, 1)


def test_a_page_opened_between_reading_and_review_still_waits(app: Flask) -> None:
    author, case, upload = expired_mark()
    readings.read_again(actor(author), upload.id)
    with transaction() as session:  # read again already, but its job has not come to the review yet
        session.get_one(UploadReading, upload.id).state = "done"
    assert dossier_view(actor(author), case.id).reading == 1
    jobs.run_waiting()
    assert dossier_view(actor(author), case.id).reading == 0


def test_a_corrected_field_stays_is_shown_as_theirs_and_mends_the_finding(app: Flask) -> None:
    author, case, upload = expired_mark()
    corrections.correct(actor(author), upload.id, field="valid_until", value="2031-05-20")
    assert "expired.trademark_certificate" not in codes(author, case)
    fields = dossier_view(actor(author), case.id).materials[0].fields
    shown = next(one for one in fields if one.name == "valid_until")
    assert (shown.value, shown.by) == ("2031-05-20", author.name)
    corrections.take_back(actor(author), upload.id, field="valid_until")
    assert "expired.trademark_certificate" in codes(author, case)
    with pytest.raises(Conflict):
        corrections.take_back(actor(author), upload.id, field="valid_until")


def test_a_corrected_kind_stays_until_it_is_taken_back(app: Flask) -> None:
    author, case, upload = expired_mark()
    corrections.correct(actor(author), upload.id, value="trademark_renewal")
    material = dossier_view(actor(author), case.id).materials[0]
    assert (material.kind, material.kind_by) == ("trademark_renewal", author.name)
    assert "missing.trademark_certificate" in codes(author, case)
    corrections.take_back(actor(author), upload.id)
    assert dossier_view(actor(author), case.id).materials[0].kind == "trademark_certificate"


@pytest.mark.parametrize(("field", "value"), [("", "novel"), ("no_such_field", "x"), ("valid_until", "x" * 501)])
def test_a_correction_that_means_nothing_is_refused(app: Flask, field: str, value: str) -> None:
    author, _case, upload = expired_mark()
    with pytest.raises(Invalid):
        corrections.correct(actor(author), upload.id, field=field, value=value)


@pytest.mark.parametrize("part", ["x", "1-", "1-2-3", "9" * 41, "1-2\n"])
def test_a_correction_of_no_page_range_is_refused(app: Flask, part: str) -> None:
    author, _case, upload = expired_mark()
    with pytest.raises(Invalid, match="页码范围"):
        corrections.correct(actor(author), upload.id, value="trademark_renewal", part=part)


def test_identity_numbers_are_masked_except_for_the_police(app: Flask) -> None:
    author = make_member()
    case = make_case(author, state="submitted")
    police, procurator = make_officer("police"), make_officer("procuratorate")
    make_referral(case, police.desk or "")
    make_referral(case, procurator.desk or "", "procuratorate", role="joint")
    card = documents.docx(
        ["居民身份证", "姓名：周慎行", "性别 男 民族 汉", f"公民身份号码：{NUMBER}", "有效期限：2016.01.01-2036.01.01"]
    )
    upload = hand_in_files(actor(author), case, {"身份证.docx": card})["身份证.docx"].upload
    for who, sees in ((author, False), (procurator, False), (police, True)):
        view = dossier_view(actor(who), case.id)
        sight = sight_of(actor(who), upload.id, 1, "")
        told = f"{view} {sight.lines}"
        assert (NUMBER in told) is sees, who.name


def test_a_sealed_file_tells_nothing_to_those_not_named(app: Flask) -> None:
    enterprise = make_enterprise()
    author, colleague = make_member(enterprise), make_member(enterprise)
    case = make_case(author, state="submitted", offence="counterfeit_trademark")
    police = make_officer("police")
    make_referral(case, police.desk or "")
    upload = hand_in_files(actor(author), case, {CERTIFICATE: trademark_certificate("2021年5月20日")})[CERTIFICATE].upload
    trade_secrets.mark_secret(actor(author), upload.id, True)
    for other in (colleague, police):
        view = dossier_view(actor(other), case.id)
        material = view.materials[0]
        assert material.sealed
        assert material.fields == ()
        assert "12345678" not in f"{view.findings} {view.threshold} {material.fields} {view.proof}"
        assert any(one.withheld for one in view.findings)
        with pytest.raises(NotFound):
            sight_of(actor(other), upload.id, 1, "m0.valid_until")
    assert not dossier_view(actor(author), case.id).materials[0].sealed


def test_an_informed_court_sees_neither_files_nor_findings(app: Flask) -> None:
    author = make_member()
    case = make_case(author, state="submitted", offence="counterfeit_trademark")
    court = make_officer("court")
    make_referral(case, court.desk or "", "court", role="informed")
    upload = hand_in_files(actor(author), case, {CERTIFICATE: trademark_certificate()})[CERTIFICATE].upload
    view = dossier_view(actor(court), case.id)
    assert view.informed
    assert (view.materials, view.findings, view.threshold) == ((), (), None)
    with pytest.raises(NotFound):
        sight_of(actor(court), upload.id, 1, "")


def test_what_was_mended_after_submission_is_told(app: Flask) -> None:
    author = make_member()
    case = make_case(author, narrative="网店售假", offence="counterfeit_trademark")
    hand_in(actor(author), case)
    assert dossier_view(actor(author), case.id).changes is None
    hand_in_files(actor(author), case, {CERTIFICATE: trademark_certificate()})
    changes = dossier_view(actor(author), case.id).changes
    assert changes is not None
    assert changes.files == (CERTIFICATE,)
    assert any("商标注册证" in one for one in changes.mended)


def test_elements_and_chain_are_shown_with_places_to_click_into(app: Flask) -> None:
    author, case, upload = expired_mark()
    proof = dossier_view(actor(author), case.id).proof
    row = next(one for one in proof.elements if one.name == "享有注册商标专用权")
    place = next(place for cell in row.cells for place in cell if place.upload_id == upload.id)
    assert sight_of(actor(author), upload.id, place.page or 1, place.mark).quote
    (chain,) = proof.chains
    assert (chain.state, chain.links[0].place.upload_id) == ("broken", upload.id)
    assert (
        sight_of(actor(author), upload.id, 1, chain.links[0].place.mark).quote
        == sight_of(actor(author), upload.id, 1, "c0.0").quote
    )


def test_elements_are_listed_by_document_and_what_nobody_mentions_is_told_first(app: Flask, client: FlaskClient) -> None:
    author, case, upload = expired_mark()
    row = next(one for one in dossier_view(actor(author), case.id).proof.elements if one.name == "享有注册商标专用权")
    (paper,) = [one for one in row.papers if one.places[0].upload_id == upload.id]
    assert paper.name == CERTIFICATE.rpartition(".")[0]
    page = text(sign_in(client, author).get(f"/cases/{case.id}/dossier/content"))
    told = page.partition("构成要件与材料")[2]
    assert told.index("尚无材料") < told.index(paper.name), "the sum stands above the list"
    assert "matrix" not in page


@pytest.mark.parametrize("mark", ["e999.0", "e0.999", "c999.0", "c0.999"])
def test_a_mark_that_names_no_element_or_link_marks_nothing(app: Flask, mark: str) -> None:
    author, _case, upload = expired_mark()
    assert sight_of(actor(author), upload.id, 1, mark).quote == ""
