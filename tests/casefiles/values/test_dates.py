"""Dates in every form papers print them in."""

from datetime import date

import pytest

from casefiles.values.dates import LASTING, Period, add_months, find_dates, parse_date, parse_period


@pytest.mark.parametrize(
    "printed",
    [
        "2026年3月8日",
        "2026年03月08日",
        "2026-3-8",
        "2026.03.08",
        "2026/3/8",
        "20260308",
        "二〇二六年三月八日",
        "二○二六年三月八日",
        "二零二六年三月八日",
        "二O二六年三月八日",
        "２０２６年３月８日",
        "2026 年 3 月 8 日",
        "2 0 2 6 年 3 月 8 日",
        "2O26年3月8日",
        "2026年3月8号",
        "签订日期:2026-03-08 10:12:33",
        "公元2026年03月08日",
        "二〇二六年三月 八日",
        "26年3月8日",
        "民国115年3月8日",
        "中華民國 115 年 03 月 08 日",
        "中華民國一一五年三月八日",
        "民国一百一十五年三月八日",
        "核准日期115年03月08日",
        "8 March 2026",
        "8thMarch2026",
        "this 8th day of March, 2026",
        "Mar. 8, 2026",
        "March8,2026",
    ],
)
def test_a_day_is_read_in_every_common_form(printed):
    assert parse_date(printed) == date(2026, 3, 8)


@pytest.mark.parametrize(
    "printed", ["使用满18年3个月又8日", "第115年度", "版本26.3.8", "13月8日", "March 2026", "44 March 2026", "Room 8, 2026"]
)
def test_what_only_looks_like_a_day_is_none(printed):
    assert not [found for found in find_dates(printed) if found.is_day]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("二〇二六年十二月三十一日", date(2026, 12, 31)),
        ("二〇二六年十月二十日", date(2026, 10, 20)),
        ("二〇二六年十一月廿八日", date(2026, 11, 28)),
        ("2O26年1O月1l日", date(2026, 10, 11)),
    ],
)
def test_numerals_and_lookalikes_are_digits(printed, day):
    assert parse_date(printed) == day


@pytest.mark.parametrize("printed", ["2026年2月30日", "2026年13月1日", "长期", "", "2026年3月", "编号12026030812"])
def test_what_is_no_day_is_none(printed):
    assert parse_date(printed) is None


def test_a_month_alone_spans_its_days():
    (printed,) = find_dates("2026年2月间")
    assert (printed.first, printed.last, printed.is_day) == (date(2026, 2, 1), date(2026, 2, 28), False)


def test_dates_come_in_order_and_say_where_they_stand():
    text = "自2026年3月至2026-09-30"
    found = find_dates(text)
    assert [text[one.start : one.end] for one in found] == ["2026年3月", "2026-09-30"]


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("自2026年10月12日起至2027年10月11日止", Period(date(2026, 10, 12), date(2027, 10, 11))),
        ("2016.05.06-2036.05.06", Period(date(2016, 5, 6), date(2036, 5, 6))),
        ("2026年2月19日一2027年2月18日", Period(date(2026, 2, 19), date(2027, 2, 18))),
        ("20160506—20360506", Period(date(2016, 5, 6), date(2036, 5, 6))),
        ("2016.05.06-长期", Period(date(2016, 5, 6), None, lasting=True)),
        ("有效期至2027年10月11日", Period(None, date(2027, 10, 11))),
        ("2027年10月11日前有效", Period(None, date(2027, 10, 11))),
        ("自2026年10月12日起一年", Period(date(2026, 10, 12), date(2027, 10, 12))),
        ("自2026年10月12日起6个月", Period(date(2026, 10, 12), date(2027, 4, 12))),
        ("2026年10月12日起六个月", Period(date(2026, 10, 12), date(2027, 4, 12))),
        ("自2026年10月12日起半年", Period(date(2026, 10, 12), date(2027, 4, 12))),
        ("叁年，自2026年10月12日起算", Period(date(2026, 10, 12), date(2029, 10, 12))),
        ("有效期八个月（从2026-10-12开始）", Period(date(2026, 10, 12), date(2027, 6, 12))),
        (LASTING, Period(None, None, lasting=True)),
        ("2026年3月至2026年9月间", Period(date(2026, 3, 1), date(2026, 9, 30))),
    ],
)
def test_terms_have_a_beginning_and_an_end(printed, period):
    assert parse_period(printed) == period


def test_no_date_is_no_term():
    assert parse_period("至案件办结之日止") is None


def test_a_term_of_months_ends_on_the_last_day_of_a_shorter_month():
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)


def test_the_year_of_a_date_cut_short_is_no_term():
    assert parse_period("2026年2月19日一2027年") == Period(date(2026, 2, 19), None)
