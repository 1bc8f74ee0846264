"""Acts on both sides of 2025-04-26: the law of the day and the law of today, and the milder counts."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles.threshold import judge
from tests.casefiles.builders import story

FILED_ON = date(2026, 11, 2)
BEFORE, AFTER = ("2024-06-01", "2025-04-25"), ("2025-04-26", "2025-12-31")


def outcome(code, acts, conditions=None, **figures):
    told = story(acts=acts, figures=[(metric, str(value), "ledger") for metric, value in figures.items()], **(conditions or {}))
    threshold = judge(code, told, as_of=FILED_ON)
    return threshold.status, threshold.tier


G = {"subject": "goods"}
SELLS = {"act": "sell_others_labels"}
TWO = {**SELLS, "marks_gte_2": True}


@pytest.mark.parametrize(
    ("code", "conditions", "figures", "before", "after"),
    [
        ("counterfeit_trademark", G, {"illegal_business": 50000}, ("met", "serious"), ("met", "serious")),
        # ×10 is milder than the old aggravated figures
        ("counterfeit_trademark", G, {"illegal_business": 250000}, ("met", "serious"), ("met", "serious")),
        ("counterfeit_trademark", G, {"illegal_business": 500000}, ("met", "especially_serious"), ("met", "especially_serious")),
        ("sale_of_counterfeits", {}, {"illegal_gains": 40000}, ("unknown", None), ("met", "serious")),
        ("sale_of_counterfeits", {}, {"illegal_gains": 40000, "sales_amount": 45000}, ("not_met", None), ("met", "serious")),
        ("sale_of_counterfeits", {}, {"sales_amount": 300000}, ("met", "serious"), ("met", "serious")),
        ("sale_of_counterfeits", {}, {"unsold_value": 150000}, ("met", "serious"), ("met", "serious")),
        ("sale_of_counterfeits", {"repeat_2y": True}, {"sales_amount": 40000}, ("not_met", None), ("met", "serious")),
        ("counterfeit_labels", {}, {"label_count": 15000}, ("not_met", None), ("met", "serious")),
        ("counterfeit_labels", {}, {"label_count": 20000}, ("met", "serious"), ("met", "serious")),
        ("counterfeit_labels", {}, {"label_count": 60000}, ("met", "serious"), ("met", "especially_serious")),
        ("patent_passing_off", {}, {"direct_loss": 400000}, ("not_met", None), ("met", "serious")),
        ("patent_passing_off", {}, {"direct_loss": 500000}, ("met", "serious"), ("met", "serious")),
        ("copyright_infringement", {}, {"copies": 500}, ("met", "serious"), ("met", "serious")),
        ("copyright_infringement", {}, {"copies": 2500}, ("met", "serious"), ("met", "serious")),
        ("copyright_infringement", {}, {"clicks": 60000}, ("not_met", None), ("not_met", None)),
        ("sale_of_infringing_copies", {}, {"illegal_gains": 60000}, ("not_met", None), ("met", "serious")),
        ("sale_of_infringing_copies", {}, {"illegal_gains": 100000}, ("met", "serious"), ("met", "serious")),
        ("trade_secret", {}, {"loss": 300000}, ("met", "serious"), ("met", "serious")),
        ("trade_secret", {}, {"loss": 2600000}, ("met", "serious"), ("met", "serious")),
        ("trade_secret", {"repeat_2y": True}, {"loss": 150000}, ("not_met", None), ("met", "serious")),
    ],
)
def test_the_milder_of_old_and_new_counts(code, conditions, figures, before, after):
    assert outcome(code, BEFORE, conditions, **figures) == before
    assert outcome(code, AFTER, conditions, **figures) == after


@pytest.mark.parametrize(
    ("day", "copies", "expected"),
    [("2007-04-04", 999, "not_met"), ("2007-04-04", 1000, "met"), ("2007-04-05", 999, "met"), ("2007-04-05", 499, "not_met")],
)
def test_the_copies_of_2007_hold_from_their_day(day, copies, expected):
    assert outcome("copyright_infringement", (day, day), copies=copies)[0] == expected


@pytest.mark.parametrize(("day", "expected"), [("2020-09-13", "not_met"), ("2020-09-14", "met")])
def test_the_loss_of_2020_holds_from_its_day(day, expected):
    assert outcome("trade_secret", (day, day), loss=400000)[0] == expected


@pytest.mark.parametrize(("day", "expected"), [("2021-02-28", "not_met"), ("2021-03-01", "met"), ("2026-01-01", "met")])
def test_service_marks_are_protected_from_the_day_the_act_became_a_crime(day, expected):
    assert outcome("counterfeit_trademark", (day, day), {"subject": "service"}, illegal_gains_service=60000)[0] == expected


@pytest.mark.parametrize(("day", "expected"), [("2021-02-28", "not_met"), ("2021-03-01", "met")])
def test_secrets_for_abroad_are_a_crime_of_their_own_from_2021(day, expected):
    assert outcome("trade_secret_foreign", (day, day), {"foreign_recipient": True})[0] == expected


def test_both_laws_stand_side_by_side_in_the_arithmetic():
    told = story(acts=BEFORE, figures=[("label_count", "15000", "ledger")])
    threshold = judge("counterfeit_labels", told, as_of=FILED_ON)
    assert any("法释〔2004〕19号第三条" in line and "未达到" in line for line in threshold.arithmetic)
    assert any("法释〔2025〕5号第六条" in line and "≥ 10,000 件，达到" in line for line in threshold.arithmetic)
    assert any("从旧兼从轻" in line for line in threshold.arithmetic)
    assert "刑法第十二条" in threshold.basis


def test_acts_that_go_on_into_the_new_law_are_judged_by_it_and_shown_to_a_person():
    told = story(acts=("2025-01-01", "2025-06-30"), figures=[("label_count", "15000", "ledger")])
    threshold = judge("counterfeit_labels", told, as_of=FILED_ON)
    assert threshold.status == "met"
    assert any("跨越" in line for line in threshold.arithmetic)


def test_an_aggravated_figure_not_among_the_rules_is_left_to_a_person():
    told = story(acts=BEFORE, figures=[("clicks", "2000000", "ledger")])
    threshold = judge("copyright_infringement", told, as_of=FILED_ON)
    assert (threshold.status, threshold.tier) == ("met", "serious")
    assert any("没有收录" in line for line in threshold.arithmetic)


def test_old_law_and_new_stand_side_by_side_and_one_decides():
    threshold = judge("counterfeit_labels", story(acts=BEFORE, figures=[("label_count", "15000", "ledger")]), as_of=FILED_ON)
    old, new = threshold.standards
    assert (old.day, old.status, old.decides) == (date(2025, 4, 25), "not_met", True)
    assert (new.day, new.status, new.decides) == (FILED_ON, "met", False)
    assert "法释〔2004〕19号第三条" in old.basis
    assert "法释〔2025〕5号第六条第一款第（一）项" in new.basis
    assert any("20,000 件" in line for line in old.lines)
    assert any("10,000 件" in line for line in new.lines)


def test_acts_after_the_change_are_held_against_one_standard():
    threshold = judge("counterfeit_labels", story(acts=AFTER, figures=[("label_count", "15000", "ledger")]), as_of=FILED_ON)
    assert [(one.day, one.decides) for one in threshold.standards] == [(FILED_ON, True)]


@pytest.mark.parametrize(
    ("code", "conditions", "figures", "before"),
    [
        ("sale_of_counterfeits", {}, {"sales_amount": 40000, "unsold_value": 109999}, ("not_met", None)),
        ("sale_of_counterfeits", {}, {"sales_amount": 40000, "unsold_value": 110000}, ("met", "serious")),
        ("counterfeit_labels", SELLS, {"label_count": 19999, "unsold_label_count": 40001}, ("met", "serious")),
        ("counterfeit_labels", SELLS, {"label_count": 9999, "unsold_label_count": 40001}, ("not_met", None)),
        ("counterfeit_labels", TWO, {"label_count": 9999, "unsold_label_count": 20001}, ("met", "serious")),
    ],
)
def test_sold_and_unsold_were_added_up_by_the_opinion_of_2011_too(code, conditions, figures, before):
    assert outcome(code, BEFORE, conditions, **figures) == before


def test_the_opinion_of_2011_knew_two_tiers_of_unsold_goods():
    threshold = judge("sale_of_counterfeits", story(acts=BEFORE, figures=[("unsold_value", "250000", "ledger")]), as_of=FILED_ON)
    old, new = threshold.standards
    assert (old.tier, new.tier, threshold.tier) == ("especially_serious", "serious", "serious")
