"""Files are read by jobs that survive failure; the report is reviewed when the last one is read."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from casefiles.model import Review
from ipdesk import jobs
from ipdesk.database import db, transaction
from ipdesk.jobs.read_upload import run
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.snapshots import Snapshot
from ipdesk.queries.uploads import pending, still_reading
from ipdesk.refusals import Conflict
from ipdesk.services import readings, reviews
from ipdesk.services.reviews import judge, newest_review
from ipdesk.storage import the_vault
from ipdesk.tables import Case, Job, ReviewRow, UploadReading
from tests import documents
from tests.ipdesk.builders import actor, make_case, make_member
from tests.ipdesk.dossier_builders import complaint, hand_in_file, hand_in_files, trademark_certificate


def test_files_are_read_and_the_report_reviewed_once_at_the_end(app: Flask) -> None:
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark")
    hand_in_files(actor(author), case, {"控告书.docx": complaint(), "商标注册证.pdf": trademark_certificate()}, read=False)
    assert still_reading(case.id) == 2
    jobs.run_waiting()
    assert (still_reading(case.id), pending(case.id)) == (0, 0)
    assert db.session.query(ReviewRow).filter_by(case_id=case.id).count() == 1
    kinds = {one["file"]: one["kind"] for one in newest_review(case.id).result["materials"]}
    assert kinds == {"控告书.docx": "complaint_letter", "商标注册证.pdf": "trademark_certificate"}


def test_a_report_that_changes_all_the_time_is_never_reviewed_while_the_database_is_held(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A review may take long: whoever writes meanwhile must not wait for it."""
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark")
    held = []

    def judge_and_be_changed(report: Case, session: Session | None = None) -> tuple[Snapshot, Review]:
        held.append(db.session().in_transaction() and session is not None)
        made = judge(report, session)
        with transaction() as write:
            write.get_one(Case, case.id, populate_existing=True).title += "改"
        return made

    monkeypatch.setattr(reviews, "judge", judge_and_be_changed)
    assert reviews.review_now(case.id, by=actor(author)) is None
    assert held == [False] * reviews.ATTEMPTS


def test_a_hostile_file_becomes_a_problem_and_the_rest_goes_on(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    hand_in_files(actor(author), case, {"炸弹.docx": documents.zip_bomb_docx(60), "控告书.docx": complaint()})
    view = dossier_view(actor(author), case.id)
    assert any(one.code.startswith("unreadable.") and "炸弹.docx" in one.message for one in view.findings)
    assert [one.kind for one in view.materials if one.file == "控告书.docx"] == ["complaint_letter"]


def test_a_file_whose_reading_fails_three_times_is_told_and_can_be_read_again(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    upload = hand_in_file(actor(author), case, "控告书.docx", complaint()).upload
    place = the_vault().path(upload.sha256)
    aside = place.rename(place.with_suffix(".gone"))
    jobs.run_waiting()
    assert db.session.query(Job).filter_by(subject=upload.id).one().attempts == 3
    told = dossier_view(actor(author), case.id).materials[0].problems
    assert "都没有成功" in told[0].message
    aside.rename(place)
    readings.read_again(actor(author), upload.id)
    jobs.run_waiting()
    assert [one.kind for one in dossier_view(actor(author), case.id).materials] == ["complaint_letter"]


def test_a_file_that_killed_its_worker_three_times_is_given_up(app: Flask) -> None:
    author = make_member()
    upload = hand_in_file(actor(author), make_case(author)).upload
    with transaction() as session:
        session.query(Job).filter_by(subject=upload.id).update({"attempts": 4, "state": "running"})
    run(upload.id)
    record = db.session.get_one(UploadReading, upload.id).record
    assert record is not None
    assert record["problems"][0]["code"] == "unreadable.damaged"


def test_a_job_that_runs_twice_does_no_harm(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    upload = hand_in_file(actor(author), case).upload
    run(upload.id)
    run(upload.id)
    assert db.session.query(ReviewRow).filter_by(case_id=case.id).count() == 1


def test_a_job_for_a_deleted_draft_ends_quietly(app: Flask) -> None:
    run("0" * 32)


def test_a_file_is_not_read_again_while_it_is_read(app: Flask) -> None:
    author = make_member()
    upload = hand_in_file(actor(author), make_case(author)).upload
    with pytest.raises(Conflict):
        readings.read_again(actor(author), upload.id)
