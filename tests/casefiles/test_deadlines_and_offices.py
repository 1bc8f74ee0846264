"""Days that limits end on, and the office that sets them."""

from datetime import UTC, date, datetime

import pytest

from casefiles.deadlines import Limit, deadline, deadline_at, is_workday, limit_from
from casefiles.districts import locate
from casefiles.offices import OfficeError, office, office_codes

START = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "unit", "start", "ends"),
    [
        (3, "days", START, date(2026, 11, 25)),
        (24, "hours", START, date(2026, 11, 23)),
        (48, "hours", START, date(2026, 11, 24)),
        (7, "workdays", START, date(2026, 12, 1)),
        (3, "workdays", date(2026, 9, 30), date(2026, 10, 10)),
        (1, "months", date(2026, 1, 31), date(2026, 2, 28)),
        (2, "years", date(2024, 2, 29), date(2026, 2, 28)),
        (0, "days", START, START),
    ],
)
def test_a_limit_ends_on_its_day(value, unit, start, ends):
    assert deadline(Limit(value, unit), start).on == ends


def test_the_weekend_swapped_for_a_holiday_is_worked():
    assert is_workday(date(2026, 10, 10))
    assert not is_workday(date(2026, 10, 1))


def test_a_limit_beyond_the_published_calendar_is_provisional():
    assert deadline(Limit(7, "workdays"), date(2026, 12, 30)).provisional
    assert not deadline(Limit(7, "workdays"), START).provisional


def test_hours_run_from_the_moment():
    start = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
    assert deadline_at(Limit(24, "hours"), start) == datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    assert deadline_at(Limit(3, "days"), start) == datetime(2026, 11, 25, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "entry",
    [
        {"value": 3, "unit": "fortnights", "basis": ["刑法第一条"], "grade": "V1"},
        {"value": 3, "unit": "days", "grade": "V1"},
        {"value": 3, "unit": "days", "basis": ["刑法第一条"], "grade": "A"},
    ],
)
def test_a_limit_without_unit_source_or_grade_is_refused(entry):
    with pytest.raises(ValueError, match=r"期限单位|缺少依据|依据等级"):
        limit_from(entry)


def test_the_delivered_office_is_the_high_tech_zone():
    here = office()
    assert (here.code, here.district.name) == ("chengdu-gaoxin", "成都高新区")
    assert office_codes() == ("chengdu-gaoxin",)


def test_the_time_for_the_filing_decision_is_set_per_office():
    assert [limit.value for limit in office().filing_limits()] == [3, 7, 30]


@pytest.mark.parametrize("agency", ["police", "procuratorate", "court", "administrative", "mediation"])
def test_every_agency_has_a_desk_even_without_an_offence(agency):
    assert office().desk(agency).name


def test_an_agency_without_a_fitting_desk_is_told():
    with pytest.raises(KeyError, match="没有受理"):
        office().desk("customs")


def test_every_desk_and_limit_rests_on_something():
    here = office()
    assert all(desk.basis for desk in here.desks)
    assert all(limit.basis for limit in here.limits.values())


def test_another_district_is_one_file_in_another_folder(tmp_path):
    text = (office_file()).read_text(encoding="utf-8").replace('name = "成都高新区"', 'name = "绵阳高新区"')
    (tmp_path / "mianyang.toml").write_text(text, encoding="utf-8")
    assert office("mianyang", folder=tmp_path).name == "绵阳高新区"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('agency = "court"', 'agency = "parliament"'), "不认识"),
        (('agency = "court"', 'agency = "police"'), "court"),
        (('filing = "general"', 'filing = "swift"'), "swift"),
        (('unit = "hours"', 'unit = "moons"'), "moons"),
        (('names = ["成都高新"', 'nomes = ["成都高新"'), "没有名称"),
        (("[district]", "[district"), "不能使用"),
    ],
)
def test_a_bad_office_is_refused_with_a_letter(tmp_path, change, told):
    (tmp_path / "bad.toml").write_text(office_file().read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(OfficeError, match=told):
        office("bad", folder=tmp_path)


@pytest.mark.parametrize("code", ["nowhere", "../chengdu-gaoxin", ""])
def test_an_unknown_office_names_the_known_ones(code):
    with pytest.raises(OfficeError, match="chengdu-gaoxin"):
        office(code)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("成都高新区中和街道朝阳路88号", "inside"),
        ("四川省成都市武侯区桂溪街道天府大道1号", "inside"),
        ("高新区", "inside"),
        ("成都高新区上海路", "inside"),
        ("四川省绵阳市高新区", "outside"),
        ("西安高新区", "outside"),
        ("成都市双流区航空港", "outside"),
        ("广东佛山", "outside"),
        ("成都市金牛高新技术产业园区", "outside"),
        ("成都青羊工业园", "outside"),
        ("天府软件园", "inside"),
        ("中和镇", "unclear"),
        ("江苏省南京市", "outside"),
        ("成都市", "unclear"),
        ("四川省", "unclear"),
        ("网店", "unclear"),
        ("上海路12号", "unclear"),
        ("红旗超市", "unclear"),
        ("", "unclear"),
    ],
)
def test_a_place_lies_inside_outside_or_cannot_be_told(text, position):
    assert locate(text, office().district) == position


def office_file():
    from casefiles.offices.loader import DELIVERED

    return DELIVERED / "chengdu-gaoxin.toml"
