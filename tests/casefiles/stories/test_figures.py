"""Figures out of running text: what counts, under which name, and what is left alone."""

from __future__ import annotations

import pytest

from casefiles.story import read_story
from tests.casefiles.builders import complaint, dossier
from tests.casefiles.stories.figures import numbers, stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "销售金额人民币25.68万余元，尚未销售的库存耳机货值金额为人民币壹拾贰万叁仟元整。",
            numbers(sales_amount=256800, unsold_value=123000),
        ),
        ("被控告人累计获利约4.86万元。", numbers(illegal_gains=48600)),
        ("被控告人违法获利人民币4万8千6百元。", numbers(illegal_gains=48600)),
        ("截至2026年9月，该店铺交易额已达三十二万元。", numbers(sales_amount=320000)),
        ("现场查获待售假冒商品300件，价值18万元。", numbers(unsold_value=180000)),
        ("自2026年1月起成交8,000单，销售额达到人民币1,234,567.89元。", numbers(sales_amount="1234567.89")),
        ("其银行流水显示收取货款56万元", numbers(sales_amount=560000)),
        ("经我公司统计，涉案店铺销售金额30万元。", numbers(sales_amount=300000)),
        ("我公司经调查发现销售金额合计30万元。", numbers(sales_amount=300000)),
        ("共计销售2140件，得款256,800元。", numbers(sales_amount=256800)),
        ("销售金额人民币256,800.00元（大写：贰拾伍万陆仟捌佰元整）", numbers(sales_amount="256800")),
        ("销售总额合计约为15.2万元，尚有库存货值约3万元未售出。", numbers(sales_amount=152000, unsold_value=30000)),
        ("店内现存假冒奶粉160罐（标价268元/罐，货值42,880元）。", numbers(unsold_value=42880)),
        ("销售金额３０，０００元，全部为网上交易。", numbers(sales_amount=30000)),
    ],
)
def test_amounts_of_a_sale_are_read_in_many_wordings(text, expected):
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("非法经营数额：256800元", numbers(illegal_business=256800)),
        ("涉案金额合计人民币贰拾伍万陆仟捌佰元整。", numbers(illegal_business=256800)),
        ("已查明的非法经营数额不少于人民币60万元。", numbers(illegal_business=600000)),
        ("被控告人生产的假冒服装价值达人民币28万元。", numbers(illegal_business=280000)),
        ("被控告人生产、销售假酒，货值金额达19.6万元。", numbers(illegal_business=196000)),
        ("两商标权利人分别为我公司与成都蜀香阁食品有限公司，非法经营数额3万元。", numbers(illegal_business=30000)),
        (
            "假冒商品商标、服务商标，商品违法所得2万元，服务违法所得3万元。",
            numbers(illegal_gains=20000, illegal_gains_service=30000),
        ),
        ("违法经营额约86万元，违法所得12万元。", numbers(illegal_business=860000, illegal_gains=120000)),
    ],
)
def test_amounts_of_making_are_read_in_many_wordings(text, expected):
    assert stated(text, "counterfeit_trademark") == expected


@pytest.mark.parametrize(
    "text",
    [
        "控告人注册资本1000万元，年销售额超过3亿元。",
        "我公司上一年度营业收入2,300万元。",
        "以每件120元的价格对外销售。",
        "我公司以2,000元购买样品，支付公证费3000元。",
        "请求判令赔偿50万元。",
        "曾因售假被罚款5万元。",
        "非法经营数额在五万元以上的，应予立案追诉。",
        "控告人因商标被侵权，销售额下降300万元。",
        "控告人投入研发费用500万元。",
        "合同约定许可费每年20万元。",
        "销售金额不足5万元。",
        "市场价为每双899元，对方售价99元。",
    ],
)
def test_other_peoples_money_is_not_counted(text):
    assert stated(text, "counterfeit_trademark") == {}


def test_the_figure_of_the_standard_is_not_that_of_the_case():
    text = "根据司法解释第三条，非法经营数额在五万元以上的，应予立案追诉。被控告人经营数额达到7万元，已超过上述标准。"
    assert stated(text, "counterfeit_trademark") == numbers(illegal_business=70000)


def test_the_holder_as_an_object_is_not_who_trades():
    text = "邢某将报案人的配方披露给乙公司，后者在厂房内使用该配方生产，违法所得45万元。"
    assert stated(text, "trade_secret") == numbers(illegal_gains=450000)


def test_a_total_of_money_behind_its_parts_is_of_the_same_metric():
    told = dossier(complaint("1月销售额5.2万元，2月销售额3.1万元，共计8.3万元。"), offence="sale_of_counterfeits")
    assert [figure.value for figure in read_story(told).figures] == [52000, 31000, 83000]


def test_traditional_characters_are_read():
    assert stated("被控告人銷售假冒手錶，銷售金額達人民幣62.3萬元。") == numbers(sales_amount=623000)


def test_a_sentence_broken_at_the_margin_is_read_as_one():
    text = "上述商品均系假冒控告人注册商标的商品，被控告人通过网络店铺对外销售，销售金额合计为人\n民币256,800元。"
    assert stated(text) == numbers(sales_amount=256800)


def test_a_number_with_decimals_at_the_start_of_a_line_is_no_heading():
    text = "按七十元一瓶的实际销售均价计算，其仓库中尚未销售的货值金额\n17.801万元。"
    assert stated(text) == numbers(unsold_value=178010)


def test_what_one_list_counts_is_added_and_its_total_is_read_too():
    story = read_story(dossier(complaint("清点瓶标48,000枚、桶贴14,400枚等，合计70,400枚。"), offence="counterfeit_labels"))
    assert [figure.value for figure in story.figures] == [62400, 70400]
