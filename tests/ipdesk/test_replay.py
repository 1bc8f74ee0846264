"""A kept review is made again from what was stored with it, byte for byte, or says why it cannot be."""

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy.orm.attributes import flag_modified

from casefiles.offences import rules_digest
from ipdesk.database import db
from ipdesk.services import corrections
from ipdesk.services.reviews import newest_review, replayed
from ipdesk.tables import KeptReading, ReviewRow, UploadReading
from tests.ipdesk.builders import actor, make_case, make_member
from tests.ipdesk.dossier_builders import complaint, hand_in_files, trademark_certificate

ANSWERS = {
    "acts_from": "2026-03-01",
    "acts_until": "2026-09-20",
    "places": ["成都高新区"],
    "figures": {"illegal_gains": "12000.50"},
}


@pytest.fixture
def row(app: Flask) -> ReviewRow:
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark", answers=ANSWERS)
    files = {"控告书.docx": complaint(), "商标注册证.pdf": trademark_certificate("2021年5月20日")}
    received = hand_in_files(actor(author), case, files)
    corrections.correct(actor(author), received["商标注册证.pdf"].upload.id, field="valid_until", value="2029-05-20")
    return newest_review(case.id)


def test_a_review_is_replayed_byte_for_byte(row: ReviewRow) -> None:
    assert replayed(row).outcome == "same"


def test_it_rests_on_what_was_stored_with_it_and_not_on_what_files_are_read_as_later(row: ReviewRow) -> None:
    for reading in db.session.query(UploadReading):
        reading.record = None
    db.session.commit()
    assert replayed(row).outcome == "same"


def test_a_result_that_was_changed_shows_where(row: ReviewRow) -> None:
    row.result["outcome"] = "ready" if row.outcome != "ready" else "needs_supplement"
    came = replayed(row)
    assert came.outcome == "different"
    assert "outcome" in came.in_words


def test_other_rules_are_told_and_not_hidden(row: ReviewRow) -> None:
    row.result["rules_digest"] = "d" * 64
    assert replayed(row).outcome == "other_rules"
    assert rules_digest() != "d" * 64


def test_without_what_it_rested_on_it_cannot_be_replayed(row: ReviewRow) -> None:
    db.session.query(KeptReading).delete()
    db.session.commit()
    assert replayed(row).outcome == "incomplete"
    row.grounds = None
    assert replayed(row).outcome == "incomplete"


def test_the_command_counts_and_fails_where_something_changed(
    app: Flask, row: ReviewRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipdesk.commands import replay
    from ipdesk.tables import Case

    case = db.session.get(Case, row.case_id)
    case.number, case.state = "IPD-2026-000777", "submitted"
    db.session.commit()
    monkeypatch.setattr("ipdesk.create_app", lambda _config: app)
    told = CliRunner().invoke(replay.command, ["IPD-2026-000777"])
    assert (told.exit_code, "逐字节一致" in told.output) == (0, True)
    row.result = {**row.result, "outcome": "outside_jurisdiction"}
    flag_modified(row, "result")
    db.session.commit()
    assert CliRunner().invoke(replay.command, []).exit_code == 1
    unknown = CliRunner().invoke(replay.command, ["IPD-0"])
    assert (unknown.exit_code, "核对编号" in unknown.output) == (2, True)
