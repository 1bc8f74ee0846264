"""Handing in: one transaction for number, review, receipt and desks; gaps never prevent it, a missing declaration does."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from casefiles.receipts import verify
from casefiles.telling.guidance import by_weight
from ipdesk import audit, clock, jobs
from ipdesk.database import db
from ipdesk.queries.reports import own_draft, visible_case
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services import uploads
from ipdesk.services.declarations import CODES
from ipdesk.services.receipts import receipt_of
from ipdesk.services.reviews import kept, newest_review
from ipdesk.services.withdrawals import withdraw
from ipdesk.tables import AuditRow, Case, Receipt, ReferralRow
from tests.ipdesk.builders import actor, make_account, make_case, make_member
from tests.ipdesk.dossier_builders import complaint, complete, hand_in, hand_in_file, hand_in_files


def told_case(**values: str) -> tuple[object, Case]:
    author = make_member()
    return actor(author), make_case(author, **{"offence": "counterfeit_trademark", "narrative": "网店售假", **values})


def test_one_submission_opens_three_desks_with_receipt_review_and_audit(app: Flask) -> None:
    who, case = told_case()
    done = hand_in(who, case)
    rows = {row.agency: row for row in db.session.query(ReferralRow).filter_by(case_id=case.id)}
    assert {agency: row.role for agency, row in rows.items()} == {
        "police": "lead",
        "procuratorate": "joint",
        "court": "informed",
    }
    assert rows["police"].due == clock.today() + timedelta(days=3)
    assert all(row.reason for row in rows.values())
    assert done.case.number == f"IP{clock.today():%Y%m%d}-0001"
    assert done.case.declarations.keys() == CODES
    assert done.review.as_of == clock.today()
    events = {row.event for row in db.session.query(AuditRow).filter_by(case_id=case.id)}
    assert {"case.submitted", "receipt.given", "review.made", "referral.opened"} <= events
    assert list(audit.broken_links(db.session())) == []


def test_police_alone_opens_one_desk(app: Flask) -> None:
    who, case = told_case()
    hand_in(who, case, police_only=True)
    assert [row.agency for row in db.session.query(ReferralRow).filter_by(case_id=case.id)] == ["police"]


def test_the_receipt_proves_the_files(app: Flask, tmp_path: Path) -> None:
    who, case = told_case()
    files = {"控告书.docx": complaint(), "说明 2.txt": b"abc"}
    hand_in_files(who, case, files)
    receipt = hand_in(who, case).receipt
    folder = tmp_path / "我的材料"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    assert verify(receipt.content, folder).holds
    (folder / "说明 2.txt").write_bytes(b"abd")
    assert not verify(receipt.content, folder).holds
    assert "不是公安机关的受案回执" in receipt.content["statement"]


@pytest.mark.parametrize("left_out", sorted(CODES))
def test_every_declaration_is_needed(app: Flask, left_out: str) -> None:
    who, case = told_case()
    with pytest.raises(Invalid) as told:
        hand_in(who, case, declared=CODES - {left_out})
    assert set(told.value.data["fields"]) == {left_out}
    assert own_draft(who, case.id).number is None


def test_gaps_are_confirmed_and_do_not_prevent_the_report(app: Flask) -> None:
    who, case = told_case()
    with pytest.raises(Invalid) as told:
        hand_in(who, case, gaps_known=False)
    assert "gaps_known" in told.value.data["fields"]
    receipt = hand_in(who, case).receipt
    assert any("控告书" in gap for gap in receipt.content["gaps"])


def test_everything_to_be_confirmed_is_told_at_once(app: Flask) -> None:
    who, case = told_case()
    left_out = min(CODES)
    with pytest.raises(Invalid) as told:
        hand_in(who, case, declared=CODES - {left_out}, gaps_known=False)
    assert set(told.value.data["fields"]) == {left_out, "gaps_known"}


def test_the_gaps_of_a_receipt_stand_in_the_order_of_the_review(app: Flask) -> None:
    who, case = told_case()
    handed = hand_in(who, case)
    review = kept(newest_review(case.id))
    told = [one.message for one in by_weight(review.findings) if one.severity == "blocking"]
    assert len(told) > 1
    assert handed.receipt.content["gaps"] == list(dict.fromkeys(told))


def test_an_empty_report_says_what_it_lacks(app: Flask) -> None:
    who, case = told_case(narrative="")
    with pytest.raises(Invalid, match="没有任何内容"):
        hand_in(who, case)


def test_while_files_are_read_the_applicant_chooses_and_the_review_follows(app: Flask) -> None:
    who, case = told_case()
    hand_in_files(who, case, complete(), read=False)
    with pytest.raises(Conflict) as told:
        hand_in(who, case)
    assert told.value.data["waiting"] == len(complete())
    done = hand_in(who, case, without_waiting=True)
    assert done.unread == len(complete())
    assert done.review.result["materials"] == []
    jobs.run_waiting()
    row = newest_review(case.id)
    assert len(row.result["materials"]) == len(complete())
    assert row.as_of == clock.local(done.case.submitted_at).date()


def test_desks_a_late_reading_calls_for_are_added(app: Flask) -> None:
    who, case = told_case(offence="patent_passing_off")
    hand_in(who, case, police_only=True)
    before = {row.desk for row in db.session.query(ReferralRow).filter_by(case_id=case.id)}
    hand_in_file(who, case, "控告书.docx", complaint())
    jobs.run_waiting()
    after = {row.desk for row in db.session.query(ReferralRow).filter_by(case_id=case.id)}
    assert before <= after


def test_what_changed_since_it_was_seen_is_not_handed_in(app: Flask) -> None:
    who, case = told_case()
    with pytest.raises(Conflict):
        hand_in(who, case, version=case.version - 1)
    hand_in(who, case)
    with pytest.raises(Conflict, match="已经提交"):
        hand_in(who, case, version=case.version)


def test_reports_handed_in_at_once_get_different_numbers(app: Flask) -> None:
    drafts = [told_case() for _ in range(4)]
    ready = threading.Barrier(len(drafts))
    numbers: list[str | None] = []

    def submit_one(who: object, case_id: str) -> None:
        with app.app_context():
            ready.wait()
            numbers.append(hand_in(who, db.session.get_one(Case, case_id)).case.number)

    threads = [threading.Thread(target=submit_one, args=(who, case.id)) for who, case in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == [f"IP{clock.today():%Y%m%d}-{number:04d}" for number in range(1, 5)]
    assert list(audit.broken_links(db.session())) == []


def test_nobody_but_the_applicant_hands_in_or_sees_the_receipt(app: Flask) -> None:
    who, case = told_case()
    stranger = actor(make_member())
    with pytest.raises(NotFound):
        hand_in(stranger, case, version=case.version)
    hand_in(who, case)
    officer = make_account("officer", desk=db.session.query(ReferralRow).filter_by(case_id=case.id, agency="police").one().desk)
    with pytest.raises(NotAllowed):
        receipt_of(actor(officer), case.id)
    with pytest.raises(NotFound):
        receipt_of(stranger, case.id)


def test_a_withdrawn_report_closes_every_desk_and_cannot_be_changed(app: Flask) -> None:
    who, case = told_case()
    upload = hand_in_file(who, case).upload
    jobs.run_waiting()
    hand_in(who, case)
    with pytest.raises(Invalid):
        withdraw(who, case.id, "  ")
    withdraw(who, case.id, "双方已经和解")
    assert {row.state for row in db.session.query(ReferralRow).filter_by(case_id=case.id)} == {"withdrawn"}
    assert visible_case(who, case.id).withdrawn_why == "双方已经和解"
    for forbidden in (
        lambda: hand_in_file(who, case),
        lambda: uploads.remove(who, upload.id),
        lambda: withdraw(who, case.id, "再撤一次"),
    ):
        with pytest.raises(Conflict):
            forbidden()
    assert db.session.query(Receipt).filter_by(case_id=case.id).count() == 1
