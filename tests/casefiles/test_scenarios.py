"""Reports that are easily judged wrongly: what must be found in each, what must not, and where it goes."""

from pathlib import Path

import pytest

from casefiles.folder import files_under
from casefiles.intake import materials_of
from casefiles.model import Dossier, Review
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.reading import read
from tests import documents
from tests.casefiles.builders import (
    AGENT,
    COMPLAINT,
    HOLDER,
    REPRESENTATIVE,
    USCC,
    complaint,
    complete,
    dossier,
    id_card,
    material,
    power,
    trademark,
)

FOREIGN = "诺德工具有限公司（Nord Tools GmbH）"
MIDDLE = "上海诺德贸易有限公司"
ORGANISATION = ("business_license", "legal_rep_certificate")


def reviewed(of: Dossier) -> Review:
    return review(of, office=office())


def codes(made: Review, *severities: str) -> set[str]:
    return {one.code for one in made.findings if one.severity in (severities or ("blocking", "warning", "info"))}


def foreign(first: str, *, authenticated: str = "兹证明本公司系依德国法律登记，经公证认证，领事认证。") -> Dossier:
    """A holder abroad gives a power to its company here, which gives one to an agent."""
    letter = COMPLAINT.replace(HOLDER, FOREIGN).replace(f"法定代表人：{REPRESENTATIVE}\n", "") + f"\n委托代理人：{AGENT}"
    return dossier(
        complaint(letter, complainant=FOREIGN),
        material("subject_certificate", authenticated, name=FOREIGN),
        material("power_of_attorney", f"{first}\n公证认证", file="委托书.pdf", principal=FOREIGN, agent=MIDDLE, pictures=1),
        material("power_of_attorney", "代为报案、控告", file="转委托书.pdf", principal=MIDDLE, agent=AGENT, pictures=1),
        id_card(),
        trademark(registrant=FOREIGN),
        material("authenticity_report", "鉴别意见\n吊牌与正品不符（盖章）", issuer=FOREIGN, pictures=1),
        material("notarial_deed", applicant=AGENT),
        material("sales_ledger", total_amount="256800.00"),
        complainant_type="foreign_organisation",
    )


def test_a_foreign_holder_reports_through_a_chain_of_powers():
    made = reviewed(foreign("代为报案、控告，受托人有权转委托"))
    assert codes(made, "blocking") == set()
    assert not {"mismatch.principal", "mismatch.power_chain", "authentication.missing"} & codes(made)
    assert made.outcome == "ready"


@pytest.mark.parametrize(
    ("first", "told"), [("代为报案，受托人无转委托权", True), ("代为报案", True), ("代为报案，可以转委托", False)]
)
def test_a_power_passed_on_without_leave_is_put_to_a_person_and_blocks_nothing(first, told):
    made = reviewed(foreign(first))
    assert ("mismatch.power_chain" in codes(made, "warning")) is told
    assert codes(made, "blocking") == set()


def test_a_natural_person_needs_neither_licence_nor_representative():
    name = "孙立人"
    letter = COMPLAINT.replace(HOLDER, name).replace(f"法定代表人：{REPRESENTATIVE}\n", "")
    papers = complete(
        complaint(letter, complainant=name),
        id_card(name=name),
        trademark(registrant=name),
        material("authenticity_report", "鉴别意见\n吊牌不符（盖章）", issuer=name),
        without=["complaint_letter", "trademark_certificate", "authenticity_report", *ORGANISATION],
    )
    made = reviewed(papers)
    assert (made.outcome, codes(made, "blocking")) == ("ready", set())
    assert made.chains[0].state == "holds"


@pytest.mark.parametrize(
    ("value", "status"), [("160000", "met"), ("90000", "not_met")], ids=["three times the figure for sold goods", "less"]
)
def test_goods_not_yet_sold_have_a_figure_of_their_own(value, status):
    letter = COMPLAINT.replace("非法经营数额为人民币256,800.00元", f"现场查获尚未销售的假冒服装，货值金额{value}元")
    papers = complete(
        complaint(letter.replace("生产假冒", "储存待售假冒").replace("服装并销售", "服装")),
        without=["complaint_letter", "sales_ledger"],
        offence="sale_of_counterfeits",
    )
    made = reviewed(papers)
    assert made.threshold.figures == {"unsold_value": int(value)}
    assert made.threshold.status == status
    assert made.outcome == ("ready" if status == "met" else "refer_administrative")


@pytest.mark.parametrize(
    ("amount", "tier"), [("499,999.00", "serious"), ("500,000.00", "especially_serious"), ("50,000.00", "serious")]
)
def test_the_aggravated_tier_begins_at_ten_times_the_base(amount, tier):
    made = reviewed(complete(complaint(COMPLAINT.replace("256,800.00", amount)), without=["complaint_letter", "sales_ledger"]))
    assert (made.threshold.status, made.threshold.tier) == ("met", tier)


def labels(first: str, last: str) -> Review:
    said = f"{first}至{last}，被控告人未经许可印制假冒商标标识15,000件并销售，地点在成都高新区中和街道朝阳路8号。"
    return reviewed(complete(complaint(said), without=["complaint_letter", "sales_ledger"], offence="counterfeit_labels"))


def test_acts_before_the_change_are_judged_by_both_laws_and_the_milder_counts():
    made = labels("2024年3月1日", "2025年3月1日")
    assert (made.threshold.status, made.outcome) == ("not_met", "refer_administrative")
    assert [(one.status, one.decides) for one in made.threshold.standards] == [("not_met", True), ("met", False)]
    assert "threshold.two_laws" in codes(made, "info")


def test_acts_on_both_sides_of_the_change_are_judged_by_the_new_law_and_noted():
    made = labels("2025年1月1日", "2025年12月1日")
    assert (made.threshold.status, len(made.threshold.standards)) == ("met", 1)
    assert "threshold.straddles_change" in codes(made, "info")


def test_no_place_stated_changes_no_outcome():
    letter = COMPLAINT.replace("被控告人地址：成都高新区中和街道朝阳路8号\n", "").replace("在成都高新区中和街道朝阳路8号", "")
    letter = letter.replace("住所地：成都高新区天府大道北段1号\n", "")
    made = reviewed(complete(complaint(letter + "\n成都市公安局高新区分局"), without=["complaint_letter"]))
    assert "jurisdiction.unknown" in codes(made, "warning")
    assert made.outcome == "ready"


def test_neither_seal_nor_signature_blocks_where_it_is_certain_and_not_where_a_scan_may_bear_one():
    unsigned = f"刑事控告书\n控告人：{HOLDER}\n2026年3月1日至9月1日，被控告人在成都高新区生产假冒服装，非法经营数额256,800元。"
    for source, pictures, blocks in (("text", 0, True), ("ocr", None, False), ("text", 1, False)):
        letter = complaint(unsigned, source=source, pictures=pictures)
        made = reviewed(complete(letter, without=["complaint_letter"]))
        assert ("invalid.signature" in codes(made, "blocking")) is blocks, (source, pictures)


def test_a_torn_total_never_sends_a_report_to_the_administration():
    torn = material("sales_ledger", "销售明细\n服装 300 256,800.00\n合计 300 256,8\n00.00", source="ocr")
    letter = complaint(COMPLAINT.replace("，非法经营数额为人民币256,800.00元", ""))
    made = reviewed(complete(letter, torn, without=["complaint_letter", "sales_ledger"]))
    assert (made.threshold.status, made.outcome) == ("unknown", "ready")


def test_several_documents_in_one_scan_are_told_apart(tmp_path: Path):
    licence = [
        "营业执照",
        f"统一社会信用代码：{USCC}",
        f"名称：{HOLDER}",
        f"法定代表人：{REPRESENTATIVE}",
        "成立日期：2015年3月1日",
    ]
    certificate = ["法定代表人身份证明书", f"{REPRESENTATIVE}在我单位任执行董事职务，系我单位法定代表人。", "特此证明", HOLDER]
    mark = ["商标注册证", "第21873645号", f"注册人：{HOLDER}", "核定使用商品：第25类", "有效期至：2028年1月27日"]
    (tmp_path / "扫描件.pdf").write_bytes(documents.scan_pdf([licence, certificate, mark]))
    found = [one for path in files_under(tmp_path) for one in materials_of(tmp_path, path, read)]
    assert [(one.kind, one.part) for one in found] == [
        ("business_license", "1-1"),
        ("legal_rep_certificate", "2-2"),
        ("trademark_certificate", "3-3"),
    ]
    made = reviewed(complete(*found, without=["business_license", "legal_rep_certificate", "trademark_certificate"]))
    assert codes(made, "blocking") == set()


def test_power_and_agent_are_those_who_file():
    made = reviewed(complete(power(), id_card(), filer="agent", agent=AGENT))
    assert codes(made, "blocking") == set()
    without = reviewed(complete(filer="agent", agent=AGENT))
    assert {"missing.power_of_attorney", "missing.id_card"} == codes(without, "blocking")
