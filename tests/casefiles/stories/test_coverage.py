"""How much of the acts a ledger is of, by its own words, the days of its rows and its title."""

from datetime import date

import pytest

from casefiles.stories.coverage import coverage, is_of_sales
from casefiles.stories.passages import read_passage
from casefiles.stories.periods import Acts
from tests.casefiles.builders import material

HALF_A_YEAR = Acts(date(2026, 3, 1), date(2026, 9, 1))


def ledger(*lines: str):
    return read_passage(material("sales_ledger", "\n".join(lines)))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["销售明细", "2026-03-05\t外套\t300", "2026-08-20\t外套\t200"], "all"),
        (["销售明细", "2026-08-01\t外套\t300", "2026-08-20\t外套\t200"], "days"),
        (["销售明细", "外套\t300"], "all"),
        (["销售明细（部分）", "2026-03-05\t外套\t300", "2026-08-20\t外套\t200"], "part"),
        (["销售明细", "外套\t300", "注：仅统计微信收款"], "part"),
    ],
)
def test_a_ledger_is_of_a_part_where_it_says_so_or_its_days_are_few(lines, expected):
    assert coverage(ledger(*lines), HALF_A_YEAR) == expected


def test_where_no_period_is_stated_no_days_are_few():
    assert coverage(ledger("销售明细", "2026-08-01\t外套\t300"), Acts()) == "all"


@pytest.mark.parametrize(
    ("title", "expected"), [("标识销售明细", True), ("标识印制明细", False), ("生产销售明细", False), ("明细表", False)]
)
def test_a_title_tells_whether_only_sales_are_listed(title, expected):
    assert is_of_sales(ledger(title, "标识\t300")) is expected
