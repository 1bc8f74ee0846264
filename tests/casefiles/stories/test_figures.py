"""Figures out of running text, ledgers and appraisals: what counts, under which name, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from casefiles.model import Fact
from casefiles.story import read_story
from tests.casefiles.builders import complaint, dossier, material


def stated(text, offence="sale_of_counterfeits"):
    """The first value of each metric the complaint states."""
    story = read_story(dossier(complaint(text), offence=offence))
    return {figure.metric: figure.value for figure in reversed(story.figures)}


def numbers(**figures):
    return {metric: Decimal(str(value)) for metric, value in figures.items()}


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
    ("offence", "text", "expected"),
    [
        (
            "trade_secret",
            "给控告人造成直接经济损失人民币862,000元，被控告人从中获利300000元。",
            numbers(loss=862000, illegal_gains=300000),
        ),
        ("trade_secret", "致使我公司销售利润损失达120余万元。", numbers(loss=1200000)),
        (
            "patent_passing_off",
            "经营额为30万元，给我公司造成直接经济损失55万元。",
            numbers(illegal_business=300000, direct_loss=550000),
        ),
        (
            "copyright_infringement",
            "该网站传播侵权影视作品1,520部，注册会员达3200人，点击量12万余次，下载2.3万次，收取会员费共计8.6万元。",
            numbers(works_online=1520, members=3200, clicks=120000, downloads=23000, illegal_gains=86000),
        ),
        ("copyright_infringement", "复制发行我公司享有著作权的《图谱》图书，违法所得3万元。", numbers(illegal_gains=30000)),
        ("copyright_infringement", "复制发行我公司享有著作权的图书，销售收入3万元。", numbers(sales_amount=30000)),
        (
            "sale_of_infringing_copies",
            "已销售盗版图书800册，尚未销售的盗版图书2200册。",
            numbers(copies=800, unsold_copies=2200),
        ),
        ("sale_of_counterfeits", "因侵权2026年我公司销售额降至3000万元；涉案店铺成交额112,000元。", numbers(sales_amount=112000)),
        ("copyright_infringement", "2025年8月至2026年1月印数3000册。", numbers(copies=3000)),
        ("copyright_infringement", "印刷盗版图书5万余册，非法经营数额120万元。", numbers(copies=50000, illegal_business=1200000)),
        (
            "sale_of_infringing_copies",
            "已销售盗版教材1,200册，仓库内尚未销售的盗版图书4,300册，销售收入7.2万元。",
            numbers(copies=1200, unsold_copies=4300, sales_amount=72000),
        ),
        (
            "counterfeit_labels",
            "现场清点成品瓶标48,000枚、桶贴14,400枚，合计62,400枚，另查扣印版3块。",
            numbers(label_count=62400),
        ),
        ("counterfeit_labels", "何某印制烟花外包装纸，一共印了三万二千张。", numbers(label_count=32000)),
        (
            "sale_of_infringing_copies",
            "苏某购进盗版拼装玩具转卖，截至2026年8月卖出760盒，另有库存1,150盒。",
            numbers(copies=760, unsold_copies=1150),
        ),
        ("copyright_infringement", "潘某贩卖我公司网课，收取会员费10.5952万元。", numbers(illegal_gains=105952)),
        ("copyright_infringement", "被报案人累计复制并发行公仔6,200件。", numbers(copies=6200)),
        ("sale_of_infringing_copies", "黄某在店内销售盗版的《夜曲》CD共320张。", numbers(copies=320)),
        ("counterfeit_labels", "触犯《刑法》第二百一十五条规定的非法制造注册商标标识罪。", {}),
        (
            "copyright_infringement",
            "充值收入共计1,284,306.50元，扣除通道费后违法所得1,190,000.00元。",
            numbers(illegal_business="1284306.50", illegal_gains=1190000),
        ),
        ("copyright_infringement", "我司委托的监测机构统计，该平台累计收取广告费12.8万元。", numbers(illegal_gains=128000)),
        ("copyright_infringement", "吕某转账收到货款4.2万元，上述款项全部系其违法所得。", numbers(illegal_gains=42000)),
        ("copyright_infringement", "该音乐平台在线提供我公司录像制品960部、曲目700首。", numbers(works_online=1660)),
        ("copyright_infringement", "主播直播诵读盗版小说，打赏收入2.4万元。", numbers(illegal_gains=24000)),
        ("copyright_infringement", "群内有付费学员880人，先后收取费用88,000元。", numbers(members=880, sales_amount=88000)),
        (
            "copyright_infringement",
            "该论坛在线发布盗版电子教材318本，日均浏览量5万次，收取会费8,000元。",
            numbers(works_online=318, illegal_gains=8000),
        ),
        ("copyright_infringement", "其网站供人点播盗版纪录片720部。", numbers(works_online=720)),
        (
            "sale_of_infringing_copies",
            "库房内盗版字典900册均未售出，标价共计54,000元。",
            numbers(unsold_copies=900, unsold_value=54000),
        ),
        (
            "sale_of_infringing_copies",
            "侯某卖出盗版字帖700本，剩余1,400本堆放在其车库。",
            numbers(copies=700, unsold_copies=1400),
        ),
        (
            "sale_of_infringing_copies",
            "其转卖盗版安装优盘，共计售出660个，销售此类盗版优盘，收入9,900元。",
            numbers(copies=660, sales_amount=9900),
        ),
        ("trade_secret", "2025年11月至2026年5月间，我公司因此损失利润46万元。", numbers(loss=460000)),
        ("trade_secret", "我公司利润减少额为31万元；魏某违法所得9万元。", numbers(loss=310000, illegal_gains=90000)),
        ("trade_secret", "致报案单位流失合理利润52万元。", numbers(loss=520000)),
        ("trade_secret", "给我公司造成的损失不低于120万元。", numbers(loss=1200000)),
        ("trade_secret", "我公司损失研发费用和许可费共计98万元。", numbers(loss=980000)),
        (
            "sale_of_counterfeits",
            "范某累计卖出假货贰拾万元整，从中获利六万元。",
            numbers(sales_amount=200000, illegal_gains=60000),
        ),
        ("copyright_infringement", "该频道广告收入17万元。", numbers(illegal_gains=170000)),
        ("sale_of_counterfeits", "该店成交额81万元，扣除退款后实际成交74万元。", numbers(sales_amount=740000)),
        ("sale_of_counterfeits", "主播带货金额累计33万元，净赚7万元。", numbers(sales_amount=330000, illegal_gains=70000)),
        ("sale_of_counterfeits", "查扣库存商品折算约合26万元。", numbers(unsold_value=260000)),
        ("copyright_infringement", "私服玩家充值共计人民币88万元。", numbers(illegal_business=880000)),
        ("copyright_infringement", "该频道擅自提供我方课程，会员费收入12万元。", numbers(illegal_gains=120000)),
        ("trade_secret", "造成直接经济损失人民币1 350 000元。", numbers(loss=1350000)),
        ("counterfeit_labels", "印好的标签2.4万张和瓶盖3000个。", numbers(label_count=27000)),
        ("trade_secret", "我公司的损失介于33万元到52万元之间。", numbers(loss=330000)),
        ("copyright_infringement", "被控告人向客户收取平台授权费合计9.9万元。", numbers(illegal_gains=99000)),
        ("copyright_infringement", "该店共卖出盗印笔记本、徽章约1,300份。", numbers(copies=1300)),
        ("trade_secret", "莫某所得出让款41万元即其违法所得。", numbers(illegal_gains=410000)),
        ("copyright_infringement", "被控告人向客户收款99,000元，构成违法所得。", numbers(illegal_gains=99000)),
        ("counterfeit_labels", "防伪标贴4卷（每卷2500枚，计10,000枚）。", numbers(label_count=10000)),
        ("copyright_infringement", "偷印我社教辅两种，前后三批，每批3000册，共计9000册。", numbers(copies=9000)),
        (
            "counterfeit_trademark",
            "共收取平台费7.2万元，扣除物料支出后获利6.6万元。",
            numbers(illegal_business=72000, illegal_gains=66000),
        ),
        (
            "copyright_infringement",
            "累计充值流水86万元，扣除渠道费后违法所得约71万元。",
            numbers(illegal_business=860000, illegal_gains=710000),
        ),
        (
            "sale_of_infringing_copies",
            "仓库内存放盗版DVD光盘3,600张，尚未对外售出。",
            numbers(unsold_copies=3600),
        ),
        (
            "counterfeit_labels",
            "共印制假冒商标标识12,000件，其中尚未销售的标识8000件，获利2万元。",
            numbers(label_count=12000, unsold_label_count=8000, illegal_gains=20000),
        ),
    ],
)
def test_each_offence_reads_its_own_metrics(offence, text, expected):
    assert stated(text, offence) == expected


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


def test_the_holder_as_an_object_is_not_who_trades():
    text = "邢某将报案人的配方披露给乙公司，后者在厂房内使用该配方生产，违法所得45万元。"
    assert stated(text, "trade_secret") == numbers(illegal_gains=450000)


def test_a_total_of_money_behind_its_parts_is_of_the_same_metric():
    told = dossier(complaint("1月销售额5.2万元，2月销售额3.1万元，共计8.3万元。"), offence="sale_of_counterfeits")
    assert [figure.value for figure in read_story(told).figures] == [52000, 31000, 83000]


def test_traditional_characters_are_read():
    assert stated("被控告人銷售假冒手錶，銷售金額達人民幣62.3萬元。") == numbers(sales_amount=623000)


def test_a_list_of_counted_things_states_no_money():
    ledger = material("sales_ledger", "盗版图书清点表\n地点\t册数\n成品库\t4200\n合计\t4200", total_quantity="4200")
    figures = read_story(dossier(ledger, offence="copyright_infringement")).figures
    assert {figure.metric: figure.value for figure in figures} == numbers(copies=4200)


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


def test_a_sentence_broken_at_the_margin_is_read_as_one():
    text = "上述商品均系假冒控告人注册商标的商品，被控告人通过网络店铺对外销售，销售金额合计为人\n民币256,800元。"
    assert stated(text) == numbers(sales_amount=256800)


def test_a_number_with_decimals_at_the_start_of_a_line_is_no_heading():
    text = "按七十元一瓶的实际销售均价计算，其仓库中尚未销售的货值金额\n17.801万元。"
    assert stated(text) == numbers(unsold_value=178010)


def test_what_one_list_counts_is_added_and_its_total_is_read_too():
    story = read_story(dossier(complaint("清点瓶标48,000枚、桶贴14,400枚等，合计70,400枚。"), offence="counterfeit_labels"))
    assert [figure.value for figure in story.figures] == [62400, 70400]


def test_the_form_fills_in_what_no_document_states_and_is_told_apart():
    told = dossier(
        complaint("违法所得4万元。"), offence="sale_of_counterfeits", figures=numbers(illegal_gains=90000, sales_amount=80000)
    )
    figures = {figure.metric: figure for figure in read_story(told).figures}
    assert figures["illegal_gains"].value == 40000
    assert figures["sales_amount"].value == 80000
    assert figures["sales_amount"].evidence.file == ""
    assert "申请表" in figures["sales_amount"].evidence.quote


@pytest.mark.parametrize(
    ("offence", "text", "expected"),
    [
        ("counterfeit_trademark", "公安机关在其仓库查获假冒商品1200件，查获金额6.5万元。", numbers(unsold_value=65000)),
        ("sale_of_counterfeits", "被控告人销售假冒手表，金额达32万元。", numbers(sales_amount=320000)),
        ("counterfeit_trademark", "该厂生产假冒服装，金额共计18万元。", numbers(illegal_business=180000)),
        ("sale_of_counterfeits", "现场扣押待售的侵权手袋400只，金额合计120,000元。", numbers(unsold_value=120000)),
        ("sale_of_counterfeits", "我公司公证购买假冒手表一只，金额为300元。", {}),
        ("sale_of_counterfeits", "双方签订合作协议，金额达300万元。", {}),
    ],
)
def test_a_bare_amount_is_of_what_the_sentence_tells(offence, text, expected):
    assert stated(text, offence) == expected


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
