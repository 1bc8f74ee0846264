"""What a report needs, by who hands it in and for which offence, and what only a person can answer."""

from dataclasses import replace

import pytest

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
    ("agent", "papers", "warned"),
    [(AGENT, [], True), (None, [], False), ("赵文博", [], False), (AGENT, [power()], False)],
)
def test_an_agent_in_the_complaint_is_asked_about_where_the_form_names_none(agent, papers, warned):
    of = complete(*papers)
    of = replace(of, answers=replace(of.answers, filer="self"))
    expected = [("mismatch.agent", WARNS)] if warned else []
    assert list(told_by("agent", of, story(agent=agent))) == expected


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
