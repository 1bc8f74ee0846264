"""What a desk may record, who may, and what the second of two officers is told."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from flask import Flask

from casefiles.offices import office
from ipdesk import clock
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.extensions import db
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.referrals import take_step, withdraw_referrals
from ipdesk.tables import AuditRow, Case, ReferralRow, ReferralStep
from tests.ipdesk.builders import actor, make_member, make_officer
from tests.ipdesk.desk_builders import make_review, make_submitted, refer

pytestmark = pytest.mark.usefixtures("app")


def step(officer, row: ReferralRow, action: str, **values) -> ReferralRow:
    return take_step(actor(officer), row.id, action, **{"version": db.session.get(ReferralRow, row.id).version, **values})


def document(**values):
    return {"document_no": "成高公（知）受字〔2026〕7号", "document_date": clock.today(), **values}


@pytest.mark.parametrize(
    ("agency", "state", "action", "values", "reached"),
    [
        ("police", "opened", "register", {}, "registered"),
        ("police", "registered", "accept", document(), "accepted"),
        ("police", "registered", "transfer", document(), "transferred"),
        ("police", "accepted", "file", document(), "filed"),
        ("police", "accepted", "not_file", document(), "not_filed"),
        ("procuratorate", "opened", "read", {}, "read"),
        ("procuratorate", "read", "intervene", {}, "early_intervention"),
        ("procuratorate", "read", "supervise", document(), "filing_supervision"),
        ("court", "opened", "note", {}, "noted"),
        ("administrative", "registered", "file", document(), "administrative_filed"),
    ],
)
def test_each_desk_records_its_steps(agency: str, state: str, action: str, values: dict, reached: str) -> None:
    row = refer(make_submitted(), agency, state=state)
    assert step(make_officer(agency), row, action, **values).state == reached


@pytest.mark.parametrize(
    ("agency", "state", "action"),
    [
        ("police", "opened", "accept"),
        ("police", "opened", "decline"),
        ("police", "registered", "file"),
        ("police", "filed", "not_file"),
        ("police", "opened", "withdraw"),
        ("police", "opened", "ask_supplement"),
        ("procuratorate", "opened", "file"),
        ("court", "noted", "note"),
    ],
)
def test_a_step_that_does_not_follow_is_refused_and_changes_nothing(agency: str, state: str, action: str) -> None:
    row = refer(make_submitted(), agency, state=state)
    with pytest.raises(Conflict) as told:
        step(make_officer(agency), row, action, **document())
    assert "现在不能登记" in told.value.message
    assert db.session.get(ReferralRow, row.id).state == state


@pytest.mark.parametrize(
    "values",
    [
        {},
        document(document_no="  "),
        document(document_date=None),
        document(document_date=date(2999, 1, 1)),
        document(document_no="号" * 101),
        document(note="长" * 2001),
    ],
)
def test_an_official_step_needs_its_whole_document(values: dict) -> None:
    row = refer(make_submitted(), state="registered")
    with pytest.raises(Invalid):
        step(make_officer(), row, "accept", **values)
    assert db.session.get(ReferralRow, row.id).state == "registered"


def test_control_characters_do_not_enter_the_record() -> None:
    row = refer(make_submitted())
    step(make_officer(), row, "register", note="已联系\x00报案人\u202e")
    assert db.session.query(ReferralStep).one().note == "已联系报案人"


def test_a_step_without_document_keeps_none() -> None:
    row = refer(make_submitted())
    step(make_officer(), row, "register", **document())
    assert db.session.query(ReferralStep).one().document_no == ""


def test_the_second_of_two_officers_is_told_what_happened_and_overwrites_nothing() -> None:
    row = refer(make_submitted())
    first, second = make_officer(name="张三"), make_officer(name="李四")
    take_step(actor(first), row.id, "register", version=1)
    with pytest.raises(Conflict) as told:
        take_step(actor(second), row.id, "register", version=1)
    assert "张三登记了“接报登记”" in told.value.message
    assert told.value.data["version"] == 2
    assert db.session.query(ReferralStep).count() == 1


def test_two_steps_since_are_both_told_in_order() -> None:
    row = refer(make_submitted(), due=clock.today())
    officer = make_officer(name="张三")
    step(officer, row, "register")
    step(officer, row, "accept", **document())
    with pytest.raises(Conflict) as told:
        take_step(actor(make_officer()), row.id, "register", version=1)
    assert [line.split("登记了")[1][:4] for line in told.value.data["meanwhile"]] == ["“接报登", "“受案”"]
    assert told.value.data["version"] == 3, "each happening raises the version by one"


def test_another_desk_s_entry_is_not_found() -> None:
    row = refer(make_submitted(), "police")
    with pytest.raises(NotFound):
        step(make_officer("procuratorate"), row, "read")


@pytest.mark.parametrize("role", ["enterprise", "legal", "administrator"])
def test_who_works_at_no_desk_finds_no_entry(role: str) -> None:
    from tests.ipdesk.builders import make_account

    row = refer(make_submitted())
    with pytest.raises(NotFound):
        step(make_account(role), row, "register")


def test_a_supervisor_reads_but_records_nothing() -> None:
    row = refer(make_submitted())
    with pytest.raises(NotAllowed):
        step(make_officer(role="supervisor"), row, "register")


def test_each_step_leaves_one_audit_row() -> None:
    row = refer(make_submitted(), state="registered")
    officer = make_officer()
    step(officer, row, "accept", **document())
    kept = db.session.query(AuditRow).filter_by(event="referral.stepped").one()
    assert (kept.actor, kept.subject, kept.detail["to_state"]) == (officer.id, row.id, "accepted")
    assert kept.detail["document_no"] == document()["document_no"]


def test_accepting_starts_the_time_for_the_filing_decision() -> None:
    row = refer(make_submitted(), state="registered", due=clock.today())
    accepted_on = clock.today() - timedelta(days=1)
    assert step(make_officer(), row, "accept", **document(document_date=accepted_on)).due == accepted_on + timedelta(
        days=office().filing_limits()[0].value
    )


def test_the_time_for_the_filing_decision_is_extended_step_by_step_with_a_reason() -> None:
    row = refer(make_submitted(), state="registered")
    accepted_on, officer = clock.today() - timedelta(days=1), make_officer()
    row = step(officer, row, "accept", **document(document_date=accepted_on))
    with pytest.raises(Invalid, match="理由"):
        step(officer, row, "extend_filing")
    for limit in office().filing_limits()[1:]:
        row = step(officer, row, "extend_filing", note="线索需要查证，分局法制部门批准")
        assert (row.state, row.due) == ("accepted", accepted_on + timedelta(days=limit.value))
    with pytest.raises(Conflict, match="最长"):
        step(officer, row, "extend_filing", note="仍需查证")


def test_a_met_limit_no_longer_runs() -> None:
    row = refer(make_submitted(), due=clock.today() - timedelta(days=2))
    assert step(make_officer(), row, "register").due is None


def test_a_report_from_outside_is_handed_on_within_a_day_of_registration() -> None:
    case = make_submitted()
    make_review(case, outcome="outside_jurisdiction")
    assert step(make_officer(), refer(case), "register").due == clock.today() + timedelta(days=1)


def test_a_withdrawn_report_closes_its_open_entries_and_leaves_the_finished_ones() -> None:
    author = make_member()
    case = make_submitted(author)
    police = refer(case, due=clock.today())
    court = refer(case, "court", state="noted")
    with transaction() as session:
        withdraw_referrals(session, actor(author), session.get(Case, case.id), "已经和解")
    assert db.session.get(ReferralRow, police.id).state == "withdrawn"
    assert db.session.get(ReferralRow, police.id).due is None
    assert db.session.get(ReferralRow, court.id).state == "noted"


def test_a_withdrawn_report_takes_no_more_steps(app: Flask) -> None:
    row = refer(make_submitted(), state="withdrawn")
    with pytest.raises(Conflict):
        step(make_officer(), row, "register")


def test_of_two_officers_at_the_same_moment_one_is_told(app: Flask) -> None:
    """Two connections race for one entry: whichever database it is, one step is kept and the other refused."""
    row = refer(make_submitted())
    officers = [actor(make_officer()), actor(make_officer())]
    start = threading.Barrier(2)

    def act(officer: Actor) -> str:
        with app.app_context():
            start.wait()
            try:
                take_step(officer, row.id, "register", version=1)
            except Conflict:
                return "told"
            finally:
                db.session.remove()
            return "kept"

    with ThreadPoolExecutor(2) as threads:
        ends = sorted(threads.map(act, officers))
    assert ends == ["kept", "told"]
    assert db.session.query(ReferralStep).count() == 1
