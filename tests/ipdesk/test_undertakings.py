"""承诺补正: minor gaps against a day; reminded of, kept, lapsed; it never touches the report itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from ipdesk import clock
from ipdesk.database import transaction
from ipdesk.extensions import db
from ipdesk.jobs.daily import ask_for_today
from ipdesk.queries.queues import QueueFilter, desk_queue
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.undertakings import undertake
from ipdesk.services.undertakings_followed import follow, settle
from ipdesk.tables import Account, AuditRow, Case, Job, OutgoingMail, ReferralRow, Undertaking
from tests.ipdesk.builders import actor, make_member, make_officer, sign_in
from tests.ipdesk.desk_builders import finding, make_review, make_submitted, refer
from tests.ipdesk.forms import text

pytestmark = pytest.mark.usefixtures("app")

MINOR, HEAVY = "missing.evidence_list", "missing.power_of_attorney"
IN_A_WEEK = clock.today() + timedelta(days=7)


@pytest.fixture
def owner() -> Account:
    return make_member()


@pytest.fixture
def case(owner: Account) -> Case:
    """A submitted report with a gap that may wait and one that may not."""
    made = make_submitted(owner)
    make_review(made, finding(MINOR, "warning"), finding(HEAVY))
    return made


def promised(owner: Account, case: Case, due: date = IN_A_WEEK) -> Undertaking:
    return undertake(actor(owner), case.id, {MINOR: due})[0]


def again(row: Undertaking) -> Undertaking:
    db.session.expire_all()
    return db.session.get_one(Undertaking, row.id)


def mails() -> list[tuple[str, str]]:
    return [(one.recipient, one.subject) for one in db.session.execute(select(OutgoingMail)).scalars()]


def test_one_promise_tells_of_every_paper_of_its_kind(owner: Account) -> None:
    made = make_submitted(owner)
    unsigned = [finding("invalid.signature", "warning", message=f"《{name}》没有见到签名。") for name in ("控告书", "委托书")]
    make_review(made, *unsigned)
    assert undertake(actor(owner), made.id, {"invalid.signature": IN_A_WEEK})[0].message == (
        "《控告书》没有见到签名。《委托书》没有见到签名。"
    )


def test_a_minor_gap_is_promised_by_a_day_and_kept_in_the_audit_chain(owner: Account, case: Case) -> None:
    row = promised(owner, case)
    assert (row.state, row.due, row.made_by) == ("open", IN_A_WEEK, owner.id)
    kept = db.session.query(AuditRow).filter_by(event="undertaking.made").one()
    assert kept.detail == {"code": MINOR, "due": IN_A_WEEK.isoformat()}


@pytest.mark.parametrize(
    ("code", "days"), [(HEAVY, 5), ("missing.comparison", 5), (MINOR, 0), (MINOR, -1), (MINOR, 11)],
    ids=["may not wait", "no such gap", "today", "past", "too late"],
)  # fmt: skip
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_what_cannot_be_promised_is_refused_as_a_whole(owner: Account, case: Case, code: str, days: int) -> None:
    with pytest.raises(Invalid):
        undertake(actor(owner), case.id, {MINOR: IN_A_WEEK, code: clock.today() + timedelta(days=days)})
    assert db.session.query(Undertaking).count() == 0


def test_the_last_day_of_the_data_may_be_promised(owner: Account, case: Case) -> None:
    assert promised(owner, case, clock.today() + timedelta(days=10)).state == "open"


def test_a_gap_is_promised_once(owner: Account, case: Case) -> None:
    promised(owner, case)
    with pytest.raises(Conflict):
        promised(owner, case, clock.today() + timedelta(days=9))


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_nobody_promises_for_another(case: Case) -> None:
    refer(case)
    with pytest.raises(NotAllowed):
        undertake(actor(make_officer()), case.id, {MINOR: IN_A_WEEK})
    with pytest.raises(NotFound):
        undertake(actor(make_member()), case.id, {MINOR: IN_A_WEEK})


def test_a_gap_that_is_gone_settles_the_promise(owner: Account, case: Case) -> None:
    row = promised(owner, case)
    with transaction() as session:
        settle(session, case.id, {HEAVY})
    assert again(row).state == "kept"
    follow(IN_A_WEEK + timedelta(days=1))
    assert again(row).state == "kept", "what was kept does not lapse"


def test_the_applicant_is_reminded_once_before_the_day(owner: Account, case: Case) -> None:
    promised(owner, case)
    follow(IN_A_WEEK - timedelta(days=3))
    assert mails() == []
    for _ in range(2):
        follow(IN_A_WEEK - timedelta(days=2))
    assert mails() == [(owner.email, f"承诺补正即将到期：{IN_A_WEEK.isoformat()}")]


def test_what_lapses_is_back_on_top_of_the_leading_desks_queue(owner: Account, case: Case) -> None:
    row, entry, officer = promised(owner, case), refer(case), make_officer()
    sooner = refer(make_submitted(), due=clock.today())
    seen = entry.version
    follow(IN_A_WEEK)
    assert again(row).state == "open", "the day itself still counts"
    follow(IN_A_WEEK + timedelta(days=1))
    assert again(row).state == "lapsed"
    lines = desk_queue(actor(officer), QueueFilter(), today=clock.today()).entries
    assert [(line.referral.id, line.undertaking) for line in lines] == [(entry.id, "lapsed"), (sooner.id, "none")]
    assert db.session.get_one(ReferralRow, entry.id).version > seen, "who looks at an older page is told"
    assert (officer.email, f"承诺补正已逾期：{case.number}") in mails()
    with transaction() as session:
        settle(session, case.id, set())
    assert again(row).state == "late"
    assert desk_queue(actor(officer), QueueFilter(), today=clock.today()).entries[0].referral.id == sooner.id


def test_the_applicants_page_tells_of_what_was_promised_until_it_is_there(
    client: FlaskClient, owner: Account, case: Case
) -> None:
    def page() -> str:
        return text(client.get(f"/reports/{case.id}"))

    sign_in(client, owner)
    assert "承诺补正没有补齐" not in page()
    promised(owner, case)
    assert "还有 1 项承诺补正没有补齐" in page() and "已逾期" not in page()
    follow(IN_A_WEEK + timedelta(days=1))
    assert "已逾期" in page()
    with transaction() as session:
        settle(session, case.id, set())
    assert "承诺补正没有补齐" not in page()


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_promise_leaves_the_outcome_of_the_review_as_it_is(client: FlaskClient, owner: Account, case: Case) -> None:
    page = sign_in(client, owner).get(f"/cases/{case.id}/dossier")
    assert "有 1 项可以先提交、后补正" in text(page)
    promised(owner, case)
    refer(case)
    shown = text(sign_in(client, make_officer()).get(f"/cases/{case.id}/dossier"))
    assert "待补正" in shown and "需要补正" in shown and "只关系预审结果" in shown
    assert "可以先提交、后补正" not in shown, "an officer promises nothing"


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_the_day_begins_once_for_all_workers() -> None:
    assert [ask_for_today(), ask_for_today()] == [1, 0]
    assert [job.kind for job in db.session.query(Job)] == ["follow_undertakings"]
