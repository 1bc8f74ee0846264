"""What a capture, a report, a list, an opinion, a power or an earlier decision must show."""

import pytest

from tests.casefiles.builders import HOLDER, complaint, dossier, found_by, material, severities, story

WARNS, INFORMS = "warning", "info"


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
