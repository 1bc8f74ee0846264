"""Other reports of the same matter: told to officers whose desk sees both, never to those who report."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from ipdesk.database import db, transaction
from ipdesk.queries.same_matter import same_matter
from ipdesk.services.reviews import newest_review, replayed, review_now
from ipdesk.tables import Account, Case, Upload
from tests.ipdesk.builders import actor, make_case, make_member, make_officer, sign_in
from tests.ipdesk.desk_builders import make_submitted, refer
from tests.ipdesk.dossier_builders import HOLDER, hand_in, hand_in_files, trademark_certificate
from tests.ipdesk.forms import text

pytestmark = pytest.mark.usefixtures("app")

RESPONDENT = "成都顺达电子商行"


def report(agency: str = "police", *, of: str = RESPONDENT, by: str = HOLDER, **values: object) -> Case:
    """A submitted report without files, reviewed, at the desk of ``agency``."""
    case = make_submitted(make_member(), answers={"complainant": by, "respondent": of}, **values)
    refer(case, agency)
    review_now(case.id)
    return case


def with_certificate(*, secret: bool = False, of: str = "未知") -> Case:
    """A report whose certificate of trade mark is handed in."""
    owner = make_member()
    case = make_case(owner, offence="counterfeit_trademark", answers={"respondent": of})
    hand_in_files(actor(owner), case, {"商标注册证.pdf": trademark_certificate()})
    hand_in(actor(owner), case)
    refer(case)
    if secret:
        with transaction() as session:
            session.query(Upload).filter_by(case_id=case.id).update({"secret": True})
    return db.session.get_one(Case, case.id)


def told(reader: Account, case: Case) -> dict[str, str]:
    return {one.case.id: one.sameness for one in same_matter(actor(reader), case)}


def test_a_second_report_of_one_holder_on_one_respondent_is_of_the_same_matter() -> None:
    first, second = report(), report(by=f" {HOLDER}（盖章）")
    assert told(make_officer(), second) == {first.id: "matter"}
    assert told(make_officer(), first) == {second.id: "matter"}


def test_one_respondent_of_two_holders_and_one_right_of_two_respondents_are_told_apart() -> None:
    first, other = report(), report(by="成都另一家有限公司")
    assert told(make_officer(), other) == {first.id: "respondent"}
    third, fourth = with_certificate(), with_certificate(of="绵阳某商行")
    assert told(make_officer(), third) == {fourth.id: "right"}


@pytest.mark.parametrize("of", ["王某", "身份不明的人", "张伟"])
def test_a_name_that_many_bear_tells_nothing_by_itself(of: str) -> None:
    report(of=of, by="成都另一家有限公司")
    assert told(make_officer(), report(of=of)) == {}


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("王某（网店“数码小铺88”经营者）", "respondent"),
        ("账号“数码小铺88”的使用人，姓名不详", "respondent"),
        ("网店“另一家小铺”经营者，姓名不详", None),
        ("销售“数码小铺88”牌耳机的人，姓名不详", None),
    ],
)
def test_a_seller_known_by_the_shop_alone_is_found_by_it(other: str, expected: str | None) -> None:
    first = report(of="刘某（网店“数码小铺88”经营者）", by="成都另一家有限公司")
    assert told(make_officer(), report(of=other)) == ({first.id: expected} if expected else {})


def test_only_reports_at_the_readers_own_desk_are_told() -> None:
    report("procuratorate")
    assert told(make_officer("police"), report("police")) == {}


def test_drafts_and_withdrawn_reports_are_not_told() -> None:
    report(state="withdrawn")
    assert told(make_officer(), report()) == {}


def test_what_only_a_trade_secret_says_tells_nothing() -> None:
    open_one, sealed, third = with_certificate(), with_certificate(secret=True), with_certificate()
    assert told(make_officer(), third) == {open_one.id: "right"}
    assert told(make_officer(), sealed) == {}


def test_the_officers_page_tells_it_and_the_applicants_pages_and_the_review_do_not(client: FlaskClient) -> None:
    first, second = report(), report(by="成都另一家有限公司")
    number = str(first.number)
    page = text(sign_in(client, make_officer()).get(f"/cases/{second.id}"))
    assert number in page.partition("本窗口的其他报案")[2][:300]
    owner = sign_in(client, second.author)
    for path in (f"/reports/{second.id}", f"/cases/{second.id}/dossier"):
        answer = owner.get(path)
        assert (answer.status_code, number in text(answer), "其他报案" in text(answer)) == (200, False, False)
    assert same_matter(actor(second.author), second) == ()


def test_a_review_replays_byte_for_byte_whatever_came_meanwhile() -> None:
    case = report()
    row = newest_review(case.id)
    report()
    assert row is not None
    assert replayed(row).outcome == "same"


def test_what_a_later_review_no_longer_says_is_forgotten() -> None:
    first, second = report(), report()
    with transaction() as session:
        session.get_one(Case, first.id).answers = {"complainant": HOLDER, "respondent": "绵阳另一商行", "filer": "agent"}
    review_now(first.id)
    assert told(make_officer(), second) == {}


def test_a_description_as_long_as_the_form_takes_is_no_name_and_stops_no_review() -> None:
    described = "".join(chr(0x4E00 + number * 17 % 20000) for number in range(1000))
    report(of=described)
    assert told(make_officer(), report(of=described)) == {}
