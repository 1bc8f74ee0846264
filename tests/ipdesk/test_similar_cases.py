"""Published cases like a report: for those who may see the report, on what they may see of it."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk.access import Actor
from ipdesk.database import db, transaction
from ipdesk.queries.similar import SimilarView, similar_view
from ipdesk.refusals import NotFound
from ipdesk.services.tokens import make_token
from ipdesk.tables import Account, Case, Upload
from tests.ipdesk.builders import actor, make_account, make_case, make_member, make_officer, make_referral, sign_in
from tests.ipdesk.dossier_builders import complaint, hand_in_files

STORY = "有人在网店里假冒我们的手机商标，组装翻新手机当作正品销售，到案后辩称大量订单是刷单。"


@pytest.fixture
def owner(app: Flask) -> Account:
    return make_member()


def report(owner: Account, **values: Any) -> Case:
    """A report of a counterfeit trademark, told in the form alone."""
    given = {"title": "手机商标被假冒", "offence": "counterfeit_trademark", "narrative": STORY, "state": "submitted"}
    return make_case(owner, **{**given, **values})


def at_desk(case: Case, agency: str = "police", role: str = "lead") -> Actor:
    """An officer at whose desk the report lies."""
    officer = make_officer(agency)
    make_referral(case, officer.desk or "", agency, role=role)
    return actor(officer)


def reasons(view: SimilarView) -> dict[str, dict[str, tuple[str, ...]]]:
    cases = (*view.found.alike, *view.found.adverse)
    return {one.precedent.code: {reason.why: reason.shared for reason in one.reasons} for one in cases}


def test_a_guiding_case_of_the_same_story_leads_with_its_reasons(owner: Account) -> None:
    view = similar_view(actor(owner), report(owner).id)
    assert view.found.alike[0].precedent.code == "spc-087"
    told = reasons(view)["spc-087"]
    assert told["offence"] == ("假冒注册商标罪",)
    assert "criminal_law/213" in told["article"]
    assert "刷单" in told["facts"]
    assert told["authority"]


def test_figures_of_the_review_are_compared_by_order_of_magnitude(owner: Account) -> None:
    case = report(owner, state="draft")
    hand_in_files(actor(owner), case, {"刑事控告书.docx": complaint(amount="3000000元")})
    with_amount = [one for one, why in reasons(similar_view(actor(owner), case.id)).items() if "amount" in why]
    assert with_amount


def test_an_officer_who_works_on_it_sees_the_same(owner: Account) -> None:
    case = report(owner)
    assert reasons(similar_view(at_desk(case), case.id)) == reasons(similar_view(actor(owner), case.id))


def test_a_desk_that_is_only_informed_gets_what_the_offence_alone_tells(owner: Account) -> None:
    case = report(owner)
    view = similar_view(at_desk(case, "court", "informed"), case.id)
    assert view.left_out
    whys = {why for told in reasons(view).values() for why in told}
    assert whys <= {"offence", "right", "article", "authority"}


def test_amounts_that_rest_on_a_sealed_file_are_not_compared(owner: Account) -> None:
    case = report(owner, state="draft")
    hand_in_files(actor(owner), case, {"刑事控告书.docx": complaint(amount="3000000元")})
    with transaction() as session:
        for upload in session.query(Upload).filter_by(case_id=case.id):
            upload.secret = True
        session.merge(case).state = "submitted"
    view = similar_view(at_desk(case), case.id)
    assert view.left_out
    assert not [one for one, why in reasons(view).items() if "amount" in why]


def test_nobody_else_gets_anything(owner: Account) -> None:
    case = report(owner)
    for stranger in (make_member(), make_account("legal"), make_account("administrator"), make_officer("procuratorate")):
        with pytest.raises(NotFound):
            similar_view(actor(stranger), case.id)


def test_adverse_cases_stand_apart(owner: Account) -> None:
    case = report(owner, offence="sale_of_counterfeits", narrative="对方销售假冒我们商标的商品，查获的货物还没有卖出。")
    view = similar_view(actor(owner), case.id)
    assert {one.precedent.outcome for one in view.found.adverse} <= {
        "acquitted",
        "prosecution_withdrawn",
        "case_withdrawn",
        "claims_rejected",
    }
    assert "xs-0576" in {one.precedent.code for one in view.found.adverse}


def test_a_report_that_says_nothing_is_like_nothing(owner: Account) -> None:
    view = similar_view(actor(owner), report(owner, offence=None, title="", narrative="").id)
    assert (view.found.alike, view.found.adverse) == ((), ())


def test_the_page_tells_why_and_the_dossier_fetches_it(client: FlaskClient, owner: Account) -> None:
    case = report(owner)
    browser = sign_in(client, owner)
    assert f'hx-get="/cases/{case.id}/similar"' in browser.get(f"/cases/{case.id}/dossier").get_data(as_text=True)
    page = browser.get(f"/cases/{case.id}/similar").get_data(as_text=True)
    for said in ("罪名相同：假冒注册商标罪", "条文相同：刑法第213条", "案情相近：", "供参考"):
        assert said in page
    part = browser.get(f"/cases/{case.id}/similar", headers={"HX-Request": "true"}).get_data(as_text=True)
    assert "<!doctype" not in part
    assert "罪名相同" in part


def test_programs_get_the_same_by_their_token(app: Flask, owner: Account) -> None:
    case = report(owner)
    key = {"Authorization": f"Bearer {make_token(actor(owner), '法务系统')}"}
    found = app.test_client().get(f"/api/v1/reports/{case.id}/similar", headers=key).get_json()
    assert found["alike"][0]["precedent"]["code"] == "spc-087"
    assert {reason["why"] for reason in found["alike"][0]["reasons"]} >= {"offence", "article", "facts", "authority"}
    db.session.rollback()
