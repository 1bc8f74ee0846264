"""Figures out of ledgers, lists of stock, appraisals and the form: which metric a total is, and which totals are unclear."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from casefiles.model import Fact
from casefiles.story import read_story
from tests.casefiles.builders import complaint, dossier, material
from tests.casefiles.stories.figures import numbers


@pytest.mark.parametrize(
    ("offence", "metric"),
    [
        ("counterfeit_trademark", "illegal_business"),
        ("sale_of_counterfeits", "sales_amount"),
        ("copyright_infringement", "illegal_business"),
        ("sale_of_infringing_copies", "sales_amount"),
    ],
)
def test_the_total_of_a_ledger_counts_by_offence(offence, metric):
    story = read_story(dossier(material("sales_ledger", "销售明细表", total_amount="256800.00"), offence=offence))
    assert [(figure.metric, figure.value, figure.source) for figure in story.figures] == [
        (metric, Decimal("256800.00"), "ledger")
    ]


def test_a_list_of_stock_is_unsold_value():
    story = read_story(dossier(material("sales_ledger", "库存商品清单", total_amount="90000"), offence="sale_of_counterfeits"))
    assert [figure.metric for figure in story.figures] == ["unsold_value"]


def test_a_list_of_counted_things_states_no_money():
    ledger = material("sales_ledger", "盗版图书清点表\n地点\t册数\n成品库\t4200\n合计\t4200", total_quantity="4200")
    figures = read_story(dossier(ledger, offence="copyright_infringement")).figures
    assert {figure.metric: figure.value for figure in figures} == numbers(copies=4200)


def test_a_heading_that_counts_volumes_says_what_is_counted():
    ledger = material("sales_ledger", "出货登记\n日期\t本数\t金额\n3月2日\t850\t17000\n合计\t850\t17000", total_quantity="850")
    figures = read_story(dossier(ledger, offence="sale_of_infringing_copies")).figures
    assert ("copies", Decimal(850)) in [(figure.metric, figure.value) for figure in figures]


def test_a_ledger_without_a_field_gives_the_total_of_its_last_line():
    story = read_story(dossier(material("sales_ledger", "软件销售明细表\n合计 73 613,000.00"), offence="copyright_infringement"))
    assert [(figure.metric, figure.value) for figure in story.figures] == [("illegal_business", Decimal("613000.00"))]


@pytest.mark.parametrize(
    ("kind", "offence", "metric"),
    [
        ("loss_assessment", "trade_secret", "loss"),
        ("loss_assessment", "patent_passing_off", "direct_loss"),
        ("price_certificate", "sale_of_counterfeits", "unsold_value"),
        ("price_certificate", "counterfeit_trademark", "illegal_business"),
    ],
)
def test_the_total_of_an_appraisal_counts_by_kind_and_offence(kind, offence, metric):
    story = read_story(dossier(material(kind, "结论书", total_amount="862000.00"), offence=offence))
    assert [(figure.metric, figure.source) for figure in story.figures] == [(metric, "appraisal")]


def test_a_figure_points_to_its_line():
    story = read_story(
        dossier(complaint("刑事控告书\n被控告人违法所得人民币48,600元。", file="控告书.pdf"), offence="sale_of_counterfeits")
    )
    (figure,) = story.figures
    assert (figure.source, figure.evidence.file, figure.evidence.page) == ("claimed", "控告书.pdf", 1)
    assert figure.evidence.quote == "被控告人违法所得人民币48,600元。"


def test_the_form_fills_in_what_no_document_states_and_is_told_apart():
    told = dossier(
        complaint("违法所得4万元。"), offence="sale_of_counterfeits", figures=numbers(illegal_gains=90000, sales_amount=80000)
    )
    figures = {figure.metric: figure for figure in read_story(told).figures}
    assert figures["illegal_gains"].value == 40000
    assert figures["sales_amount"].value == 80000
    assert figures["sales_amount"].evidence.file == ""
    assert "申请表" in figures["sales_amount"].evidence.quote


TORN = [("合计 2140 576,8", "00.00"), ("合计\t576,", "800.00"), ("合计 5768", "00.00元"), ("总计 1,234,5", "")]


@pytest.mark.parametrize(("line", "below"), TORN)
def test_a_total_torn_over_two_lines_is_no_figure_but_unclear(line, below):
    ledger = material("sales_ledger", f"销售明细表\n手表 2140 576,800.00\n{line}\n{below}\n制表人 王某", source="ocr")
    story = read_story(dossier(ledger, offence="sale_of_counterfeits"))
    assert story.figures == ()
    assert [place.quote.split() for place in story.unclear] == [line.split()]


def test_a_torn_total_in_a_field_is_unclear_unless_a_person_set_it():
    torn = material("sales_ledger", "销售明细表\n合计 576,8\n00.00", source="ocr")
    field = {"total_amount": Fact("total_amount", "8.00", 1, "合计 576,8", source="ocr")}
    set_by_hand = {"total_amount": Fact("total_amount", "576800.00", 1, "合计 576,8", source="person", by="王某")}
    read = read_story(dossier(replace(torn, fields=field), offence="sale_of_counterfeits"))
    assert (read.figures, len(read.unclear)) == ((), 1)
    corrected = read_story(dossier(replace(torn, fields=set_by_hand), offence="sale_of_counterfeits"))
    assert ([one.value for one in corrected.figures], corrected.unclear) == ([Decimal("576800.00")], ())


def test_a_total_less_than_one_of_its_rows_is_kept_but_unclear():
    ledger = material("sales_ledger", "销售明细表\n手表 2140 576,800.00\n合计 5,768.00", total_amount="5768.00")
    story = read_story(dossier(ledger, offence="sale_of_counterfeits"))
    assert ([one.value for one in story.figures], len(story.unclear)) == ([Decimal("5768.00")], 1)
