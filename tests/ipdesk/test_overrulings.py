"""经办人复核: findings set aside with a reason, who may, who sees it, and what is counted."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from casefiles.checks import sayings
from casefiles.model import Evidence, Finding
from ipdesk.doctor import DISTRUSTED_FROM, check_rules
from ipdesk.extensions import db
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.overrulings import OverruledShown, rule_counts, seen_by
from ipdesk.queries.redaction import Eyes
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.overruling import overrule, restore
from ipdesk.services.reviews import newest_review
from ipdesk.tables import AuditRow, Overruling, ReferralRow
from tests.ipdesk.builders import actor, make_account, make_member, make_officer, sign_in
from tests.ipdesk.desk_builders import finding, make_review, make_submitted, refer
from tests.ipdesk.forms import token_of

pytestmark = pytest.mark.usefixtures("app")

NOW = datetime(2026, 11, 22, tzinfo=UTC)
WHY = "委托书原件已在窗口核对"


def submitted(*found, **values):
    case = make_submitted(**values)
    make_review(case, *(found or (finding(),)))
    return case, refer(case)


def aside(officer, row: ReferralRow, **values) -> Overruling:
    given = {
        "version": db.session.get(ReferralRow, row.id).version,
        "review_id": newest_review(row.case_id).id,
        "finding": 0,
        "reason": WHY,
    }
    return overrule(actor(officer), row.id, **{**given, **values})


def test_a_finding_is_set_aside_with_a_reason_and_an_audit_row() -> None:
    case, row = submitted(finding(), finding("mismatch.goods", "warning", rule="goods"))
    officer = make_officer()
    made = aside(officer, row)
    view = dossier_view(actor(officer), case.id)
    shown = next(one for one in view.findings if one.number == 0)
    assert (shown.overruled.reason, shown.overruled.who, shown.asks) == (WHY, officer.name, False)
    assert (view.counts["blocking"], view.counts["warning"]) == (0, 1)
    assert view.outcome == "needs_supplement"
    assert view.outcome_after
    kept = db.session.query(AuditRow).filter_by(event="finding.overruled").one()
    assert (kept.actor, kept.subject, kept.detail["rule"]) == (officer.id, made.id, "needed_materials")


@pytest.mark.parametrize(("told", "seen"), [(False, None), (True, WHY)])
def test_the_applicant_sees_it_only_where_the_officer_says_so(told, seen) -> None:
    author = make_member()
    case, row = submitted(author=author)
    aside(make_officer(), row, told=told)
    view = dossier_view(actor(author), case.id)
    shown = view.findings[0].overruled
    assert (shown.reason if shown else None) == seen
    assert view.counts["blocking"] == (0 if told else 1)
    assert view.acting is None


def test_another_desk_sees_it_under_the_desks_name_and_cannot_restore_it() -> None:
    case, row = submitted()
    aside(make_officer(), row)
    other = refer(case, "procuratorate")
    prosecutor = make_officer("procuratorate")
    shown = dossier_view(actor(prosecutor), case.id).findings[0].overruled
    assert (shown.who, shown.may_restore) == ("", False)
    with pytest.raises(NotFound):
        restore(actor(prosecutor), other.id, shown.id, version=other.version)


def test_a_reason_is_withheld_with_the_finding_that_quotes_a_secret() -> None:
    found = Finding("mismatch.goods", "warning", "不一致", "请核对", evidence=(Evidence("秘密.docx", page=1, quote="配方"),))
    done = OverruledShown("1", "配方已核对", "police", "", NOW, told=False, may_restore=False)
    uploads = {"秘密.docx": "a"}
    assert seen_by(Eyes(frozenset({"a"}), uploads, sees_numbers=True), found, done) == done
    assert "配方" not in seen_by(Eyes(frozenset(), uploads, sees_numbers=True), found, done).reason


def test_it_is_restored_and_may_be_set_aside_anew() -> None:
    _case, row = submitted()
    officer = make_officer()
    made = aside(officer, row)
    with pytest.raises(Conflict, match="已经复核"):
        aside(officer, row)
    restore(actor(officer), row.id, made.id, version=db.session.get(ReferralRow, row.id).version)
    with pytest.raises(Conflict, match="恢复过"):
        restore(actor(officer), row.id, made.id, version=db.session.get(ReferralRow, row.id).version)
    aside(officer, row)
    (count,) = rule_counts()
    assert (count.rule, count.code, count.overruled, count.restored) == ("needed_materials", "missing.power_of_attorney", 2, 1)


def test_a_later_review_that_says_the_same_keeps_it_aside_and_one_that_says_more_does_not() -> None:
    case, row = submitted()
    officer = make_officer()
    first = newest_review(case.id)
    aside(officer, row)
    later = make_review(case, finding("mismatch.goods", "warning"), finding())
    later.made_at = first.made_at + timedelta(minutes=1)
    db.session.commit()
    assert [
        one.overruled is not None for one in dossier_view(actor(officer), case.id).findings if one.code.startswith("missing")
    ] == [True]
    changed = make_review(case, finding(message="缺少两份委托书"))
    changed.made_at = first.made_at + timedelta(minutes=2)
    db.session.commit()
    assert dossier_view(actor(officer), case.id).findings[0].overruled is None


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"reason": " "}, Invalid),
        ({"reason": "长" * 501}, Invalid),
        ({"finding": 9}, Invalid),
        ({"finding": -1}, Invalid),
        ({"review_id": "0" * 32}, Conflict),
        ({"version": 99}, Conflict),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(values, refusal) -> None:
    _case, row = submitted()
    with pytest.raises(refusal):
        aside(make_officer(), row, **values)
    assert db.session.query(Overruling).count() == 0


def test_the_second_of_two_is_told_what_happened() -> None:
    _case, row = submitted(finding(), finding("mismatch.goods", "warning"))
    officer, seen = make_officer(), row.version
    aside(officer, row)
    with pytest.raises(Conflict) as told:
        aside(officer, row, version=seen, finding=1)
    assert any("复核了一个预审问题" in line for line in told.value.data["meanwhile"])


def test_a_supervisor_and_a_court_set_nothing_aside() -> None:
    case, row = submitted()
    with pytest.raises(NotAllowed):
        aside(make_officer(role="supervisor"), row)
    with pytest.raises(NotAllowed):
        aside(make_officer("court"), refer(case, "court"))


def test_the_doctor_notes_a_rule_nobody_trusts() -> None:
    officer = make_officer()
    for _number in range(DISTRUSTED_FROM):
        aside(officer, submitted()[1])
    (note,) = check_rules()
    assert (note.grade, "needed_materials" in note.text) == ("note", True)


def test_the_page_sets_aside_shows_a_refusal_with_what_was_typed_and_restores(client: FlaskClient) -> None:
    case, row = submitted()
    address, form = f"/cases/{case.id}", {"version": row.version, "review_id": newest_review(case.id).id, "finding": "0"}
    sign_in(client, make_officer())
    page = client.get(f"{address}/dossier")
    assert "复核：这个问题不成立" in page.text
    form |= {"csrf_token": token_of(page), "told": "yes"}
    refused = client.post(f"{address}/findings/overrule", data={**form, "reason": "长" * 501})
    assert (refused.status_code, "长" * 501 in refused.text) == (422, True)
    assert client.post(f"{address}/findings/overrule", data={**form, "reason": WHY}).status_code == 302
    done = client.get(f"{address}/dossier").text
    assert WHY in done
    form |= {name: re.search(rf'name="{name}" value="(\w+)"', done)[1] for name in ("version", "overruling_id")}
    assert client.post(f"{address}/findings/restore", data=form).status_code == 302
    assert WHY not in client.get(f"{address}/dossier").text


def test_a_notice_does_not_offer_what_the_desk_set_aside(client: FlaskClient) -> None:
    case, row = submitted(finding(message="没有授权委托书。"), finding(code="missing.evidence_list", message="没有证据清单。"))
    officer = make_officer()
    sign_in(client, officer)
    assert client.get(f"/cases/{case.id}").text.count('name="findings"') == 2
    aside(officer, row, finding=0)
    offered = re.findall(r'name="findings" value="(\d+)"', client.get(f"/cases/{case.id}").text)
    assert offered == ["1"]


def test_supervisor_and_administrator_see_the_counts(client: FlaskClient) -> None:
    aside(make_officer(), submitted()[1])
    sign_in(client, make_account("administrator"))
    page = client.get("/overrulings").text
    assert "needed_materials" in page
    assert sayings()["needed_materials"][0] in page
