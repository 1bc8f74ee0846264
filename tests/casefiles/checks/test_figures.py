"""Figures against each other: sums, money, prices, days of rows, gains, worth of stock, and the law they are measured by."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from casefiles.model import Standard, Threshold
from casefiles.story import read_story
from tests.casefiles.builders import complaint, dossier, found_by, material, severities, story, told_by

WARNS = "warning"


@pytest.mark.parametrize(
    ("total", "expected"), [("2140", []), ("2410", [WARNS]), ("", [])], ids=["agrees", "differs", "prints no total"]
)
def test_pieces_add_up_to_the_total(total, expected):
    rows = [["品名", "数量"], ["手表", "1,140"], ["表带", "1000"], *([["合计", total]] if total else [])]
    assert severities("quantities_agree", material("sales_ledger", tables=[rows])) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("销售金额3万美元。", [WARNS]),
        ("销售金额3万美元，按汇率折合人民币21万元。", []),
        ("销售金额3万元。", []),
        ("单位：美元", [WARNS]),
    ],
)
def test_foreign_money_needs_a_rate(said, expected):
    assert severities("currency", complaint(said)) == expected


@pytest.mark.parametrize(
    ("deed", "paid", "expected"),
    [
        ("公证员监督下购买手表一只，支付价款1,280元。", "1280.00", []),
        ("公证员监督下购买手表两只，支付300元和200元。", "500.00", []),
        ("公证员监督下购买手表一只，支付价款1,280元。", "2560.00", [WARNS]),
        ("对网页进行证据保全。", "2560.00", []),
    ],
)
def test_the_price_on_the_receipt_stands_in_the_deed(deed, paid, expected):
    papers = (material("notarial_deed", deed), material("purchase_evidence", total_amount=paid))
    assert severities("purchase_agreement", *papers) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2026-03-05\t手表\t300\n2026-08-01\t手表\t200", []),
        ("2025-01-05\t手表\t300\n2026-08-01\t手表\t200", [WARNS]),
        ("手表\t300", []),
        ("手表\t300\n制表日期：2026-10-01 第1页", []),
    ],
)
def test_the_rows_of_a_ledger_lie_within_the_acts(rows, expected):
    assert severities("transaction_period", complaint(), material("sales_ledger", rows), told=story()) == expected
    assert severities("transaction_period", complaint(), material("sales_ledger", rows), told=story(acts=None)) == []


def test_every_row_of_a_ledger_is_counted_though_its_lines_run_on():
    rows = "1\t2025-04-11\t糕点\t900\t54,000.00\n2\t2026-06-20\t糕点\t700\t42,000.00\n3\t2026-08-30\t糕点\t400\t24,000.00"
    (told,) = found_by("transaction_period", dossier(complaint(), material("sales_ledger", rows)), story())
    assert "3行中有1行" in told.message


def test_orders_that_were_none_and_still_count_are_told():
    said = [complaint("交易记录含有刷单、退款订单，未剔除。"), complaint("已剔除刷单、退款订单。")]
    assert [severities("transaction_period", one, told=story()) for one in said] == [[WARNS], []]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("销售收入12万元，购进成本7万元，违法所得6万元。", [WARNS]),
        ("销售收入12万元，购进成本7万元，违法所得5万元。", []),
        ("销售收入12万元，违法所得5万元。", []),
        ("销售收入12万元，购进成本5万元，运费2万元，违法所得5万元。", []),
    ],
)
def test_income_less_cost_is_the_gains(said, expected):
    assert severities("gains_arithmetic", complaint(said), told=story()) == expected


@pytest.mark.parametrize(("gains", "expected"), [("50000", [WARNS]), ("60000", [WARNS]), ("12000", [])])
def test_gains_are_less_than_the_income(gains, expected):
    told = story(figures=[("sales_amount", "50000", "ledger"), ("illegal_gains", gains, "claimed")])
    assert severities("gains_arithmetic", complaint(), told=told) == expected


def test_fees_are_gains_as_they_are_received():
    letter = complaint("被控告人收取会员费50000元，非法经营数额50000元。")
    of = dossier(letter, offence="copyright_infringement")
    assert found_by("gains_arithmetic", of, read_story(of)) == []


def test_gains_without_an_income_are_left_alone():
    assert severities("gains_arithmetic", complaint(), told=story(figures=[("illegal_gains", "60000", "claimed")])) == []


UNSOLD = Threshold(figures={"unsold_value": Decimal(90000)})


@pytest.mark.parametrize(
    ("said", "papers", "expected"),
    [
        ("库存货值9万元。", [], [WARNS]),
        ("库存货值9万元，按标价计算。", [], []),
        ("库存货值9万元，按正品市场中间价计算。", [], [WARNS]),
        ("库存货值9万元，按正品市场中间价计算。", ["price_certificate"], []),
    ],
)
def test_the_value_of_unsold_goods_names_its_step_of_the_ladder(said, papers, expected):
    told = story(figures=[("unsold_value", "90000", "claimed")])
    others = [material(kind, "价格认定结论书") for kind in papers]
    assert severities("unsold_valuation", complaint(said), *others, told=told, threshold=UNSOLD) == expected
    appraised = story(figures=[("unsold_value", "90000", "appraisal")])
    assert severities("unsold_valuation", complaint(said), *others, told=appraised, threshold=UNSOLD) == []


@pytest.mark.parametrize(
    ("said", "source", "expected"),
    [("销售金额估算为6万元", "claimed", [WARNS]), ("销售金额为6万元", "claimed", []), ("销售金额估算为6万元", "ledger", [])],
)
def test_an_estimate_alone_carries_no_figure(said, source, expected):
    told = story(figures=[("sales_amount", "60000", source)])
    (figure,) = told.figures
    told = replace(told, figures=(replace(figure, evidence=replace(figure.evidence, quote=said)),))
    counted = Threshold(figures={"sales_amount": Decimal(60000)})
    assert severities("estimated_amount", complaint(), told=told, threshold=counted) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("评估期间为2026年3月1日至2026年8月31日，按单位利润计算", []),
        ("评估期间为2023年1月1日至2023年12月31日，按单位利润计算", [WARNS]),
        ("评估期间为2024年1月1日至2026年8月31日，按单位利润计算", [WARNS]),
        ("损失为80万元", [WARNS]),
        ("按合理许可使用费计算", []),
    ],
)
def test_a_loss_is_reckoned_over_the_acts_and_by_a_method(text, expected):
    assert severities("loss_reckoning", material("loss_assessment", text), told=story(), offence="trade_secret") == expected


def test_old_law_and_new_are_told_and_acts_over_the_change_are_noted():
    day = date(2025, 4, 1)
    two = Threshold(
        standards=(Standard("行为时的标准", day, "not_met", decides=True), Standard("现行标准", date(2026, 11, 2), "met"))
    )
    of = dossier(complaint())
    assert [one.code for one in found_by("law_of_the_act", of, story(), two)] == ["threshold.two_laws"]
    over = story(acts=("2025-01-01", "2025-12-31"))
    assert [one.code for one in found_by("law_of_the_act", of, over)] == ["threshold.straddles_change"]
    assert found_by("law_of_the_act", of, story()) == []
    assert found_by("law_of_the_act", of, story(acts=None)) == []


@pytest.mark.parametrize(
    ("today", "said"), [("met", "以较轻的行为时的标准为准"), ("not_met", "两者结论相同，以行为时的标准为准")]
)
def test_the_law_of_the_act_is_only_called_milder_where_it_is(today, said):
    standards = (
        Standard("行为时的标准", date(2025, 4, 1), "not_met", decides=True),
        Standard("现行标准", date(2026, 11, 2), today),
    )
    (told,) = found_by("law_of_the_act", dossier(complaint()), story(), Threshold(standards=standards))
    assert said in told.message


HEADS = ["序号", "数量", "单价", "金额"]


@pytest.mark.parametrize(("total", "expected"), [("300.00", 0), ("300.01", 0), ("390.00", 1)])
def test_the_rows_of_a_ledger_add_up(total, expected):
    rows = [HEADS, ["1", "2", "50", "100.00"], ["2", "4", "50", "200.00"], ["合计", "6", "", total]]
    assert len(told_by("amounts_agree", dossier(material("sales_ledger", tables=[rows])))) == expected


@pytest.mark.parametrize(
    ("row", "expected"), [(["1", "2", "50", "110.00"], 1), (["1", "2", "50", "100.40"], 0), (["1", "2", "", "110.00"], 0)]
)
def test_pieces_times_price_is_the_amount_of_the_row(row, expected):
    rows = [HEADS, row, ["2", "4", "50", "200.00"]]
    assert len(told_by("amounts_agree", dossier(material("sales_ledger", tables=[rows])))) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([("illegal_business", "256800", "claimed"), ("illegal_business", "256800.00", "ledger")], 0),
        ([("illegal_business", "256800", "claimed"), ("illegal_business", "200000", "ledger")], 1),
        ([("illegal_business", "3", "claimed"), ("illegal_business", "1", "ledger"), ("sales_amount", "2", "ledger")], 0),
        ([("illegal_business", "256800", "claimed")], 0),
    ],
)
def test_the_claim_is_the_ledgers_total(figures, expected):
    assert len(told_by("amounts_agree", dossier(), story(figures=figures))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人民币壹万捌仟元整（¥18,000.00）", 0),
        ("人民币壹万捌仟元整（¥19,000.00）", 1),
        ("¥18000元（大写：壹万捌仟元整）", 0),
        ("18000元（大写：壹万玖仟元整）", 1),
        ("注册资本壹仟万元整", 0),
    ],
)
def test_figures_and_capitals_say_the_same(text, expected):
    assert len(told_by("amounts_agree", dossier(complaint(text)))) == expected
