"""Every limb of every offence: just below, at the figure, at the aggravated figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casefiles.offences import load_offences
from casefiles.threshold import judge
from tests.casefiles.builders import story

FILED_ON = date(2026, 11, 2)
NOW = ("2026-03-01", "2026-09-01")
GOODS, SERVICE, BOTH = {"subject": "goods"}, {"subject": "service"}, {"subject": "both"}
TWO, AGAIN = {"marks_gte_2": True}, {"repeat_2y": True}
OTHERS = {"act": "sell_others_labels"}
ABROAD = {"foreign_recipient": True}


def outcome(code, conditions=None, acts=NOW, **figures):
    told = story(acts=acts, figures=[(metric, str(value), "ledger") for metric, value in figures.items()], **(conditions or {}))
    threshold = judge(code, told, as_of=FILED_ON)
    return threshold.status, threshold.tier


# (offence, conditions, metric, base figure, aggravated figure or None)
SINGLE = [
    ("counterfeit_trademark", GOODS, "illegal_gains", 30000, 300000),
    ("counterfeit_trademark", GOODS, "illegal_business", 50000, 500000),
    ("counterfeit_trademark", GOODS | TWO, "illegal_gains", 20000, 200000),
    ("counterfeit_trademark", GOODS | TWO, "illegal_business", 30000, 300000),
    ("counterfeit_trademark", GOODS | AGAIN, "illegal_gains", 20000, 200000),
    ("counterfeit_trademark", GOODS | AGAIN, "illegal_business", 30000, 300000),
    ("counterfeit_trademark", SERVICE, "illegal_gains_service", 50000, 500000),
    ("counterfeit_trademark", SERVICE | TWO, "illegal_gains_service", 30000, 300000),
    ("counterfeit_trademark", SERVICE | AGAIN, "illegal_gains_service", 30000, 300000),
    ("sale_of_counterfeits", {}, "illegal_gains", 30000, 300000),
    ("sale_of_counterfeits", {}, "sales_amount", 50000, 500000),
    ("sale_of_counterfeits", AGAIN, "illegal_gains", 20000, 200000),
    ("sale_of_counterfeits", AGAIN, "sales_amount", 30000, 300000),
    ("sale_of_counterfeits", {}, "unsold_value", 150000, 1500000),
    ("sale_of_counterfeits", AGAIN, "unsold_value", 90000, 900000),
    ("counterfeit_labels", {}, "label_count", 10000, 50000),
    ("counterfeit_labels", {}, "illegal_gains", 20000, 100000),
    ("counterfeit_labels", {}, "illegal_business", 30000, 150000),
    ("counterfeit_labels", TWO, "label_count", 5000, 25000),
    ("counterfeit_labels", TWO, "illegal_gains", 10000, 50000),
    ("counterfeit_labels", TWO, "illegal_business", 20000, 100000),
    ("counterfeit_labels", AGAIN, "label_count", 5000, 25000),
    ("counterfeit_labels", AGAIN, "illegal_gains", 10000, 50000),
    ("counterfeit_labels", AGAIN, "illegal_business", 20000, 100000),
    ("counterfeit_labels", OTHERS, "unsold_label_count", 30000, 150000),
    ("counterfeit_labels", OTHERS | TWO, "unsold_label_count", 15000, 75000),
    ("counterfeit_labels", OTHERS | AGAIN, "unsold_label_count", 15000, 75000),
    ("patent_passing_off", {}, "illegal_gains", 100000, None),
    ("patent_passing_off", {}, "illegal_business", 200000, None),
    ("patent_passing_off", {}, "direct_loss", 300000, None),
    ("patent_passing_off", {"patents_gte_2": True}, "illegal_gains", 50000, None),
    ("patent_passing_off", {"patents_gte_2": True}, "illegal_business", 100000, None),
    ("patent_passing_off", AGAIN, "illegal_gains", 50000, None),
    ("patent_passing_off", AGAIN, "illegal_business", 100000, None),
    ("copyright_infringement", {}, "illegal_gains", 30000, 300000),
    ("copyright_infringement", {}, "illegal_business", 50000, 500000),
    ("copyright_infringement", AGAIN, "illegal_gains", 20000, 200000),
    ("copyright_infringement", AGAIN, "illegal_business", 30000, 300000),
    ("copyright_infringement", {}, "copies", 500, 5000),
    ("copyright_infringement", {}, "works_online", 500, 5000),
    ("copyright_infringement", {}, "downloads", 10000, 100000),
    ("copyright_infringement", {}, "clicks", 100000, 1000000),
    ("copyright_infringement", {}, "members", 1000, 10000),
    ("sale_of_infringing_copies", {}, "illegal_gains", 50000, None),
    ("sale_of_infringing_copies", {}, "sales_amount", 100000, None),
    ("sale_of_infringing_copies", AGAIN, "illegal_gains", 30000, None),
    ("sale_of_infringing_copies", AGAIN, "sales_amount", 50000, None),
    ("sale_of_infringing_copies", {}, "copies", 1000, None),
    ("sale_of_infringing_copies", {}, "unsold_value", 300000, None),
    ("sale_of_infringing_copies", {}, "unsold_copies", 3000, None),
    ("sale_of_infringing_copies", AGAIN, "unsold_value", 150000, None),
    ("trade_secret", {}, "loss", 300000, 3000000),
    ("trade_secret", {}, "illegal_gains", 300000, 3000000),
    ("trade_secret", AGAIN, "loss", 100000, 1000000),
    ("trade_secret", AGAIN, "illegal_gains", 100000, 1000000),
]


@pytest.mark.parametrize(("code", "conditions", "metric", "base", "aggravated"), SINGLE)
def test_a_single_figure_meets_its_limb_from_the_figure_on(code, conditions, metric, base, aggravated):
    assert outcome(code, conditions, **{metric: base - 1}) == ("not_met", None)
    assert outcome(code, conditions, **{metric: base}) == ("met", "serious")
    if aggravated:
        assert outcome(code, conditions, **{metric: aggravated - 1}) == ("met", "serious")
        assert outcome(code, conditions, **{metric: aggravated}) == ("met", "especially_serious")
    else:
        assert outcome(code, conditions, **{metric: base * 100}) == ("met", "serious")


# (offence, conditions, sold metric, unsold metric, ordinary standard for the sold part, base sum, aggravated sum)
SUMS = [
    ("sale_of_counterfeits", {}, "sales_amount", "unsold_value", 50000, 150000, 1500000),
    ("sale_of_counterfeits", AGAIN, "sales_amount", "unsold_value", 30000, 90000, 900000),
    ("counterfeit_labels", OTHERS, "label_count", "unsold_label_count", 10000, 30000, 150000),
    ("counterfeit_labels", OTHERS | TWO, "label_count", "unsold_label_count", 5000, 15000, 75000),
    ("sale_of_infringing_copies", {}, "sales_amount", "unsold_value", 100000, 300000, None),
    ("sale_of_infringing_copies", AGAIN, "sales_amount", "unsold_value", 50000, 150000, None),
    ("sale_of_infringing_copies", {}, "copies", "unsold_copies", 1000, 3000, None),
]


@pytest.mark.parametrize(("code", "conditions", "sold", "unsold", "ordinary", "base", "aggravated"), SUMS)
def test_sold_and_unsold_together_meet_the_combination_limb(code, conditions, sold, unsold, ordinary, base, aggravated):
    part = ordinary - 1
    assert outcome(code, conditions, **{sold: part, unsold: base - part - 1}) == ("not_met", None)
    assert outcome(code, conditions, **{sold: part, unsold: base - part}) == ("met", "serious")
    if aggravated:
        assert outcome(code, conditions, **{sold: part, unsold: aggravated - part}) == ("met", "especially_serious")


@pytest.mark.parametrize(
    ("conditions", "goods", "service", "expected"),
    [
        (BOTH, 20000, 29999, ("not_met", None)),
        (BOTH, 20000, 30000, ("met", "serious")),
        (BOTH, 20000, 480000, ("met", "especially_serious")),
        (BOTH | TWO, 15000, 15000, ("met", "serious")),
        (BOTH | AGAIN, 15000, 14999, ("not_met", None)),
    ],
)
def test_goods_and_service_marks_together_add_their_gains(conditions, goods, service, expected):
    assert outcome("counterfeit_trademark", conditions, illegal_gains=goods, illegal_gains_service=service) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"illegal_business": 25000, "copies": 250}, "met"),
        ({"illegal_business": 25000, "copies": 249}, "not_met"),
        ({"copies": 250, "clicks": 50000}, "met"),
        ({"downloads": 5000, "clicks": 50000}, "not_met"),  # one item of the list, however many of its figures
        ({"illegal_business": 24999, "members": 500}, "not_met"),
    ],
)
def test_two_items_at_half_their_standard_are_enough(figures, expected):
    assert outcome("copyright_infringement", **figures)[0] == expected


def test_a_secret_for_abroad_needs_no_figure():
    assert outcome("trade_secret_foreign", ABROAD) == ("met", "serious")
    assert outcome("trade_secret_foreign", ABROAD, loss=300000) == ("met", "especially_serious")
    assert outcome("trade_secret_foreign", ABROAD | AGAIN, illegal_gains=100000) == ("met", "especially_serious")
    assert outcome("trade_secret_foreign", {}, loss=300000) == ("unknown", None)


def test_ruin_of_the_holder_is_the_aggravated_tier():
    assert outcome("trade_secret", {"bankruptcy": True}) == ("met", "especially_serious")


@pytest.mark.parametrize("code", load_offences())
def test_what_a_person_must_judge_is_never_met_by_itself(code):
    assert outcome(code)[0] == "unknown"


def test_a_case_of_both_kinds_is_tested_against_each():
    assert outcome("counterfeit_trademark", BOTH, illegal_business=50000) == ("met", "serious")
    assert outcome("counterfeit_trademark", BOTH, illegal_gains_service=50000) == ("met", "serious")


def test_every_limb_of_today_is_reached_by_some_case_of_these_tables():
    reached = set()
    cases = [(code, conditions, {metric: base}) for code, conditions, metric, base, _ in SINGLE]
    cases += [(row[0], row[1], {row[2]: row[4] - 1, row[3]: row[5] - row[4] + 1}) for row in SUMS]
    for code, conditions, figures in cases:
        told = story(acts=NOW, figures=[(metric, str(value), "ledger") for metric, value in figures.items()], **conditions)
        reached.add(judge(code, told, as_of=FILED_ON).limb)
    figured = {
        limb.title
        for offence in load_offences().values()
        for limb in offence.limbs
        if limb.base and limb.ends is None and not limb.id.startswith("213.mixed") and limb.id != "217.tpm"
    }
    assert figured - reached == set()


def test_figures_say_where_they_come_from():
    told = story(figures=[("illegal_business", "60000", "claimed"), ("illegal_business", "80000.50", "ledger")], subject="goods")
    threshold = judge("counterfeit_trademark", told, as_of=FILED_ON)
    assert threshold.figures == {"illegal_business": Decimal("80000.50")}
    assert threshold.figures_source == {"illegal_business": "ledger"}
    assert any("60,000" in line and "不重复相加" in line for line in threshold.arithmetic)
    assert "法释〔2025〕5号第三条第一款第（一）项" in threshold.basis
