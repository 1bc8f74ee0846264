"""Papers as they arrive: covers, columns, workbooks, exports, names in two scripts."""

import pytest

from casefiles.model import Box, Line, Page, Reading
from casefiles.understanding import understand
from tests.casefiles.kinds.builders import material, reading, values

ORDERS = "订单编号\t下单时间\t商品\t数量\t实付金额\t订单状态" + "".join(
    f"\n61009{number}\t2026-04-0{number}\t保温杯\t2\t118\t交易成功" for number in range(1, 10)
)


def lines(*rows: tuple[str, float, float]) -> Reading:
    """A page of lines, each with its left and right end as shares of the page's width."""
    made = (Line(text, Box(x0, 0.1 + 0.03 * at, x1, 0.12 + 0.03 * at)) for at, (text, x0, x1) in enumerate(rows))
    return Reading("pdf", (Page(1, tuple(made)),))


def test_lines_in_the_middle_of_a_cover_are_not_run_together():
    cover = lines(
        ("损失审计报告", 0.4, 0.6),
        ("关于攀枝花钒源材料有限公司因技术秘密被使用而减少的利润", 0.12, 0.88),
        ("四川德昌会计师事务所", 0.36, 0.64),
        ("二〇二六年七月一日", 0.38, 0.62),
    )
    (found,) = understand("报告.pdf", cover)
    assert found.value("institution") == "四川德昌会计师事务所"


def test_a_long_foreign_word_that_does_not_fit_begins_the_next_line():
    paper = lines(
        ("授权委托书", 0.4, 0.6),
        ("委托人：Norddeutsche", 0.12, 0.42),
        ("Präzisionswerkzeuge GmbH", 0.12, 0.7),
        ("受托人：苏晓", 0.12, 0.3),
    )
    (found,) = understand("委托书.pdf", paper)
    assert found.value("principal") == "NorddeutschePräzisionswerkzeugeGmbH"


def test_a_name_in_one_of_two_columns_goes_on_below_itself():
    english, chinese = (
        ("We, Harbour Light", "Optics Ltd., appoint", "Mr Ding"),
        ("委托人：Harbour Light", "Optics Ltd.", "受托人：丁宁"),
    )
    paper = "授权委托书\n" + "\n".join("\t".join(pair) for pair in zip(english, chinese, strict=True))
    assert material(paper).value("principal") == "HarbourLightOpticsLtd"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bergwald GmbH（中文名称：伯格瓦尔德有限公司）", "BergwaldGmbH"),
        ("伯格瓦尔德有限公司（英文名：Bergwald GmbH）", "伯格瓦尔德有限公司"),
        ("伯格瓦尔德（中国）有限公司", "伯格瓦尔德（中国）有限公司"),
    ],
)
def test_a_translated_name_that_is_called_so_is_an_aside(printed, name):
    assert material(f"刑事控告书\n控告人：{printed}\n被控告人：周某\n此致\n公安局").value("complainant") == name


def test_a_workbook_is_what_its_fullest_sheet_is():
    cover = "平台数据说明\n来源\t平台复函\n口径\t已扣除退款"
    (found,) = understand("数据.xlsx", reading(cover, "销售明细\n" + ORDERS, "店铺信息\n网址\thttps://a.example", format="xlsx"))
    assert (found.kind, values(found)["total_amount"]) == ("sales_ledger", "1062.00")


def test_a_workbook_lists_what_photos_show_and_shows_none():
    rows = "南门仓库出货本（照片整理）\n发货日\t品名\t盒数\t单价\t货款\n5.6\t茶饼\t10\t21\t210\n共计\t\t10\t\t210"
    (found,) = understand("账.xlsx", reading(rows, format="xlsx"))
    assert (found.kind, found.value("total_amount")) == ("sales_ledger", "210.00")


def test_sheets_of_one_heading_are_added_up():
    month = "月份\t品名\t数量\t金额\n{0}月上\t茶盏\t10\t300\n{0}月下\t茶盏\t20\t600\n合计\t\t30\t900"
    (found,) = understand("销售.xlsx", reading("销售明细\n封面", month.format(1), month.format(2), format="xlsx"))
    assert (found.kind, values(found)["total_amount"], values(found)["total_quantity"]) == ("sales_ledger", "1800.00", "60")


def test_an_export_of_many_orders_is_no_receipt():
    assert material(ORDERS, file="订单.xls").kind == "sales_ledger"
    assert material("订单详情\n订单编号：6100\n实付金额：118.00\n买家：周某\n付款方式：支付宝").kind == "purchase_evidence"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "批发部供货账单（2026年1-3月）\n月份\t品名\t只数\t均价\t小计\n1月\t手表\t30\t21\t630\n合计\t\t30\t\t630",
            "sales_ledger",
        ),
        ("经销商收据汇总\n开票日\t客户\t箱数\t单价/元\t金额/元\n26.3.1\t甲店\t6\t25\t150\n合 计\t\t6\t\t150", "sales_ledger"),
        ("付款时间\t付款方\t金额(元)\t备注" + 6 * "\n2026-03-01 10:02\t老刘\t800.00\t酒", "sales_ledger"),
        ("录音制作者权及词曲版权转让协议\n甲方：岳小山\n乙方：遂宁鹿鸣文化有限公司\n乙方独占享有", "ownership_proof"),
    ],
)
def test_a_paper_is_known_by_its_heading(text, kind):
    assert material(text).kind == kind


def test_half_of_a_torn_label_still_names_the_enterprise():
    torn = "营业执照\n称遂宁鹿鸣文化有限公司\t注册资本 100万元\n类型 有限责任公司\n法定代表人 岳小山\n登记机关"
    assert material(torn, source="ocr").value("name") == "遂宁鹿鸣文化有限公司"


@pytest.mark.parametrize(
    ("rows", "mark"),
    [
        ("第20019876号\n商标注册证\n注册人\n白薇\n云岫\n注册人地址\n泸州市江阳区酒城大道1号\n核定使用商品\n白酒", "云岫"),
        ("商标注册证\n第20019876号\n注册人 泸州云岫酒业有限公司\nYUNXIU\t注册人地址 泸州市江阳区\n核定使用商品 白酒", "YUNXIU"),
        ("商标注册证明\n国际注册第G1234567号 BERGWALD 商标在中国获得保护。\n注册人：Bergwald GmbH\n类别：第8类", "BERGWALD"),
        ("商标注册证\n第20019876号\n注册人\n泸州云岫酒业有限公司\n核定使用商品\n白酒", None),
    ],
)
def test_a_mark_stands_by_itself_on_its_certificate(rows, mark):
    assert material(rows).value("mark") == mark
