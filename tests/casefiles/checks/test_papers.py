"""Papers that are absent, unread, unsigned, doubled, foreign, or do not fit together."""

from dataclasses import replace

import pytest

from casefiles.checks.signature import signed
from casefiles.model import Line, Page, Problem, Reading
from tests.casefiles.builders import (
    AGENT,
    COMPLAINT,
    HOLDER,
    OTHER,
    complaint,
    complete,
    dossier,
    found_by,
    id_card,
    licence,
    material,
    power,
    representative,
    story,
    told_by,
    trademark,
)

BLOCKS, WARNS, INFORMS = "blocking", "warning", "info"


def missing(of, told=None, severity=BLOCKS) -> set[str]:
    return {code for code, found in told_by("needed_materials", of, told) if found == severity}


def test_a_complete_report_lacks_nothing():
    assert missing(complete()) == set()


@pytest.mark.parametrize(
    ("without", "code"),
    [
        ("complaint_letter", "missing.complaint_letter"),
        ("business_license", "missing.business_license"),
        ("legal_rep_certificate", "missing.legal_rep_certificate"),
        ("trademark_certificate", "missing.trademark_certificate"),
        ("authenticity_report", "missing.authenticity_report"),
        ("notarial_deed", "missing.infringement_evidence"),
        ("sales_ledger", "missing.amount_evidence"),
    ],
)
def test_each_needed_material_blocks_when_absent(without, code):
    assert missing(complete(without=[without])) == {code}


@pytest.mark.parametrize("without", ["comparison", "non_authorisation_statement", "evidence_list"])
def test_advisable_materials_warn_when_absent(without):
    of = complete(without=[without])
    assert missing(of) == set()
    assert missing(of, severity=WARNS) == {f"missing.{without}"}


@pytest.mark.parametrize(
    "said",
    [
        "我公司未许可任何单位或者个人在上述商品上使用该注册商标。",
        "经查,我司从未以任何形式授权、许可该网店经营者销售带有上述商标\n的商品。",
        "被鉴别商品的经营者没有取得我公司的任何授权。",
        "该经营者与我单位之间不存在任何许可关系。",
    ],
)
def test_a_holders_statement_within_its_authenticity_report_says_that_nothing_was_permitted(said):
    report = material("authenticity_report", f"鉴别意见\n送检商品系假冒。\n{said}\n（盖章）", issuer=HOLDER)
    of = complete(report, without=["authenticity_report", "non_authorisation_statement"])
    assert "missing.non_authorisation_statement" not in missing(of, severity=WARNS)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("authenticity_report", "送检商品未经我公司许可使用注册商标，系假冒。"),
        ("authenticity_report", "送检商品并非我公司生产或授权生产。"),
        ("authenticity_report", "该厂没有许可证生产。"),
        ("notarial_deed", "店主称，某公司未许可他人使用该商标。"),
    ],
)
def test_a_conclusion_about_goods_or_the_words_of_others_state_no_want_of_permission(kind, said):
    of = complete(material(kind, said, file="另一份.pdf"), without=["non_authorisation_statement"])
    assert "missing.non_authorisation_statement" in missing(of, severity=WARNS)


def test_what_the_complaint_says_of_permission_is_shown_and_does_not_stand_for_the_holders_own_statement():
    said = complaint(f"{COMPLAINT}\n控告人从未授权被控告人使用上述注册商标。", file="控告书.docx")
    of = complete(said, without=["complaint_letter", "non_authorisation_statement"])
    (told,) = [one for one in found_by("needed_materials", of) if one.code == "missing.non_authorisation_statement"]
    assert told.severity == WARNS and "不能代替" in told.message
    assert [(place.file, "从未授权" in place.quote) for place in told.evidence] == [("控告书.docx", True)]


@pytest.mark.parametrize(
    ("granted", "proved"),
    [("甲方授予乙方以图书形式出版发行作品的专有使用权。", True), ("甲方许可乙方在门店使用该注册商标。", False)],
)
def test_a_publisher_proves_its_right_by_the_contract_of_publication(granted, proved):
    contract = material("license_agreement", f"图书出版合同\n{granted}", party_b=HOLDER)
    without = ["copyright_certificate", "software_certificate", "ownership_proof"]
    of = complete(contract, offence="sale_of_infringing_copies", without=without)
    assert ("missing.ownership_proof" not in missing(of)) is proved


@pytest.mark.parametrize(
    ("offence", "codes"),
    [
        ("counterfeit_trademark", {"trademark_certificate", "authenticity_report", "infringement_evidence", "amount_evidence"}),
        ("sale_of_counterfeits", {"trademark_certificate", "authenticity_report", "infringement_evidence", "amount_evidence"}),
        ("counterfeit_labels", {"trademark_certificate", "authenticity_report", "infringement_evidence", "amount_evidence"}),
        (
            "patent_passing_off",
            {"patent_certificate", "patent_register_extract", "infringement_evidence", "amount_evidence"},
        ),
        ("copyright_infringement", {"ownership_proof", "infringement_evidence", "amount_evidence"}),
        ("sale_of_infringing_copies", {"ownership_proof", "infringement_evidence", "amount_evidence"}),
        ("trade_secret", {"trade_secret_carrier", "confidentiality_measures", "access_proof", "amount_evidence"}),
        ("trade_secret_foreign", {"trade_secret_carrier", "confidentiality_measures", "access_proof"}),
    ],
)
def test_each_offence_asks_for_its_own_materials(offence, codes):
    of = dossier(complaint(), licence(), representative(), offence=offence)
    assert missing(of) == {f"missing.{code}" for code in codes}


def test_a_figure_in_the_complaint_takes_the_place_of_a_ledger_with_a_warning():
    told = story(figures=[("illegal_business", "256800", "claimed")])
    of = complete(without=["sales_ledger"])
    assert missing(of, told) == set()
    assert missing(of, told, WARNS) == {"threshold.claimed_only"}
    (claimed,) = (one for one in found_by("needed_materials", of, told) if one.code == "threshold.claimed_only")
    assert claimed.evidence and "“" not in claimed.message  # the passage stands below, with its place


def test_an_original_on_paper_counts_and_is_noted():
    of = complete(without=["authenticity_report"], offline_kinds=frozenset({"authenticity_report"}))
    assert missing(of) == set()
    assert missing(of, severity=INFORMS) == {"offline.material"}


@pytest.mark.parametrize(
    ("papers", "agent", "expected"),
    [
        ([], AGENT, {"missing.power_of_attorney", "missing.id_card"}),
        ([power()], AGENT, {"missing.id_card"}),
        ([power(), id_card()], AGENT, set()),
        ([power(), material("lawyer_credentials", name=AGENT)], AGENT, set()),
        ([id_card()], AGENT, {"missing.power_of_attorney"}),
        ([power(), id_card(name="赵文博")], AGENT, {"missing.id_card"}),
        ([], None, set()),
        ([], "赵文博", set()),
    ],
)
def test_someone_else_who_files_needs_a_power_and_a_card(papers, agent, expected):
    assert missing(complete(*papers), story(agent=agent)) == expected


@pytest.mark.parametrize(
    ("cards", "expected"),
    [([], {"missing.id_card"}), ([id_card(name="孙立人")], set()), ([id_card(name=AGENT)], {"missing.id_card"})],
)
def test_a_natural_person_needs_the_own_card_only(cards, expected):
    person = complaint("控告人：孙立人", complainant="孙立人")
    told = story(agent=AGENT)
    of = complete(person, *cards, without=["complaint_letter", "business_license", "legal_rep_certificate"])
    of = replace(of, answers=replace(of.answers, filer="self", agent=AGENT))
    assert missing(of, told) - {"missing.license_agreement"} == expected


def test_a_foreign_organisation_needs_a_certificate_of_its_country():
    letter = complaint("Complainant: Acme Inc.", complainant="Acme Inc.")
    certificate = trademark(registrant="Acme Inc.")
    kept_out = ["complaint_letter", "business_license", "legal_rep_certificate", "trademark_certificate"]
    assert missing(complete(letter, certificate, without=kept_out)) == {"missing.subject_certificate"}


@pytest.mark.parametrize("name", ["诺德工具有限公司（Nord GmbH）", "红木软件公司(Redwood, Inc.)"])
def test_a_name_with_a_foreign_form_needs_a_certificate_of_its_country(name):
    letter = complaint(f"控告人：{name}", complainant=name)
    kept_out = ["complaint_letter", "business_license", "legal_rep_certificate", "trademark_certificate"]
    assert missing(complete(letter, trademark(registrant=name), without=kept_out)) == {"missing.subject_certificate"}


def test_a_sole_trader_has_an_operator_and_no_legal_representative():
    shop = material("business_license", "营业执照\n类型：个体工商户\n经营者：孙立人", name=HOLDER)
    of = complete(shop, id_card(name="孙立人"), without=["business_license", "legal_rep_certificate"])
    assert "missing.legal_rep_certificate" not in missing(of)


def test_a_holder_who_is_someone_else_calls_for_the_chain():
    assert missing(complete(trademark(registrant=OTHER), without=["trademark_certificate"])) == {"missing.license_agreement"}


def test_without_an_offence_the_needs_of_every_report_hold():
    assert missing(dossier(offence=None)) == {
        "missing.complaint_letter",
        "missing.business_license",
        "missing.legal_rep_certificate",
    }


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
    ("text", "pictures", "source", "expected"),
    [
        ("控告人：某公司\n2026年10月1日", 1, "text", "signed"),
        ("控告人：某公司（盖章）\n2026年10月1日", 0, "text", "claimed"),
        ("某公司（盖章） 2026年10月1日", 0, "text", "claimed"),
        ("委托人（签名）：张三", 0, "text", "claimed"),
        ("POWER OF ATTORNEY\nLyon, 3 May 2026   Jean Moreau (signature)", 0, "text", "claimed"),
        ("POWER OF ATTORNEY\nSigned by: Jean Moreau", 0, "text", "claimed"),
        ("鉴定单位：东洋轴承株式会社（印）", 0, "text", "claimed"),
        ("与原件一致，由甲公司提供（复印件）\n日期：", 0, "text", "unsigned"),
        ("委托人：（加盖公章）成都某商行\n2026年10月1日", 0, "text", "claimed"),
        ("委托人（盖章）        受托人（签字）\n日期：", 0, "text", "unsigned"),
        ("POWER OF ATTORNEY\nSignature: ______", 0, "text", "unsigned"),
        ("控告人：某公司\n2026年10月1日", 0, "text", "unsigned"),
        ("出具单位：（公章）某公司\n2026年10月1日", 0, "text", "claimed"),
        ("委托人（签名）：\n日期：", 0, "text", "unsigned"),
        ("受托人：张三\n委托事项：代为报案。\n2026年10月1日", 0, "text", "unsigned"),
        ("委托事项：代为报案。\n委托人：张三\n2026年10月1日", 0, "text", "claimed"),
        ("出具单位（公章）  年  月  日", 0, "text", "unsigned"),
        ("控告人：孙立人\n2026年10月1日", 0, "text", "claimed"),
        ("Authorised Signatory: Ingrid Solberg\nDate: 1 October 2026", 0, "text", "claimed"),
        ("Signature:\nDate:", 0, "text", "unsigned"),
        ("控告人：孙立人\n法定代表人：", 0, "text", "unsigned"),
        ("控告人：某公司（盖章）", None, "text", "unknown"),
        (f"控告人：{HOLDER}\n2026年10月1日", None, "text", "unknown"),
        ("此致", None, "text", "claimed"),
        ("此致", None, "ocr", "unknown"),
        ("此致", 1, "ocr", "unknown"),
    ],
)
def test_a_signature_is_known_absent_only_where_no_picture_can_hold_it(text, pictures, source, expected):
    paper = complaint(text, pictures=pictures, source=source)
    assert signed(paper) == expected
    severities = {"unsigned": [BLOCKS], "claimed": [WARNS]}.get(expected, [])
    assert [severity for _, severity in told_by("signature", dossier(paper))] == severities


JAPANESE = (
    "使用許諾契約書\n甲は乙に対し、本製品に関する商標を使用することを許諾するものとする。乙は、甲の定める品質を守らなければならない。"
    * 4
)
FOREIGN = "This agreement is made between the parties and governed by the laws of the State. " * 5


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([material("license_agreement", FOREIGN)], [("translation.missing", WARNS)]),
        ([material("license_agreement", FOREIGN), material("other", "中文译本\n本协议")], []),
        (
            [material("license_agreement", FOREIGN), material("power_of_attorney", "中文译本附后\n" + FOREIGN)],
            [("translation.missing", WARNS)],
        ),
        ([material("license_agreement", JAPANESE)], [("translation.missing", WARNS)]),
        ([material("other", "控告人销售的ホシノ牌相机" + 200 * "正品")], []),
        ([material("license_agreement", "许可合同 License No. 5")], []),
        ([material("other", "")], []),
    ],
)
def test_a_foreign_paper_needs_a_translation(papers, expected):
    assert told_by("translation", dossier(complaint(), *papers)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("注册证明", 1), ("注册证明 经领事认证", 0), ("註冊證書 附委託公證人證明", 0), ("註冊證書 加章轉遞", 0)],
)
def test_a_paper_made_abroad_needs_authentication(text, expected):
    of = dossier(complaint(complainant="Acme Inc."), material("subject_certificate", text))
    assert len(told_by("translation", of)) == expected


def test_a_short_certificate_in_another_language_needs_a_translation_and_a_few_words_on_a_photo_do_not():
    text = "Certificate of Registration\nCompany name: Nordbake AB\nRegistered office: Stockholm, Sweden"
    found = [
        [code for code, _ in told_by("translation", dossier(complaint(), material(kind, text)))]
        for kind in ("subject_certificate", "photos")
    ]
    assert found == [["translation.missing", "authentication.missing"], []]


def test_a_power_passed_on_by_an_agent_here_was_not_made_abroad():
    agency = "四川明衡知识产权代理有限公司"
    first = power(principal="Acme Inc.", agent=agency, text="授权委托书 经公证认证", file="委托书.pdf")
    second = power(principal=agency, text="转委托书", file="转委托书.pdf")
    assert told_by("translation", dossier(complaint(complainant="Acme Inc."), first, second)) == []


def test_a_deed_about_a_purchase_authenticates_no_company():
    certificate = material("subject_certificate", "Certificate of Good Standing")
    deed = material("notarial_deed", "公证书\n保全证据\n兹证明代理人购买商品两件。")
    of = dossier(complaint(complainant="Acme Inc."), certificate, deed)
    assert told_by("translation", of) == [("authentication.missing", WARNS)]


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


HEADS = ["序号", "数量", "单价", "金额"]


@pytest.mark.parametrize(("total", "expected"), [("300.00", 0), ("300.01", 0), ("390.00", 1)])
def test_the_rows_of_a_ledger_add_up(total, expected):
    rows = [HEADS, ["1", "2", "50", "100.00"], ["2", "4", "50", "200.00"], ["合计", "6", "", total]]
    assert len(told_by("amounts_agree", dossier(material("sales_ledger", tables=[rows])))) == expected


@pytest.mark.parametrize(
    ("row", "expected"), [(["1", "2", "50", "110.00"], 1), (["1", "2", "50", "100.40"], 0), (["1", "2", "", "110.00"], 0)]
)
def test_pieces_times_price_is_the_amount_of_the_row(row, expected):
    rows = [HEADS, row, ["2", "4", "50", "200.00"]]
    assert len(told_by("amounts_agree", dossier(material("sales_ledger", tables=[rows])))) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([("illegal_business", "256800", "claimed"), ("illegal_business", "256800.00", "ledger")], 0),
        ([("illegal_business", "256800", "claimed"), ("illegal_business", "200000", "ledger")], 1),
        ([("illegal_business", "3", "claimed"), ("illegal_business", "1", "ledger"), ("sales_amount", "2", "ledger")], 0),
        ([("illegal_business", "256800", "claimed")], 0),
    ],
)
def test_the_claim_is_the_ledgers_total(figures, expected):
    assert len(told_by("amounts_agree", dossier(), story(figures=figures))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人民币壹万捌仟元整（¥18,000.00）", 0),
        ("人民币壹万捌仟元整（¥19,000.00）", 1),
        ("¥18000元（大写：壹万捌仟元整）", 0),
        ("18000元（大写：壹万玖仟元整）", 1),
        ("注册资本壹仟万元整", 0),
    ],
)
def test_figures_and_capitals_say_the_same(text, expected):
    assert len(told_by("amounts_agree", dossier(complaint(text)))) == expected


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


def test_a_page_of_its_own_may_hold_the_seal():
    pages = (Page(1, (Line("控告书"),), pictures=0), Page(2, (Line("2026年10月1日"),), pictures=1))
    assert signed(replace(complaint(), reading=Reading("docx", pages))) == "signed"


@pytest.mark.parametrize(
    ("offence", "asked", "not_asked"),
    [
        ("sale_of_counterfeits", "明知", "密点"),
        ("counterfeit_trademark", "是否相同", "明知"),
        ("copyright_infringement", "营利", "单纯销售"),
        ("trade_secret", "密点", "营利"),
        ("patent_passing_off", "冒充", "营利"),
    ],
)
def test_what_only_a_person_can_see_is_asked(offence, asked, not_asked):
    (finding,) = found_by("for_the_eye", dossier(offence=offence))
    questions = "".join(finding.questions)
    assert asked in questions and not_asked not in questions


def test_without_an_offence_nothing_is_asked():
    assert told_by("for_the_eye", dossier(offence=None)) == []


def test_a_file_of_unknown_kind_is_named_where_something_is_missing():
    (finding,) = found_by("needed_materials", complete(material("other", file="扫描1.jpg"), without=["trademark_certificate"]))
    assert "《扫描1.jpg》" in finding.message
    settled = replace(material("other", file="扫描1.jpg"), kind_by="民警甲")
    (finding,) = found_by("needed_materials", complete(settled, without=["trademark_certificate"]))
    assert "扫描1" not in finding.message


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
