"""Long reports are reviewed by a job: no page, correction or submission waits for it. Jobs of deleted drafts end quietly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from casefiles.model import Reading
from casefiles.reading.process import Reader
from ipdesk import jobs
from ipdesk.database import db, transaction
from ipdesk.jobs.read_upload import run
from ipdesk.queries.uploads import pending
from ipdesk.refusals import Conflict
from ipdesk.services import corrections, reports, reviewing, reviews, submissions
from ipdesk.services.reviews import newest_review, replayed
from ipdesk.tables import Account, Case, Job, ReferralRow, ReviewRow, Upload
from tests.ipdesk.builders import actor, make_case, make_member, sign_in
from tests.ipdesk.dossier_builders import complaint, hand_in, hand_in_file


@pytest.fixture
def long(app: Flask, monkeypatch: pytest.MonkeyPatch) -> tuple[Account, Case, Upload]:
    """A report that counts as long, read and reviewed once; from then on a review within a request is a fault."""
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark")
    upload = hand_in_file(actor(author), case, "控告书.docx", complaint()).upload
    jobs.run_waiting()
    monkeypatch.setattr(reviewing, "AT_ONCE", 10)
    return author, case, upload


def in_request(*_: Any, **__: Any) -> None:
    raise AssertionError("the review was made within the request")


def test_a_correction_of_a_long_report_answers_at_once_and_a_job_reviews(
    long: tuple[Account, Case, Upload], monkeypatch: pytest.MonkeyPatch
) -> None:
    author, case, upload = long
    with monkeypatch.context() as patch:
        patch.setattr(reviews, "judge", in_request)
        patch.setattr("ipdesk.services.submissions.judge", in_request)
        corrections.correct(actor(author), upload.id, field="respondent", value="李某")
        corrections.correct(actor(author), upload.id, field="respondent", value="赵某")
        assert db.session.query(Job).filter_by(kind="review_report", state="waiting").count() == 1
        assert pending(case.id) == 1
        with pytest.raises(Conflict, match="正在预审"):
            hand_in(actor(author), case)
    jobs.run_waiting()
    review = newest_review(case.id)
    assert review and review.result["materials"][0]["fields"]["respondent"]["value"] == "赵某"
    assert pending(case.id) == 0


def test_a_long_report_is_handed_in_with_the_review_the_job_made(
    app: Flask, long: tuple[Account, Case, Upload], monkeypatch: pytest.MonkeyPatch
) -> None:
    author, case, _ = long
    before = newest_review(case.id)
    monkeypatch.setattr("ipdesk.services.submissions.judge", in_request)
    monkeypatch.setattr(reviews, "judge", in_request)
    assert sign_in(app.test_client(), author).get(f"/reports/{case.id}/review").status_code == 200
    submitted = hand_in(actor(author), case)
    assert before and submitted.review.id == before.id
    assert submitted.referrals


def test_a_long_report_that_nobody_reviewed_yet_is_handed_in_without_being_judged_in_the_request(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark", narrative="网店售假")
    hand_in_file(actor(author), case, "控告书.docx", complaint())
    jobs.run_waiting()
    hand_in_file(actor(author), case, "说明.txt")
    with transaction() as session:
        session.query(ReviewRow).delete()
    with monkeypatch.context() as patch:
        patch.setattr(reviewing, "AT_ONCE", 10)
        patch.setattr("ipdesk.services.submissions.judge", in_request)
        patch.setattr(reviews, "judge", in_request)
        submitted = hand_in(actor(author), case, without_waiting=True)
        assert (submitted.unread, submitted.review.result["materials"]) == (1, [])
    jobs.run_waiting()
    assert {one["file"] for one in newest_review(case.id).result["materials"]} == {"控告书.docx", "说明.txt"}
    assert all(replayed(row).outcome == "same" for row in db.session.query(ReviewRow))


def test_a_file_read_while_a_long_report_is_handed_in_is_left_to_the_job(
    long: tuple[Account, Case, Upload], monkeypatch: pytest.MonkeyPatch
) -> None:
    author, case, _ = long
    hand_in_file(actor(author), case, "说明.txt")
    confirmed = submissions._check_confirmed

    def read_meanwhile(*given: Any) -> None:
        confirmed(*given)
        monkeypatch.setattr("ipdesk.jobs.read_upload.complete", lambda _case: None)  # its own review is still to come
        jobs.run_waiting()
        monkeypatch.undo()
        monkeypatch.setattr(reviewing, "AT_ONCE", 10)
        monkeypatch.setattr("ipdesk.services.submissions.judge", in_request)

    monkeypatch.setattr(submissions, "_check_confirmed", read_meanwhile)
    hand_in(actor(author), case, without_waiting=True)
    jobs.run_waiting()
    assert len(newest_review(case.id).result["materials"]) == 2


@pytest.mark.parametrize("police_only", [True, False])
def test_the_choice_of_desks_of_a_long_report_holds_at_once(
    long: tuple[Account, Case, Upload], monkeypatch: pytest.MonkeyPatch, police_only: bool
) -> None:
    author, case, _ = long
    monkeypatch.setattr("ipdesk.services.submissions.judge", in_request)
    submitted = hand_in(actor(author), case, police_only=police_only)
    agencies = {one.agency for one in submitted.referrals}
    assert agencies == ({"police"} if police_only else {"police", "procuratorate", "court"})
    jobs.run_waiting()
    assert {row.agency for row in db.session.query(ReferralRow).filter_by(case_id=case.id)} == agencies


def test_a_draft_deleted_while_its_file_is_read_leaves_no_trace(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    author = make_member()
    case = make_case(author)
    upload = hand_in_file(actor(author), case, "说明.txt").upload
    upload_id, case_id = upload.id, case.id

    def read_and_be_deleted(self: Reader, path: Path, **_: Any) -> Reading:
        reports.delete_report(actor(author), case_id)
        return Reading("txt")

    monkeypatch.setattr(Reader, "read", read_and_be_deleted)
    run(upload_id)
    assert [record for record in caplog.records if record.exc_info] == []
    assert db.session.query(Upload).filter_by(id=upload_id).count() == 0
