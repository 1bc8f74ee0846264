"""Which pages of one file begin another document."""

import pytest

from casefiles.understanding import understand
from tests.casefiles.kinds.builders import reading

LETTER = (
    "刑事控告书\n控告人:绵阳禾谷粮油有限公司\n被控告人:曾某\n控告请求:追究刑事责任\n"
    "事实与理由:曾某生产假冒大米。\n此致\n绵阳市公安局"
)
LICENCE = (
    "统一社会信用代码\n91510700MA6C3HX28K\n营业执照\n名称 绵阳禾谷粮油有限公司\n法定代表人 丁一\n"
    "经营范围 粮食加工\n登记机关 市场监督管理局\n成立日期 2015年1月6日"
)
POWER = "授权委托书\n委托人:绵阳禾谷粮油有限公司\n受托人:马骏\n代理权限:代为报案\n委托期限:自2026年1月1日至2026年12月31日"
MARK = (
    "第{number}号\n商标注册证\n注册人 绵阳禾谷粮油有限公司\n核定使用商品 第30类 大米\n"
    "有效期至 2031年05月06日\n发证机关 国家知识产权局"
)


def kinds(*pages: str) -> list[tuple[str, str | None]]:
    return [(one.kind, one.part) for one in understand("合订.pdf", reading(*pages))]


def test_a_number_and_a_code_may_stand_above_the_title():
    found = kinds(LETTER, LICENCE, MARK.format(number="20881357"))
    assert found == [("complaint_letter", "1-1"), ("business_license", "2-2"), ("trademark_certificate", "3-3")]


def test_what_is_printed_at_the_head_of_every_page_hides_no_title():
    head = "禾谷粮油 法务中心 内部资料:HG-2026-04\n"
    assert kinds(head + LETTER, head + POWER) == [("complaint_letter", "1-1"), ("power_of_attorney", "2-2")]


@pytest.mark.parametrize("foot", ["第2页", "第 2 页 共 9 页", "2/9", "- 2 / 9 -"])
def test_a_page_of_a_bundle_numbered_through_may_begin_a_document(foot):
    assert len(kinds(LETTER + "\n第1页", POWER + "\n" + foot)) == 2


@pytest.mark.parametrize("foot", ["第2页", "第二页", "2/2", "(续上页)"])
def test_a_page_that_counts_within_its_document_begins_none(foot):
    assert len(kinds(MARK.format(number="20881357"), LETTER, POWER + "\n" + foot)) == 2


def test_a_day_with_strokes_is_no_number_of_a_page():
    assert len(kinds(LETTER, POWER + "\n签署日期:2026/10/21\n委托人(盖章)")) == 2


def test_certificates_of_one_kind_are_told_apart_by_their_numbers():
    found = kinds(MARK.format(number="20881357"), MARK.format(number="20881358"), MARK.format(number="20881358"))
    assert found == [("trademark_certificate", "1-1"), ("trademark_certificate", "2-3")]


LAWYER = "律师执业证\n执业机构 四川某律师事务所\n执业证号 1510120201\n持证人 {name}\n发证机关 四川省司法厅"


@pytest.mark.parametrize(
    "pages",
    [
        (LAWYER.format(name="卢彬"), LAWYER.format(name="骆一鸣")),
        (POWER, POWER.replace("绵阳禾谷粮油", "成都蜀香粮油")),
    ],
)
def test_papers_of_two_persons_are_told_apart_by_their_names(pages):
    assert [part for _, part in kinds(*pages, pages[1])] == ["1-1", "2-3"]


def test_a_title_below_a_sentence_begins_nothing():
    assert len(kinds(LETTER, "现将有关材料提交如下,请予审查。\n" + POWER)) == 1


def test_a_divider_belongs_to_what_follows_and_proves_nothing():
    found = kinds(LETTER, "证据一\n保密措施", POWER, "附件2：\n价格证明", MARK.format(number="20881357"))
    assert found == [("complaint_letter", "1-1"), ("power_of_attorney", "2-3"), ("trademark_certificate", "4-5")]


def test_a_divider_may_bear_the_head_of_its_volume():
    head = "禾谷维权卷\n"
    found = kinds(head + LETTER, head + "第二部分 授权\n委托书", head + POWER)
    assert found == [("complaint_letter", "1-1"), ("power_of_attorney", "2-3")]


def test_a_divider_with_nothing_behind_it_is_still_shown():
    assert kinds(LETTER, "证据三\n出库单")[1][1] == "2-2"


def test_what_is_bound_to_a_deed_stays_with_it():
    deed = "公证书\n（2026）川绵证字第88号\n申请人:绵阳禾谷粮油有限公司\n公证事项:保全证据\n四川省绵阳市涪城公证处\n公证员"
    invoice = "增值税电子普通发票\n发票号码:00918273\n购买方 绵阳禾谷粮油有限公司\n价税合计 ¥90.00\n开票人 何某"
    assert kinds(deed, invoice) == [("notarial_deed", None)]
    assert [kind for kind, _ in kinds(LETTER, deed, invoice)] == ["complaint_letter", "notarial_deed", "purchase_evidence"]


def test_a_lesser_title_begins_another_kind_of_document():
    report = (
        "资产评估报告\n四川安衡资产评估有限公司接受委托\n评估基准日:2026年3月1日\n评估结论:损失金额为81万元。\n评估机构(盖章)"
    )
    assert [kind for kind, _ in kinds(LETTER, report)] == ["complaint_letter", "loss_assessment"]


def test_the_cover_of_an_opinion_is_no_opinion_of_its_own():
    cover = "川安会审字（2026）第18号\n专项审计报告\n四川安衡会计师事务所"
    inside = "专项审计报告\n绵阳禾谷粮油有限公司：\n审计结论：利润损失合计31万元。\n四川安衡会计师事务所\n2026年4月9日"
    assert kinds(cover, "目录\n一、正文……3", inside) == [("loss_assessment", None)]


def test_two_deeds_are_told_apart_by_their_numbers():
    deed = "公证书\n（2026）川绵证字第{0}号\n申请人:绵阳禾谷粮油有限公司\n公证事项:保全证据\n绵阳市涪城公证处\n公证员 甲"
    assert kinds(deed.format(88), deed.format(91)) == [("notarial_deed", "1-1"), ("notarial_deed", "2-2")]
    assert kinds(deed.format(88), deed.format(88)) == [("notarial_deed", None)]


def test_a_credit_code_may_stand_above_the_title_in_one_row():
    licence = LICENCE.replace("统一社会信用代码\n", "统一社会信用代码 ")
    assert [kind for kind, _ in kinds("禾谷维权卷\n" + LETTER, "禾谷维权卷\n" + licence)] == [
        "complaint_letter",
        "business_license",
    ]


@pytest.mark.parametrize(("foot", "parts"), [("第2页 共2页", 1), ("", 2)])
def test_a_list_on_the_numbered_pages_of_a_letter_is_its_own(foot, parts):
    listed = "证据清单\n序号\t证据名称\t证明内容\t页数\n1\t营业执照\t主体资格\t1\n2\t商标注册证\t权利\t1\n" + foot
    assert len(kinds(LETTER + "\n第1页 共2页", listed)) == parts
