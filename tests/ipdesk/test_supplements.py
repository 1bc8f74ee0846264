"""补正: one notice with everything, answered in the desk."""

from datetime import timedelta

import pytest

from ipdesk import clock
from ipdesk.extensions import db
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.supplements import answer, ask
from ipdesk.tables import AuditRow, ReferralRow, Supplement
from tests.ipdesk.builders import actor, make_member, make_officer
from tests.ipdesk.desk_builders import finding, make_review, make_submitted, refer

pytestmark = pytest.mark.usefixtures("app")

NEXT_WEEK = clock.today() + timedelta(days=7)


def asked(officer, row: ReferralRow, **values) -> Supplement:
    given = {"version": db.session.get(ReferralRow, row.id).version, "due": NEXT_WEEK, "items": ["请补交委托书原件"]}
    return ask(actor(officer), row.id, **{**given, **values})


def test_ticked_findings_and_own_wishes_stand_in_one_notice() -> None:
    case = make_submitted()
    review = make_review(case, finding("missing.power_of_attorney"), finding("expired.trademark_certificate"))
    notice = asked(
        make_officer(), refer(case), findings=[1], review_id=review.id, items=["请补交购销合同", "  "], note="一次告知"
    )
    assert [(item["code"], item["remedy"]) for item in notice.items] == [
        ("expired.trademark_certificate", "请补交。"),
        ("officer", ""),
    ]
    assert (notice.due, notice.note) == (NEXT_WEEK, "一次告知")


def test_asking_leaves_the_state_and_tells_whoever_looked_before() -> None:
    row = refer(make_submitted(), state="registered")
    officer = make_officer(name="张三")
    asked(officer, row)
    assert db.session.get(ReferralRow, row.id).state == "registered"
    with pytest.raises(Conflict, match="张三登记了“要求补正”"):
        asked(make_officer(), row, version=1)


@pytest.mark.parametrize(("agency", "role"), [("police", "lead"), ("procuratorate", "joint"), ("administrative", "lead")])
def test_police_procuratorate_and_a_leading_administrative_desk_ask(agency: str, role: str) -> None:
    assert asked(make_officer(agency), refer(make_submitted(), agency, role=role)).items


@pytest.mark.parametrize(
    ("agency", "role", "state"),
    [
        ("court", "informed", "opened"),
        ("mediation", "joint", "registered"),
        ("administrative", "joint", "opened"),
        ("police", "informed", "opened"),
        ("police", "lead", "filed"),
        ("police", "lead", "withdrawn"),
    ],
)
def test_others_do_not_ask(agency: str, role: str, state: str) -> None:
    with pytest.raises(NotAllowed):
        asked(make_officer(agency), refer(make_submitted(), agency, role=role, state=state))


def test_a_supervisor_does_not_ask() -> None:
    with pytest.raises(NotAllowed):
        asked(make_officer(role="supervisor"), refer(make_submitted()))


@pytest.mark.parametrize(
    "values",
    [
        {"items": []},
        {"items": [" \x00 "]},
        {"due": clock.today() - timedelta(days=1)},
        {"items": ["长" * 501]},
        {"items": ["项"] * 61},
        {"note": "长" * 501},
    ],
)
def test_a_notice_that_cannot_be_used_is_not_sent(values: dict) -> None:
    row = refer(make_submitted())
    with pytest.raises(Invalid):
        asked(make_officer(), row, **values)
    assert db.session.query(Supplement).count() == 0


def test_findings_of_an_older_review_are_not_asked_for() -> None:
    case = make_submitted()
    old = make_review(case)
    make_review(case)
    with pytest.raises(Conflict, match="已经更新"):
        asked(make_officer(), refer(case), findings=[0], review_id=old.id)


def test_a_finding_that_is_not_in_the_review_is_refused() -> None:
    case = make_submitted()
    review = make_review(case)
    with pytest.raises(Invalid):
        asked(make_officer(), refer(case), findings=[5], review_id=review.id)


def test_later_wishes_join_the_notice_that_is_still_open() -> None:
    row = refer(make_submitted())
    officer = make_officer()
    first = asked(officer, row)
    second = asked(officer, row, items=["请补交购销合同"], due=clock.today() + timedelta(days=3))
    assert second.id == first.id
    assert [item["message"] for item in second.items] == ["请补交委托书原件", "请补交购销合同"]
    assert second.due == NEXT_WEEK, "what was asked first keeps its time"


def test_the_same_wish_twice_is_told() -> None:
    row = refer(make_submitted())
    asked(make_officer(), row)
    with pytest.raises(Conflict, match="已经写在"):
        asked(make_officer(), row)


def test_two_desks_have_a_notice_each() -> None:
    case = make_submitted()
    police, procuratorate = refer(case), refer(case, "procuratorate")
    assert asked(make_officer(), police).id != asked(make_officer("procuratorate"), procuratorate).id


def test_the_applicant_answers_and_the_desk_may_ask_anew() -> None:
    author = make_member()
    row = refer(make_submitted(author))
    notice = asked(make_officer(), row)
    closed = answer(actor(author), notice.id, "  委托书已上传  ", items_seen=1)
    assert (closed.answer, closed.answered_by) == ("委托书已上传", author.id)
    assert asked(make_officer(), row).id != notice.id


def test_an_answer_is_told_to_the_officer_who_looked_before_it() -> None:
    author = make_member(name="王五")
    row = refer(make_submitted(author))
    notice = asked(make_officer(), row)
    seen = db.session.get(ReferralRow, row.id).version
    answer(actor(author), notice.id, "已上传")
    with pytest.raises(Conflict, match="王五答复了补正通知"):
        asked(make_officer(), row, version=seen)


@pytest.mark.parametrize("text", ["", "   ", "\x00", "长" * 5001])
def test_an_empty_or_endless_answer_is_refused(text: str) -> None:
    author = make_member()
    notice = asked(make_officer(), refer(make_submitted(author)))
    with pytest.raises(Invalid):
        answer(actor(author), notice.id, text)


def test_a_notice_is_answered_once() -> None:
    author = make_member()
    notice = asked(make_officer(), refer(make_submitted(author)))
    answer(actor(author), notice.id, "已上传")
    with pytest.raises(Conflict):
        answer(actor(author), notice.id, "再答一次")
    assert db.session.get(Supplement, notice.id).answer == "已上传"


def test_an_item_added_meanwhile_is_told_to_the_answerer() -> None:
    author = make_member()
    row = refer(make_submitted(author))
    notice = asked(make_officer(), row)
    asked(make_officer(), row, items=["请补交购销合同"])
    with pytest.raises(Conflict, match="增加了 1 项"):
        answer(actor(author), notice.id, "已上传", items_seen=1)


@pytest.mark.parametrize("who", [make_member, make_officer])
def test_nobody_else_answers(who) -> None:
    notice = asked(make_officer(), refer(make_submitted()))
    with pytest.raises(NotFound):
        answer(actor(who()), notice.id, "冒名答复")


def test_a_withdrawn_report_is_not_answered() -> None:
    author = make_member()
    row = refer(make_submitted(author))
    notice = asked(make_officer(), row)
    db.session.get(ReferralRow, row.id).state = "withdrawn"
    db.session.commit()
    with pytest.raises(Conflict, match="撤回"):
        answer(actor(author), notice.id, "已上传")


def test_asking_and_answering_are_in_the_audit_chain() -> None:
    author = make_member()
    notice = asked(make_officer(), refer(make_submitted(author)))
    answer(actor(author), notice.id, "已上传")
    events = [row.event for row in db.session.query(AuditRow).filter_by(subject=notice.id).order_by(AuditRow.seq)]
    assert events == ["supplement.asked", "supplement.answered"]
