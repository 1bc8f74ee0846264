"""Where a value may stand: beside, below, in a cell, over several rows, among noise."""

import pytest

from casefiles.understanding import understand
from tests.casefiles.kinds.builders import material, placed, reading, values


@pytest.mark.parametrize(
    "text",
    [
        "居民身份证\n姓名:何嘉树\n公民身份号码:11010519491231002X",
        "居民身份证\n姓名 何嘉树\n公民身份号码 11010519491231002X",
        "居民身份证\n姓名何嘉树\n公民身份号码11010519491231002X",
        "居民身份证\n姓 名:何 嘉 树\n公 民 身 份 号 码:110105 19491231 002X",
        "居民身份证\n姓名\t何嘉树\n公民身份号码\t11010519491231002X",
        "居民身份证\n姓名\t何嘉树\t公民身份号码\t11010519491231002X",
        "居民身份证\n姓名\n何嘉树\n公民身份号码\n11010519491231002X",
        "居民身份证\n姓名\n公民身份号码\n何嘉树\n11010519491231002X",
        "居民身份证\n姓名\t公民身份号码\n何嘉树\t11010519491231002X",
        "居民身份证\n姓名：何嘉树　性别：男　民族：汉\n公民身份号码：１１０１０５１９４９１２３１００２X",
        "居民身份证\n姓名 | 何嘉树\n公民身份号码 | 11010519491231002X",
        "居民身份证\n1.姓名:何嘉树\n2.公民身份号码:11010519491231002X",
        "居民身份证\n姓名:何嘉树;性别:男;公民身份号码:11010519491231002X。",
    ],
)
def test_label_and_value_in_every_arrangement(text):
    assert values(material(text)) == {"name": "何嘉树", "id_number": "11010519491231002X"}


def test_the_value_beside_its_label_is_found_by_its_place():
    card = placed(("居民身份证", 0.4, 0.1), ("姓名", 0.1, 0.2), ("性别", 0.1, 0.25), ("男", 0.3, 0.25), ("何嘉树", 0.3, 0.2))
    (found,) = understand("卡.jpg", card)
    assert found.value("name") == "何嘉树"


def test_a_name_goes_on_in_the_next_row():
    text = "商标注册证\n第21873645号\n注册人 成都高新技术产业开发区锦程云\n服饰有限公司\n有效期至 2028年1月27日"
    assert material(text).value("registrant") == "成都高新技术产业开发区锦程云服饰有限公司"


def test_a_date_below_a_wide_signature_at_the_right_is_no_part_of_it():
    name = "四川甲老窖酒业股份有限公司质量部(检验专用章)"
    report = placed(("产品鉴定书", 0.4, 0.1), ("系假冒产品。", 0.1, 0.2), (name, 0.45, 0.3), ("2026年8月6日", 0.75, 0.33))
    (found,) = understand("鉴定.pdf", report)
    assert found.value("issuer") == "四川甲老窖酒业股份有限公司"


def test_a_name_goes_on_below_in_its_narrow_cell_beside_others():
    text = "营业执照\n名称 四川甲老窖酒业股份有限\t注册资本 伍佰万元整\n公司\n法定代表人 段文\t成立日期 2016年3月18日"
    assert material(text).value("name") == "四川甲老窖酒业股份有限公司"


def test_a_term_goes_on_in_the_next_row():
    text = "商标注册证\n第21873645号\n专用权期限 2018年1月28日至\n2028年1月27日"
    assert material(text).value("valid_until") == "2028-01-27"


@pytest.mark.parametrize(
    "heads",
    [
        "控告人一:甲食品有限公司\n住所:成都市\n控告人二:丙调味品厂",
        "控告人(1)\t甲食品有限公司\n法定代表人\t卢彬\n控告人(2)\t丙调味品厂",
        "控告人:甲食品有限公司,住成都市\n法定代表人:卢彬\n控告人:丙调味品厂,住绵阳市",
    ],
)
def test_those_who_complain_together_are_joined(heads):
    text = f"刑事控告书\n{heads}\n被控告人:魏某\n请求立案侦查\n控告人:甲食品有限公司(公章)\n控告人:丙调味品厂(公章)"
    assert material(text).value("complainant") == "甲食品有限公司、丙调味品厂"


@pytest.mark.parametrize("again", ["四川甲食品有限公司", "四川甲食品", "四川甲食品有眼公司"])
def test_a_complainant_printed_twice_is_one(again):
    text = f"刑事控告书\n控告人:四川甲食品有限公司\n案由:假冒注册商标\n控告人:{again}\n被控告人:魏某"
    assert material(text).value("complainant") == "四川甲食品有限公司"


def test_several_agents_are_joined():
    text = "授权委托书\n委托人:甲食品有限公司\n受托人:卢彬 四川某律师事务所律师\n受托人:骆一鸣 四川某律师事务所律师\n代为控告"
    assert material(text).value("agent") == "卢彬、骆一鸣"


def test_the_first_row_of_a_workbook_is_named_by_its_first_cell():
    rows = "甲厂发货台账（由照片抄录）\t\t\t金额单位：万元\n发货月份\t型号\t台数\t货款\n3月\tA\t180\t7.92\n合计\t\t180\t7.92"
    found = material(rows)
    assert (found.kind, found.value("total_amount")) == ("sales_ledger", "79200.00")


def test_several_respondents_are_joined():
    text = "刑事控告书\n控告人:甲公司\n被控告人一:魏某\n被控告人二:成都捷锐机械有限公司\n请求立案侦查"
    assert material(text).value("respondent") == "魏某、成都捷锐机械有限公司"


def test_parties_in_sections_are_found_under_their_headings():
    text = "报案书\n一、报案人信息\n名称:成都蜀光电子有限公司\n住所:成都\n二、被报案人信息\n姓名:王某\n住址:不详"
    found = material(text)
    assert (found.value("complainant"), found.value("respondent")) == ("成都蜀光电子有限公司", "王某")


@pytest.mark.parametrize(
    "noise", ["(盖章)", "（公章）", "(以下简称“甲方”)", "(统一社会信用代码:91510100MA6C3HX287)", ",住所地成都高新区"]
)
def test_what_follows_a_name_is_no_part_of_it(noise):
    assert material(f"保密协议\n甲方:成都蜀光电子有限公司{noise}\n乙方:王静").value("party_a") == "成都蜀光电子有限公司"


def test_a_name_keeps_the_brackets_it_was_printed_with():
    assert material("保密协议\n甲方:蜀光（成都）有限公司\n乙方:王静").value("party_a") == "蜀光（成都）有限公司"


def test_every_fact_says_where_it_stands():
    (found,) = understand("执照.pdf", placed(("营业执照", 0.4, 0.05), ("名称:蜀光电子有限公司", 0.1, 0.2)))
    fact = found.fields["name"]
    assert (fact.page, fact.quote, fact.source) == (1, "名称:蜀光电子有限公司", "text")
    assert fact.box is not None and fact.box.y0 == 0.2
    assert 0 < fact.confidence <= 1


def test_a_recognised_page_makes_its_facts_less_certain():
    text = "营业执照\n名称:蜀光电子有限公司"
    (printed,), (recognised,) = understand("a", reading(text)), understand("a", reading(text, source="ocr"))
    assert recognised.fields["name"].source == "ocr"
    assert recognised.fields["name"].confidence < printed.fields["name"].confidence


def test_a_lookalike_is_put_right_only_where_the_check_digit_then_fits():
    assert material("营业执照\n统一社会信用代码:9151O1OOMA6C3HX287").value("uscc") == "91510100MA6C3HX287"
    assert material("营业执照\n统一社会信用代码:9151O1OOMA6C3HX288").value("uscc") == "9151O1OOMA6C3HX288"


def test_a_wrong_number_is_read_as_printed():
    assert material("营业执照\n统一社会信用代码:91510100MA61UT7KXA").value("uscc") == "91510100MA61UT7KXA"


@pytest.mark.parametrize(
    ("rows", "amount", "count"),
    [
        ("序号\t商品\t数量\t金额\n1\t外套\t2\t200.00\n2\t裤\t3\t240.00\n合计\t\t5\t440.00", "440.00", "5"),
        ("序号\t商品\t数量\t金额\n1\t外套\t2\t200.00\n2\t裤\t3\t240.00", "440.00", "5"),
        ("月份\t数量(件)\t金额(千元)\n1月\t40\t3.205\n2月\t60\t4.8", "8005.00", "100"),
        ("2026年销售明细表(单位:千元)\n商品\t数量\t金额\n外套\t2\t1.2\n合计\t2\t1.2", "1200.00", "2"),
        ("单位:万元\n商品\t数量\t金额\n外套\t2\t1.2\n合计\t2\t1.2", "12000.00", "2"),
        (
            "商品\t金额(元)\t数量(件)\n外套\t1,200.00\t2\n小计\t1,200.00\t2\n裤\t800\t1\n小计\t800\t1\n总计\t2,000.00\t3",
            "2000.00",
            "3",
        ),
        ("商品\t数量\t金额\n外套\t2\t200.00\n小计\t2\t200.00\n裤\t1\t100.00", "300.00", "3"),
        ("序号 商品 数量 单价 金额\n1 外套 2 100.00 200.00\n合计 2 200.00", "200.00", "2"),
    ],
)
def test_totals_come_from_the_total_row_or_from_the_column(rows, amount, count):
    found = material(f"侵权商品销售明细表\n{rows}")
    assert (found.value("total_amount"), found.value("total_quantity")) == (amount, count)


@pytest.mark.parametrize("row", ["姓名骆一鸣性别男 民族汉", "姓名骆一鸣性别男民族汉", "姓名:骆一鸣性别:男"])
def test_a_name_run_together_with_the_sex_is_the_name(row):
    (found,) = understand("卡.jpg", reading(f"居民身份证\n{row}\n公民身份号码11010519491231002X", source="ocr"))
    assert found.value("name") == "骆一鸣"


def test_labels_run_together_on_a_recognised_card_end_the_value_before_them():
    rows = (
        "营业执照",
        "名称蜀光电子有限公司出资额伍佰万元整",
        "执行事务合伙人李立新主要经营场所成都高新区",
        "类型企业成立日期2011年2月19日",
    )
    (found,) = understand("执照.pdf", reading("\n".join(rows), source="ocr"))
    assert values(found) == {"name": "蜀光电子有限公司", "legal_representative": "李立新", "established_on": "2011-02-19"}


def test_a_label_inside_brackets_ends_nothing():
    text = "计算机软件著作权登记证书\n软件名称:排班平台软件[简称:排班]V1.2\n登记号:2019SR1041330"
    assert material(text).value("software_name") == "排班平台软件[简称:排班]V1.2"
