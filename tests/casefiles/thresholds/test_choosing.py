"""Which figure counts, how totals are derived, and that nothing is added up twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from casefiles.model import Evidence, Figure, Story
from casefiles.story import read_story
from casefiles.threshold import judge
from tests.casefiles.builders import complaint, dossier, story

FILED_ON = date(2026, 11, 2)


def judged(code, *figures, **conditions):
    return judge(code, story(figures=figures, **conditions), as_of=FILED_ON)


def test_an_appraisal_goes_before_a_ledger_and_a_ledger_before_a_claim():
    rows = [("loss", "500000", "claimed"), ("loss", "400000", "appraisal"), ("loss", "450000", "ledger")]
    threshold = judged("trade_secret", *rows)
    assert threshold.figures == {"loss": Decimal(400000)}
    assert threshold.figures_source == {"loss": "appraisal"}


def test_parts_and_their_total_are_not_added_up():
    rows = [("sales_amount", value, "claimed") for value in ("10000", "20000", "30000")]
    assert judged("sale_of_counterfeits", *rows).figures == {"sales_amount": Decimal(30000)}


def test_the_ledgers_of_two_shops_are_added_up():
    rows = (("30000", "甲店.xlsx"), ("25000", "乙店.xlsx"))
    told = Story(
        tuple(Figure("sales_amount", Decimal(value), "ledger", Evidence(file)) for value, file in rows),
        acts_until=date(2026, 9, 1),
    )
    assert judge("sale_of_counterfeits", told, as_of=FILED_ON).figures == {"sales_amount": Decimal(55000)}


def test_sold_and_unsold_make_up_the_business_where_no_total_is_stated():
    rows = [("sales_amount", "30000", "ledger"), ("unsold_value", "25000", "appraisal")]
    threshold = judged("counterfeit_trademark", *rows, subject="goods")
    assert threshold.status == "met"
    assert threshold.figures["illegal_business"] == Decimal(55000)
    assert threshold.figures_source["illegal_business"] == "ledger"


def test_a_stated_total_is_not_raised_by_the_unsold_part_but_asked():
    rows = [("illegal_business", "40000", "claimed"), ("unsold_value", "25000", "claimed")]
    threshold = judged("counterfeit_trademark", *rows, subject="goods")
    assert threshold.status == "not_met"
    assert any("已经包括" in question for question in threshold.questions)


@pytest.mark.parametrize(("claimed", "expected"), [("65000", 65000), ("70000", 40000)])
def test_a_ledger_that_makes_the_stated_total_with_the_unsold_part_is_of_those_sold(claimed, expected):
    rows = [
        ("illegal_business", claimed, "claimed"),
        ("illegal_business", "40000", "ledger"),
        ("unsold_value", "25000", "claimed"),
    ]
    threshold = judged("counterfeit_trademark", *rows, subject="goods")
    assert threshold.figures["illegal_business"] == Decimal(expected)


def test_business_stated_of_a_sale_counts_as_sales_less_what_is_unsold():
    rows = [("illegal_business", "90000", "claimed"), ("unsold_value", "30000", "claimed")]
    assert judged("sale_of_counterfeits", *rows).figures["sales_amount"] == Decimal(60000)


def test_gains_from_a_service_mark_go_by_its_own_standard():
    threshold = judged("counterfeit_trademark", ("illegal_gains", "40000", "claimed"), subject="service")
    assert threshold.figures == {"illegal_gains_service": Decimal(40000)}
    assert threshold.status == "not_met"


def test_a_figure_the_offence_does_not_ask_for_is_left_out():
    rows = [("loss", "900000", "claimed"), ("sales_amount", "60000", "claimed")]
    assert judged("sale_of_counterfeits", *rows).figures == {"sales_amount": Decimal(60000)}


def test_unsold_goods_are_valued_down_the_ladder():
    prices = {"average_price": Decimal(500), "tag_price": Decimal(900), "market_price": Decimal(2000)}
    for rung, price in list(prices.items()):
        threshold = judged("sale_of_counterfeits", unsold_quantity=Decimal(300), **prices)
        assert threshold.figures == {"unsold_value": 300 * price}, rung
        del prices[rung]


def test_without_a_price_the_value_is_asked():
    threshold = judged("sale_of_counterfeits", unsold_quantity=Decimal(300))
    assert threshold.status == "unknown"
    assert any("价格" in question for question in threshold.questions)


def test_who_makes_labels_answers_for_those_not_yet_sold():
    seized = ("unsold_label_count", "12000", "claimed")
    assert judged("counterfeit_labels", seized, act="make_labels").status == "met"
    assert judged("counterfeit_labels", seized, act="sell_others_labels").status == "not_met"


def test_labels_sold_and_labels_seized_make_up_those_made():
    rows = (("label_count", "4000", "claimed"), ("unsold_label_count", "7000", "claimed"))
    assert judged("counterfeit_labels", *rows, act="make_labels").figures["label_count"] == Decimal(11000)


def test_labels_sold_and_labels_seized_are_added_up_where_the_number_is_of_those_sold():
    rows = [("label_count", "30000", "claimed"), ("unsold_label_count", "25000", "claimed")]
    sold = judged("counterfeit_labels", *rows, act="make_labels", counted_as_sold=True)
    assert (sold.figures["label_count"], sold.tier) == (Decimal(55000), "especially_serious")
    assert judged("counterfeit_labels", *rows, act="make_labels").figures["label_count"] == Decimal(30000)


@pytest.mark.parametrize(
    ("rows", "sold", "expected"),
    [
        ({"unsold_copies": "900"}, False, 900),
        ({"copies": "300", "unsold_copies": "800"}, False, 1100),
        ({"copies": "2000", "unsold_copies": "800"}, True, 2800),
        ({"copies": "2000", "unsold_copies": "800"}, False, 2000),
    ],
)
def test_who_copies_answers_for_copies_sold_and_unsold(rows, sold, expected):
    figures = [(metric, value, "claimed") for metric, value in rows.items()]
    told = judged("copyright_infringement", *figures, counted_as_sold=sold or None)
    assert (told.figures["copies"], told.status) == (Decimal(expected), "met")


def test_who_sells_the_copies_of_others_has_those_unsold_counted_apart():
    told = judged("sale_of_infringing_copies", ("copies", "300", "claimed"), ("unsold_copies", "800", "claimed"))
    assert (told.figures["copies"], told.status) == (Decimal(300), "not_met")


def test_a_ledger_of_all_labels_is_not_added_to_those_seized():
    rows = [("label_count", "1500", "claimed"), ("label_count", "25100", "ledger"), ("unsold_label_count", "23600", "claimed")]
    counted = judged("counterfeit_labels", *rows, act="make_labels", counted_as_sold=True)
    assert counted.figures["label_count"] == Decimal(25100)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("某厂印制假冒商标标识，已售出标识30,000件，现场查获标识25,000件。", 55000),
        ("某厂共印制假冒商标标识30,000件，其中已售出标识5,000件，现场查获标识25,000件。", 30000),
        ("某厂印制假冒标识，查获尚未销售的标识25,000件。", 25000),
    ],
)
def test_the_words_tell_whether_a_number_of_labels_is_of_those_sold(said, expected):
    told = read_story(dossier(complaint(said), offence="counterfeit_labels"))
    assert judge("counterfeit_labels", told, as_of=FILED_ON).figures["label_count"] == Decimal(expected)


def test_figures_never_fall_short_while_a_total_looks_torn():
    low = story(figures=[("sales_amount", "800", "ledger")])
    assert judge("sale_of_counterfeits", low, as_of=FILED_ON).status == "not_met"
    doubtful = judge("sale_of_counterfeits", replace(low, unclear=(Evidence("明细.pdf", 1, "合计 576,8"),)), as_of=FILED_ON)
    assert doubtful.status == "unknown"
    assert any("576,8" in question for question in doubtful.questions)
    enough = replace(story(figures=[("sales_amount", "80000", "ledger")]), unclear=(Evidence("明细.pdf", 1, "合计 576,8"),))
    assert judge("sale_of_counterfeits", enough, as_of=FILED_ON).status == "met"


def ledger_beside(
    claim: str, ledger: str, *more: tuple[str, str], metric="illegal_business", covers="all", of_sales=False, **conditions
):
    """A claim and a ledger of one metric, and further claims, judged for goods or for labels."""
    figures = [
        Figure(name, Decimal(value), "claimed", Evidence("控告书.docx")) for name, value in ((metric, claim), *more) if value
    ]
    figures.append(Figure(metric, Decimal(ledger), "ledger", Evidence("明细.xlsx"), covers, of_sales))
    told = Story(tuple(figures), acts_until=date(2026, 9, 1), conditions={"subject": "goods", **conditions})
    return judge("counterfeit_labels" if metric == "label_count" else "counterfeit_trademark", told, as_of=FILED_ON)


@pytest.mark.parametrize(
    ("claim", "covers", "expected"),
    [
        ("256800", "all", "24000"),
        ("256800", "part", "256800"),
        ("25000", "part", "25000"),
        ("256800", "days", "256800"),
        ("30000", "days", "24000"),
        ("20000", "part", "24000"),
    ],
)
def test_a_ledger_of_a_part_of_the_acts_does_not_outrank_a_larger_claim(claim, covers, expected):
    assert ledger_beside(claim, "24000", covers=covers).figures == {"illegal_business": Decimal(expected)}


def test_what_has_no_ledger_is_reckoned_and_asked_for():
    threshold = ledger_beside("256800", "24000", covers="part")
    assert (threshold.status, threshold.figures_source) == ("met", {"illegal_business": "claimed"})
    assert "有明细的 24,000＋只有陈述的 232,800＝256,800" in threshold.arithmetic[0]
    assert any("没有明细的 232,800.00 元" in question for question in threshold.questions)


def test_an_appraisal_beside_a_ledger_of_a_part_still_goes_first():
    rows = [("illegal_business", "256800", "claimed"), ("illegal_business", "90000", "appraisal")]
    told = story(figures=rows, subject="goods")
    partial = Figure("illegal_business", Decimal(24000), "ledger", Evidence("明细.xlsx"), "part")
    assert judge("counterfeit_trademark", replace(told, figures=(*told.figures, partial)), as_of=FILED_ON).figures == {
        "illegal_business": Decimal(90000)
    }


@pytest.mark.parametrize(
    ("claim", "of_sales", "expected"),
    [("", True, "65000"), ("65000", True, "65000"), ("40000", True, "40000"), ("", False, "40000")],
    ids=["no total", "the total claimed", "a claim that holds both", "a ledger of everything"],
)
def test_a_ledger_of_sales_holds_no_unsold_goods(claim, of_sales, expected):
    threshold = ledger_beside(claim, "40000", ("unsold_value", "25000"), of_sales=of_sales)
    assert threshold.figures["illegal_business"] == Decimal(expected)


@pytest.mark.parametrize(
    ("claimed", "of_sales", "act", "expected"),
    [
        ({"unsold_label_count": "8000"}, True, "make_labels", "17000"),
        ({"unsold_label_count": "8000"}, False, "make_labels", "9000"),
        ({"unsold_label_count": "8000"}, True, "sell_others_labels", "9000"),
        ({"label_count": "60000"}, True, "make_labels", "60000"),
        ({"label_count": "60000"}, False, "make_labels", "9000"),
        ({"label_count": "60000", "unsold_label_count": "8000"}, True, "make_labels", "60000"),
    ],
)
def test_a_maker_answers_for_seized_labels_besides_those_its_ledger_of_sales_lists(claimed, of_sales, act, expected):
    more = [(name, value) for name, value in claimed.items() if name != "label_count"]
    threshold = ledger_beside(claimed.get("label_count", ""), "9000", *more, metric="label_count", of_sales=of_sales, act=act)
    assert threshold.figures["label_count"] == Decimal(expected)
