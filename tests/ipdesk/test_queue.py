"""A desk's queue: its own referrals by due date, with counts that agree with the list."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from ipdesk import clock
from ipdesk.queries.queues import PER_PAGE, QueueFilter, desk_queue, urgency_of
from ipdesk.refusals import NotAllowed
from tests.ipdesk.builders import actor, make_case, make_enterprise, make_member, make_officer, sign_in
from tests.ipdesk.desk_builders import make_submitted, refer

pytestmark = pytest.mark.usefixtures("app")

TODAY = clock.today()


def numbers(officer, **wanted) -> list[str | None]:
    return [entry.case.number for entry in desk_queue(actor(officer), QueueFilter(**wanted), today=TODAY).entries]


def test_overdue_comes_first_then_by_due_date_and_what_has_none_last() -> None:
    author = make_member()
    for number, days in (("无期限", None), ("后天", 2), ("超期", -3), ("今天", 0)):
        refer(make_submitted(author, number=number), due=None if days is None else TODAY + timedelta(days=days))
    assert numbers(make_officer()) == ["超期", "今天", "后天", "无期限"]


def test_a_desk_sees_its_own_submitted_referrals_and_nothing_else() -> None:
    author = make_member()
    refer(make_submitted(author, number="本窗口"))
    refer(make_submitted(author, number="别的窗口"), "procuratorate")
    refer(make_case(author))
    assert numbers(make_officer()) == ["本窗口"]
    assert numbers(make_officer(role="supervisor")) == ["本窗口"]


def test_who_works_at_no_desk_has_no_queue() -> None:
    with pytest.raises(NotAllowed):
        desk_queue(actor(make_member()), QueueFilter(), today=TODAY)


def test_every_facet_counts_what_choosing_it_would_list() -> None:
    author = make_member()
    for state, offence, days in (
        ("opened", "counterfeit_trademark", -1),
        ("opened", "trade_secret", 5),
        ("registered", "trade_secret", -2),
        ("filed", "trade_secret", None),
    ):
        due = None if days is None else TODAY + timedelta(days=days)
        refer(make_submitted(author, offence=offence), state=state, due=due)
    officer = actor(make_officer())
    for base in ({}, {"scope": "all"}, {"offence": "trade_secret"}, {"state": "opened"}, {"overdue": True}):
        page = desk_queue(officer, QueueFilter(**base), today=TODAY)
        assert page.total == len(page.entries)
        for facet, by_value in page.counts.items():
            for value, count in by_value.items():
                chosen = desk_queue(officer, QueueFilter(**{**base, facet: value}), today=TODAY)
                assert chosen.total == count, (base, facet, value)


def test_finished_ones_leave_the_list_of_what_is_to_do() -> None:
    author = make_member()
    refer(make_submitted(author, number="办结"), state="filed")
    refer(make_submitted(author, number="待办"))
    officer = make_officer()
    assert numbers(officer) == ["待办"]
    assert numbers(officer, scope="closed") == ["办结"]


def test_numbers_and_enterprises_are_found_by_a_part_of_them_and_signs_mean_themselves() -> None:
    author = make_member(make_enterprise(name="四川百分之百_有限公司"))
    refer(make_submitted(author, number="IPD-7"))
    refer(make_submitted(number="IPD-8"))
    officer = make_officer()
    assert numbers(officer, text="pd-7") == ["IPD-7"]
    assert numbers(officer, text="百分之百_") == ["IPD-7"]
    assert numbers(officer, text="%") == []
    assert numbers(officer, text="\x00ipd-8") == ["IPD-8"]


def test_pages_hold_everything_once() -> None:
    author = make_member()
    for place in range(PER_PAGE + 3):
        refer(make_submitted(author, number=f"N{place:03}"))
    officer = make_officer()
    first, second = numbers(officer), numbers(officer, page=2)
    assert (len(first), len(second)) == (PER_PAGE, 3)
    assert len({*first, *second}) == PER_PAGE + 3
    assert numbers(officer, page=99) == second, "past the end stands the last page"


@pytest.mark.parametrize(("days", "urgency"), [(None, "none"), (-1, "overdue"), (0, "soon"), (2, "soon"), (3, "later")])
def test_urgency_follows_the_days_left(days: int | None, urgency: str) -> None:
    assert urgency_of(days) == urgency


def test_the_page_lists_what_the_query_lists_and_keeps_the_filter(client: FlaskClient) -> None:
    refer(make_submitted(number="IPD-2026-777777"), due=TODAY - timedelta(days=4))
    page = sign_in(client, make_officer()).get("/queue?text=777777&state=nonsense&page=abc").get_data(as_text=True)
    assert "IPD-2026-777777" in page
    assert "已超期 4 天" in page
    assert 'value="777777"' in page
