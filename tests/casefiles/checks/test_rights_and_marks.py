"""Marks, works, software, patents: the same thing in every paper, alive, and the right offence for it."""

import pytest

from tests.casefiles.builders import HOLDER, OTHER, complaint, dossier, found_by, material, severities, story, told_by, trademark

WARNS, BLOCKS = "warning", "blocking"


def work(text, **fields):
    return material("copyright_certificate", text, **{"owner": HOLDER, "work_title": "锦里春色", **fields})


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (f"作者：{HOLDER}\n首次发表日期：1970年5月1日", "text", [BLOCKS]),
        (f"作者：{HOLDER}\n首次发表日期：1970年5月1日", "ocr", [WARNS]),
        (f"作者：{HOLDER}\n首次发表日期：1976年5月1日", "text", []),
        ("作者：李某\n首次发表日期：1960年5月1日", "text", []),
        (f"作者：{HOLDER}\n首次发表日期：2020年5月1日", "text", []),
        (f"作者：{HOLDER}", "text", []),
    ],
)
def test_the_work_of_an_organisation_lasts_fifty_years_and_of_a_person_nothing_is_said(text, source, expected):
    of = dossier(complaint(), work(text, source=source), offence="copyright_infringement")
    found = found_by("copyright_term", of)
    assert [(one.severity, one.curable) for one in found] == [(severity, severity != BLOCKS) for severity in expected]


def test_a_work_whose_term_ends_within_the_acts_is_partly_alive():
    of = dossier(complaint(), work(f"作者：{HOLDER}\n首次发表日期：1975年5月1日"), offence="copyright_infringement")
    assert told_by("copyright_term", of, story(acts=("2025-06-01", "2026-06-01"))) == [("expired.copyright_certificate", WARNS)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("涉案标识与我公司商标构成近似，容易导致混淆。", [WARNS]),
        ("涉案标识与我公司商标完全相同。", []),
        ("涉案标识与注册商标文字相同，个别为近似商标。", []),
        ("涉案商品印有我公司商标。", []),
    ],
)
def test_a_mark_that_is_only_called_similar_is_put_to_a_person(said, expected):
    assert severities("mark_sameness", complaint(said), trademark()) == expected


def test_a_complaint_of_a_similar_mark_beside_a_comparison_of_the_same_one_is_put_to_a_person():
    comparison = material("comparison", "比对结论：两者文字完全相同，标识一致。")
    said = [complaint(one) for one in ("销售标有与“天枢禾”近似的“天枢和”标识的糕点。", "使用同一商标，容易造成混淆。")]
    assert [severities("mark_sameness", one, comparison, trademark()) for one in said] == [[WARNS], []]


def test_similar_marks_are_asked_of_trademark_offences_only():
    assert severities("mark_sameness", complaint("构成近似商标。"), offence="trade_secret") == []


@pytest.mark.parametrize(("stated", "expected"), [(True, ["info"]), (False, []), (None, [])])
def test_two_marks_are_asked_for_their_sources(stated, expected):
    conditions = {} if stated is None else {"marks_gte_2": stated}
    papers = (complaint(), trademark(), trademark(file="另一件.pdf", registration_no="1234567"))
    assert severities("marks_sources", *papers, told=story(**conditions)) == expected


def test_marks_of_one_holder_may_be_of_one_source():
    of = dossier(trademark(), trademark(file="另一件.pdf"))
    (same,) = found_by("marks_sources", of, story(marks_gte_2=True))
    (different,) = found_by("marks_sources", dossier(trademark(), trademark(registrant=OTHER)), story(marks_gte_2=True))
    assert "同一来源。" in same.message
    assert "可能指向同一来源" not in different.message


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("被控告人复制我公司作品《巴山夜雨》并销售。", [WARNS]),
        ("被控告人复制我公司作品《锦里春色》并销售。", []),
        ("被控告人复制我公司《锦里春色系列》并销售，附《公证书》。", []),
        ("被控告人复制我公司作品并销售，违反《著作权法》。", []),
    ],
)
def test_the_complaint_names_the_registered_work(said, expected):
    papers = (complaint(said), work("作品登记证书"))
    assert severities("work_agreement", *papers, offence="copyright_infringement") == expected


def test_statement_and_comparison_name_the_registered_work_too():
    papers = (material("non_authorisation_statement", "从未许可复制《巴山夜雨》。"), work("作品登记证书"))
    assert severities("work_agreement", *papers, offence="copyright_infringement") == [WARNS]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("比对对象：天府云ERP软件V2.0", [WARNS]),
        ("比对对象：天府云ERP软件 v1.0", []),
        ("比对对象：天府云ERP软件V1", []),
        ("比对对象：天府云ERP软件", []),
        ("登记号2021SR0000001的软件", [WARNS]),
        ("登记号2020SR1234567的软件V1.0", []),
    ],
)
def test_the_compared_software_is_the_registered_one(said, expected):
    certificate = material(
        "software_certificate", "软件名称：天府云ERP软件V1.0\n登记号：2020SR1234567", software_name="天府云ERP软件V1.0"
    )
    papers = (certificate, material("comparison", said))
    assert severities("software_identity", *papers, offence="copyright_infringement") == expected


PATENT = {"patent_no": "ZL201920430592.9", "patentee": HOLDER}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("被控告人的产品落入专利权保护范围，构成专利侵权。", [WARNS]),
        ("被控告人在包装上标注我公司专利号ZL201920430592.9。", []),
        ("被控告人在产品上标注我公司专利号，其产品并未落入保护范围。", []),
        ("涉嫌假冒专利罪。被控告人的产品落入专利权保护范围，构成专利侵权。", [WARNS]),
        ("被控告人编造的专利号并不属于任何人。", [WARNS]),
        ("被控告人生产销售灯具。", []),
    ],
)
def test_working_a_patent_is_told_from_passing_off(said, expected):
    papers = (complaint(said), material("patent_certificate", **PATENT))
    assert severities("patent_conduct", *papers, offence="patent_passing_off") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [("标注专利号ZL202030011111.X", [WARNS]), ("标注专利号 ZL 201920430592.9", []), ("标注我公司专利号", [])],
)
def test_the_patent_number_is_the_same_in_the_complaint(said, expected):
    papers = (complaint(said), material("patent_certificate", **PATENT))
    assert severities("patent_number_agreement", *papers, offence="patent_passing_off") == expected


def test_a_patent_licence_does_not_contradict_a_mark():
    told = story(numbers=[("ZL201920430592.9", "控告书.docx"), ("12345678", "许可合同.docx")])
    papers = (complaint(file="控告书.docx"), trademark(), material("license_agreement", file="许可合同.docx"))
    assert severities("registration_number", *papers, told=told) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("该网站传播我公司电影，免费提供下载。", [WARNS]),
        ("该网站上传我公司电影。", [WARNS]),
        ("该网站传播我公司电影，收取会员费。", []),
    ],
)
def test_copyright_offences_need_a_sign_of_profit(said, expected):
    assert severities("profit_purpose", complaint(said), offence="copyright_infringement") == expected
    assert severities("profit_purpose", complaint(said)) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [("点击量12万次。", [WARNS]), ("经后台统计并去重，点击量12万次。", [])],
)
def test_counts_on_the_net_are_asked_how_they_were_made(said, expected):
    told = story(figures=[("clicks", "120000", "claimed")])
    assert severities("online_counts", complaint(said), told=told, offence="copyright_infringement") == expected
    assert severities("online_counts", complaint(said), told=story(), offence="copyright_infringement") == []
