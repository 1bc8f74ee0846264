"""A condition nobody mentions is asked, not counted; an outcome is open only where the kind of case is."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles.threshold import judge
from tests.casefiles.builders import story

FILED_ON = date(2026, 11, 2)


def judged(code, *figures, acts=("2026-03-01", "2026-09-01"), **conditions):
    return judge(code, story(acts=acts, figures=[(*figure, "claimed") for figure in figures], **conditions), as_of=FILED_ON)


@pytest.mark.parametrize(
    ("code", "figure", "conditions", "asks"),
    [
        ("counterfeit_trademark", ("illegal_business", "40000"), {"subject": "goods"}, "两种以上"),
        ("counterfeit_trademark", ("illegal_business", "40000"), {"subject": "goods"}, "二年内"),
        ("sale_of_counterfeits", ("sales_amount", "40000"), {}, "二年内"),
        ("patent_passing_off", ("illegal_gains", "60000"), {}, "两项以上"),
        ("counterfeit_labels", ("label_count", "6000"), {}, "两种以上"),
    ],
)
def test_a_special_circumstance_nobody_mentions_is_not_counted_but_asked(code, figure, conditions, asks):
    threshold = judged(code, figure, **conditions)
    assert threshold.status == "not_met"
    assert any(asks in question for question in threshold.questions)


def test_business_with_a_service_mark_is_no_figure_of_its_standard_so_gains_are_asked_for():
    threshold = judged("counterfeit_trademark", ("illegal_business", "800000"), subject="service")
    assert threshold.status == "unknown"
    assert any("违法所得" in question for question in threshold.questions)


def test_gains_from_goods_and_services_add_up_only_in_their_own_limb():
    figures = ("illegal_gains", "20000"), ("illegal_gains_service", "30000")
    threshold = judged("counterfeit_trademark", *figures, subject="both")
    assert (threshold.status, threshold.tier) == ("met", "serious")
    assert "合计五万元" in threshold.limb


def test_a_circumstance_that_is_denied_is_not_asked_again():
    threshold = judged("sale_of_counterfeits", ("sales_amount", "40000"), repeat_2y=False)
    assert threshold.status == "not_met"
    assert not threshold.questions


def test_a_circumstance_that_would_change_nothing_is_not_asked():
    assert not judged("sale_of_counterfeits", ("sales_amount", "60000")).questions


def test_a_circumstance_that_would_raise_the_tier_is_asked():
    threshold = judged("sale_of_counterfeits", ("sales_amount", "350000"))
    assert (threshold.status, threshold.tier) == ("met", "serious")
    assert any("二年内" in question for question in threshold.questions)


@pytest.mark.parametrize(
    ("code", "figure", "asks"),
    [
        ("counterfeit_trademark", ("illegal_business", "60000"), "商品商标"),
        ("counterfeit_labels", ("unsold_label_count", "40000"), "他人非法制造"),
        ("trade_secret_foreign", ("loss", "400000"), "境外"),
    ],
)
def test_where_the_kind_of_case_is_open_the_outcome_is_open(code, figure, asks):
    threshold = judged(code, figure)
    assert threshold.status == "unknown"
    assert any(asks in question for question in threshold.questions)


def test_without_a_figure_the_outcome_is_open_and_the_figure_is_asked():
    threshold = judged("sale_of_counterfeits")
    assert threshold.status == "unknown"
    assert any("数额" in question for question in threshold.questions)


def test_without_days_the_law_of_today_is_applied_and_the_days_are_asked():
    threshold = judged("sale_of_counterfeits", ("sales_amount", "60000"), acts=None)
    assert threshold.status == "met"
    assert any("何时" in question for question in threshold.questions)


def test_an_unknown_code_is_refused():
    with pytest.raises(KeyError):
        judged("theft")
