"""A draft keeps everything that is typed, whoever types it, and whatever it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from flask import Flask

from ipdesk.database import db
from ipdesk.queries.answers import answers_of
from ipdesk.queries.report_lines import draft_steps, report_lines
from ipdesk.queries.reports import own_draft, visible_case
from ipdesk.refusals import Conflict, Invalid, NotFound
from ipdesk.services import reports
from ipdesk.services.report_answers import problems_of, typed_of
from ipdesk.services.report_questions import ACTS
from ipdesk.tables import AuditRow, Upload
from tests.ipdesk.builders import actor, make_account, make_case, make_enterprise, make_member
from tests.ipdesk.dossier_builders import fill_in, hand_in_file


def test_a_draft_belongs_to_an_enterprise_its_author_acts_for(app: Flask) -> None:
    author = make_member()
    case = reports.open_report(actor(author), author.memberships[0].enterprise_id, offence="trade_secret")
    assert case.state == "draft"
    with pytest.raises(NotFound):
        reports.open_report(actor(author), make_enterprise().id)


@pytest.mark.parametrize("typed", [{"offence": "theft"}, {"title": "长" * 201}, {"narrative": "长" * 20_001}])
def test_what_the_desk_does_not_keep_is_told_with_its_field(app: Flask, typed: dict[str, str]) -> None:
    author = make_member()
    with pytest.raises(Invalid) as told:
        fill_in(actor(author), make_case(author), "matter", **typed)
    assert told.value.data["fields"].keys() == typed.keys()


def test_answers_arrive_at_the_pre_review_as_values(app: Flask) -> None:
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark")
    fill_in(actor(author), case, "parties", complainant="蜀光电子有限公司", filer="agent", agent="周慎行")
    fill_in(
        actor(author),
        case,
        "acts",
        places="成都高新区\n武侯区；双流区",
        acts_from="2026年3月1日",
        acts_until="2026-09-20",
        punished_within_two_years="no",
        marks_count="2",
        illegal_business="25.68万元",
    )
    said = answers_of(own_draft(actor(author), case.id))
    assert (said.filer, said.agent, said.complainant) == ("agent", "周慎行", "蜀光电子有限公司")
    assert said.places == ("成都高新区", "武侯区", "双流区")
    assert (said.acts_from, said.acts_until) == (date(2026, 3, 1), date(2026, 9, 20))
    assert said.punished_within_two_years is False
    assert said.marks_count == 2
    assert said.figures == {"illegal_business": Decimal("256800.00")}


@pytest.mark.parametrize(
    ("name", "typed"),
    [("acts_from", "去年夏天"), ("acts_from", "2999-01-01"), ("marks_count", "好几个"), ("subject", "<script>")],
)
def test_what_cannot_be_read_is_kept_as_typed_and_told(app: Flask, name: str, typed: str) -> None:
    author = make_member()
    case = make_case(author, offence="counterfeit_trademark")
    saved = fill_in(actor(author), case, "acts", **{name: typed})
    question = next(one for one in ACTS if one.name == name)
    assert typed_of(saved.answers, question) == typed
    assert name in problems_of(saved.answers, ACTS)
    assert getattr(answers_of(saved), name) is None
    mended = fill_in(actor(author), case, "acts", **{name: ""})
    assert problems_of(mended.answers, ACTS) == {}


def test_dates_in_the_wrong_order_are_told(app: Flask) -> None:
    author = make_member()
    saved = fill_in(actor(author), make_case(author), "acts", acts_from="2026-09-01", acts_until="2026-03-01")
    assert "早于" in problems_of(saved.answers, ACTS)["acts_until"]


def test_of_two_windows_the_second_is_told_and_the_first_stands(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    seen = case.version
    reports.save_step(actor(author), case.id, "parties", {"complainant": "先保存的"}, version=seen)
    with pytest.raises(Conflict) as told:
        reports.save_step(actor(author), case.id, "parties", {"complainant": "后保存的"}, version=seen)
    assert own_draft(actor(author), case.id).answers["complainant"] == "先保存的"
    again = reports.save_step(actor(author), case.id, "parties", {"complainant": "后保存的"}, version=told.value.data["version"])
    assert again.answers["complainant"] == "后保存的"


def test_saving_the_same_again_changes_neither_version_nor_audit(app: Flask) -> None:
    author = make_member()
    case = fill_in(actor(author), make_case(author), complainant="甲")
    before = case.version, db.session.query(AuditRow).count()
    fill_in(actor(author), case, complainant="甲")
    assert (own_draft(actor(author), case.id).version, db.session.query(AuditRow).count()) == before


def test_a_deleted_draft_is_gone_with_its_files_and_stays_in_the_audit_chain(app: Flask) -> None:
    author = make_member()
    case = make_case(author)
    hand_in_file(actor(author), case)
    reports.delete_report(actor(author), case.id)
    with pytest.raises(NotFound):
        visible_case(actor(author), case.id)
    assert db.session.query(Upload).count() == 0
    assert db.session.query(AuditRow).filter_by(event="case.deleted", case_id=case.id).count() == 1


@pytest.mark.parametrize("state", ["submitted", "withdrawn"])
def test_what_was_handed_in_is_neither_changed_nor_deleted(app: Flask, state: str) -> None:
    author = make_member()
    case = make_case(author, state=state)
    with pytest.raises(Conflict):
        reports.save_step(actor(author), case.id, "parties", {"complainant": "乙"}, version=case.version)
    with pytest.raises(Conflict):
        reports.delete_report(actor(author), case.id)


def test_a_stranger_finds_no_draft(app: Flask) -> None:
    case = make_case()
    for other in (make_member(), make_account("administrator")):
        with pytest.raises(NotFound):
            own_draft(actor(other), case.id)


def test_the_list_says_what_is_next(app: Flask) -> None:
    author = make_member()
    case = make_case(author, offence="trade_secret")
    assert [step.state for step in draft_steps(case)] == ["done", "current", "waiting", "waiting", "waiting", "waiting"]
    line = report_lines(actor(author))[0]
    assert (line.state, line.offence) == ("草稿", "侵犯商业秘密罪")
    assert "控告人与被控告人" in line.next
