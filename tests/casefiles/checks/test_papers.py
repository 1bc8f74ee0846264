"""Papers that are unread, doubled, issued by another, too late, or do not fit the rest of the dossier."""

from dataclasses import replace

import pytest

from casefiles.model import Line, Page, Problem, Reading
from tests.casefiles.builders import (
    AGENT,
    HOLDER,
    OTHER,
    complaint,
    dossier,
    found_by,
    licence,
    material,
    power,
    told_by,
    trademark,
)

WARNS, INFORMS = "warning", "info"


@pytest.mark.parametrize(
    ("code", "severity"),
    [("unreadable.encrypted", WARNS), ("unreadable.damaged", WARNS), ("unreadable.unsupported", INFORMS)],
)
def test_what_could_not_be_read_is_told_once_and_never_blocks(code, severity):
    problem = Problem(code, "读不出。", "请重传。", page=2)
    halves = (material("other", file="a.pdf", problems=[problem]), material("photos", file="a.pdf", problems=[problem]))
    (finding,) = found_by("unreadable_files", dossier(*halves))
    assert (finding.code, finding.severity, finding.evidence[0].page) == (code, severity, 2)


def test_the_same_bytes_twice_are_told_but_parts_of_one_file_are_not():
    assert (
        told_by("duplicate_files", dossier(material("other", file="a", sha256="1"), material("nda", file="a", sha256="1"))) == []
    )
    twice = dossier(material("other", file="a", sha256="1"), material("other", file="b", sha256="1"))
    assert told_by("duplicate_files", twice) == [("duplicate.material", WARNS)]


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (complaint("核定使用商品为第25类服装，被控告人销售假冒的外套"), 0),
        (complaint("核定使用商品为第9类耳机"), 1),
        (complaint("被控告人销售假冒的白酒"), 1),
        (complaint("被控告人销售假冒的外套和手机壳"), 0),
        (complaint("被控告人销售某种商品"), 0),
        (complaint("被控告人销售假冒的糕点"), 1),
        (material("authenticity_report", "送检外套2件，经比对面料、纽扣和缝制工艺，均与正品不符。"), 0),
    ],
)
def test_goods_of_another_class_are_put_to_a_person(paper, expected):
    found = told_by("goods", dossier(paper, trademark()))
    assert found == [("mismatch.goods", WARNS)] * expected


@pytest.mark.parametrize(("issuer", "expected"), [(HOLDER, 0), ("某鉴定有限公司", 1)])
def test_someone_else_who_authenticates_is_told(issuer, expected):
    of = dossier(complaint(), trademark(), material("authenticity_report", issuer=issuer))
    assert len(told_by("authenticity_report", of)) == expected


@pytest.mark.parametrize(("scope", "expected"), [("代为报案、控告", 1), ("代为报案、鉴别真伪", 0), ("鉴 定 商 品", 0)])
def test_an_agent_empowered_to_authenticate_may(scope, expected):
    empowered = power(agent="某知识产权代理有限公司", text=f"授权委托书\n{scope}")
    report = material("authenticity_report", issuer="某知识产权代理有限公司")
    assert len(told_by("authenticity_report", dossier(complaint(), trademark(), empowered, report))) == expected


@pytest.mark.parametrize(
    ("applicant", "day", "expected"),
    [
        (HOLDER, "2026-09-10", []),
        ("赵文博", "2026-09-10", []),
        (AGENT, "2026-09-10", []),
        ("某某律师事务所", "2026-09-10", ["mismatch.notarial_applicant"]),
        ("四川某律师事务所", "2026-09-10", []),
        (HOLDER, "2026-12-10", ["mismatch.notarial_date"]),
    ],
)
def test_a_notarial_deed_belongs_to_the_dossier(applicant, day, expected):
    empowered = power(text="委托四川某律师事务所赵文博律师为代理人")
    of = dossier(complaint(), licence(), empowered, material("notarial_deed", applicant=applicant, issued_on=day))
    assert [code for code, _ in told_by("notarial_deed", of)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布日期：2024年1月1日", 0),
        ("发布日期：2026年6月1日", 1),
        ("本制度自2026年6月1日起施行", 1),
        ("本制度自2021年1月1日起施行", 0),
        ("保密制度", 0),
    ],
)
def test_confidentiality_measures_are_older_than_the_acts(text, expected):
    of = dossier(material("confidentiality_measures", text), offence="trade_secret")
    assert len(told_by("secret_measures_date", of)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("登记日期：2026年8月1日", 1),
        ("登记日期：2026年8月1日\n首次发表日期：2020年1月1日", 0),
        ("登记日期：2020年8月1日", 0),
        ("登记证书", 0),
    ],
)
def test_a_copyright_registered_after_the_acts_needs_more(text, expected):
    of = dossier(material("software_certificate", text), offence="copyright_infringement")
    assert len(told_by("registered_after_acts", of)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我公司曾于2025年向公安机关报案", ["duplicate.earlier_report"]),
        ("双方曾签有加盟合同", ["jurisdiction.commercial_dispute"]),
        ("双方曾于2023年签订加盟合同，被控告人拖欠费用", ["jurisdiction.commercial_dispute"]),
        ("我公司已就同一事实向成都市中级人民法院提起民事诉讼", ["duplicate.earlier_report"]),
        ("被控告人自称在商标注册前已经使用该标识", ["jurisdiction.commercial_dispute"]),
        ("被控告人生产假冒服装", []),
    ],
)
def test_signs_of_earlier_handling_or_of_a_dispute_are_told(text, expected):
    found = told_by("earlier_handling", dossier(complaint(text)))
    assert found == [(code, INFORMS) for code in expected]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("以独占使用许可的方式许可乙方使用", None),
        ("以排他使用许可的方式许可乙方使用", "info"),
        ("以普通使用许可的方式许可乙方使用", "warning"),
        ("本许可为非独占许可", "warning"),
        ("许可乙方使用", "info"),
        ("以普通使用许可的方式许可乙方使用，乙方有权以自己名义报案、维权", None),
    ],
)
def test_a_licensee_says_which_licence_it_holds(words, severity):
    licensed = material("license_agreement", words, party_a=OTHER, party_b=HOLDER)
    found = found_by("license_kind", dossier(complaint(), trademark(registrant=OTHER), licensed))
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_the_holder_itself_is_not_asked_for_a_kind_of_licence():
    licensed = material("license_agreement", "普通许可", party_a=HOLDER, party_b=OTHER)
    assert found_by("license_kind", dossier(complaint(), trademark(), licensed)) == []


@pytest.mark.parametrize(
    ("pages", "heads", "format", "expected"),
    [
        ("2", ["序号", "证据名称", "页数"], "pdf", []),
        ("12", ["序号", "证据名称", "页数"], "pdf", ["mismatch.evidence_pages"]),
        ("12", ["序号", "证据名称", "份数"], "pdf", []),
        ("1-12", ["序号", "证据名称", "页数"], "pdf", []),
        ("12", ["序号", "证据名称", "页数"], "docx", []),
    ],
)
def test_the_pages_of_the_evidence_list_are_those_of_the_pdf(pages, heads, format, expected):
    listing = material("evidence_list", tables=[[heads, ["1", "公证书", pages]]])
    deed = replace(material("notarial_deed"), reading=Reading(format, (Page(1, (Line("公证书"),)), Page(2, (Line("公证员"),)))))
    assert [code for code, _ in told_by("evidence_list_pages", dossier(listing, deed))] == expected


def test_pages_are_not_compared_where_two_papers_are_of_the_kind():
    listing = material("evidence_list", tables=[[["名称", "页数"], ["公证书", "12"]]])
    assert (
        told_by("evidence_list_pages", dossier(listing, material("notarial_deed"), material("notarial_deed", file="另一份.pdf")))
        == []
    )
