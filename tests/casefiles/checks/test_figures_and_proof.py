"""Figures and the papers that carry them: sums, prices, times, and what a capture, a list or an opinion must show."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from casefiles.model import Standard, Threshold
from casefiles.story import read_story
from tests.casefiles.builders import HOLDER, complaint, dossier, found_by, material, story, told_by

WARNS, INFORMS = "warning", "info"


def severities(check, *papers, told=None, threshold=None, **options):
    return [severity for _, severity in told_by(check, dossier(*papers, **options), told, threshold)]


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
    ("text", "expected"),
    [
        ("微信聊天：一件120。", [WARNS]),
        ("网址：https://a.example.com\n截图时间：2026年8月1日14时20分\n取证过程：录屏并计算哈希值", []),
        ("网址：https://a.example.com\n截图时间：2026年8月1日", [WARNS]),
        (" ", []),
    ],
)
def test_a_capture_shows_address_time_and_how_it_was_fixed(text, expected):
    assert severities("web_capture", material("web_evidence", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("经鉴别，上述商品系假冒。", [WARNS]), ("经鉴别，吊牌、走线与正品不符，系假冒。", []), (" ", [])],
)
def test_an_authenticity_report_compares_features(text, expected):
    assert severities("authenticity_contents", material("authenticity_report", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("营业执照（复印件）", [INFORMS]), ("营业执照复印件，与原件核对一致", []), ("营业执照", [])],
)
def test_a_copy_is_checked_against_its_original(text, expected):
    assert severities("copies_checked", material("business_license", text)) == expected


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


GROUP = "天府云集团有限公司"
LIST = "证据清单\n1.营业执照复印件 1份\n2.《公证书》原件 1份\n3.情况说明 1份"


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([], ["公证书"]),
        ([material("notarial_deed")], []),
        ([material("photos", file="公证书.jpg")], []),
        ([material("other", "不能识别")], []),
    ],
)
def test_what_the_list_names_is_there(papers, expected):
    licence = material("business_license", name=HOLDER)
    found = found_by("evidence_list_files", dossier(material("evidence_list", LIST), licence, *papers))
    assert [
        name for finding in found for name in ("营业执照", "公证书", "情况说明") if f"“{name}”" in finding.message
    ] == expected


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (material("web_evidence", "网页"), [WARNS]),
        (material("notarial_deed", "（2026）川成蜀证字第8812号"), []),
        (material("notarial_deed", "(2026)川成蜀证字第8813号"), [WARNS]),
        (material("notarial_deed", "(2026)川成蜀证字第8B12号", source="ocr"), []),
    ],
)
def test_a_paper_the_list_calls_by_its_number_is_that_very_one(paper, expected):
    listing = material("evidence_list", "证据清单\n1.（2026）川成蜀证字第8812号公证书")
    assert severities("evidence_list_files", listing, paper) == expected


@pytest.mark.parametrize(("digest", "expected"), [("a" * 64, []), ("A" * 64, []), ("b" * 64, [WARNS])])
def test_a_digest_on_the_list_is_that_of_a_file(digest, expected):
    papers = (material("evidence_list", f"证据清单\n录屏.mp4 SHA-256：{digest}"), material("photos", sha256="a" * 64))
    assert severities("evidence_list_files", *papers) == expected


def test_a_dossier_without_a_list_is_compared_with_nothing():
    assert severities("evidence_list_files", material("photos")) == []


CARRIER = "密点说明\n密点1：温控算法\n密点2：系数表"


@pytest.mark.parametrize(
    ("carrier", "other", "expected"),
    [
        (CARRIER, "对密点1、密点2进行比对", []),
        (CARRIER, "对秘密点3进行比对", [WARNS]),
        (CARRIER, "对技术信息进行比对", []),
        ("图纸若干张", "对技术信息进行比对", [WARNS]),
        (CARRIER, "密点2026年3月形成", []),
    ],
)
def test_appraisals_look_at_the_points_that_were_named(carrier, other, expected):
    papers = (material("trade_secret_carrier", carrier), material("non_public_appraisal", other))
    assert severities("secret_points", *papers, offence="trade_secret") == expected


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


@pytest.mark.parametrize(
    ("complainant", "holder", "expected"),
    [
        ("天府云集团有限公司", "成都天府云软件有限公司", [INFORMS]),
        ("天府云集团有限公司", "天府云集团有限公司", []),
        (HOLDER, HOLDER, []),
    ],
)
def test_a_group_company_is_asked_who_holds_the_right(complainant, holder, expected):
    papers = (
        complaint("我集团的全资子公司享有权利。", complainant=complainant),
        material("trademark_certificate", registrant=holder),
    )
    assert severities("group_company", *papers) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("陈某将我集团下属子公司成都某研发有限公司的糕点配方披露给他人。", [INFORMS]),
        ("陈某将我公司的糕点配方披露给其子公司使用。", []),
    ],
)
def test_a_secret_said_to_be_a_subsidiarys_is_asked_for_its_holder(said, expected):
    assert severities("group_company", complaint(said), offence="trade_secret") == expected


def test_an_earlier_punishment_is_shown_with_number_and_day():
    decision = material("administrative_decision", document_no="成市监罚〔2025〕7号", issued_on="2025-06-01")
    (found,) = found_by("earlier_punishment", dossier(complaint(), decision))
    assert "成市监罚〔2025〕7号，2025-06-01" in found.message
    (asked,) = found_by("earlier_punishment", dossier(complaint()), story(repeat_2y=True))
    assert asked.questions
    assert found_by("earlier_punishment", dossier(complaint()), story(repeat_2y=False)) == []


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


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("委托事项：代为报案、控告", "text", []),
        ("委托事项：代为办理商标续展", "text", [WARNS]),
        ("委托事项：代为办理商标续展", "ocr", [WARNS]),
        ("", "none", [WARNS]),
    ],
)
def test_a_power_says_that_the_agent_may_report(text, source, expected):
    assert severities("power_scope", material("power_of_attorney", text or "代理", source=source)) == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("受托人有权转委托", []),
        ("受托人无转委托权", [WARNS]),
        ("委托事项：代为报案", [WARNS]),
        ("未经委托人书面同意，受托人不得转委托他人", [WARNS]),
    ],
)
def test_a_power_is_passed_on_only_where_the_first_allows_it(first, expected):
    given = material("power_of_attorney", first, file="委托书.pdf", principal=HOLDER, agent="成都维权代理有限公司")
    passed = material("power_of_attorney", "转委托书", file="转委托书.pdf", principal="成都维权代理有限公司", agent="钱思源")
    assert severities("power_chain", given, passed) == expected
    assert severities("power_chain", given) == []
