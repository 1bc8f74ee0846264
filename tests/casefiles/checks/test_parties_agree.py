"""Names on different papers: the same, linked, perhaps misread, or certainly different."""

import pytest

from casefiles.caseview import CaseView
from tests.casefiles.builders import (
    AGENT,
    HOLDER,
    OTHER,
    case,
    complaint,
    dossier,
    found_by,
    id_card,
    licence,
    material,
    power,
    representative,
    severities,
    story,
    told_by,
    trademark,
)

BLOCKS, WARNS = "blocking", "warning"


ENGLISH = """Swedish Companies Registration Office
We hereby certify that the company below is entered in the register of companies.
Company name: Nordbake AB
Registration number: 556012-5790
Registered office: Stockholm
"""


def test_whatever_closes_the_chain_is_the_proof_of_it():
    commission = material("ownership_proof", f"委托创作合同：作品的著作权由{OTHER}转归{HOLDER}所有")
    papers = dossier(complaint(), material("copyright_certificate", owner=OTHER), commission, offence="copyright_infringement")
    assert not any("license_agreement" in one.code for one in found_by("needed_materials", papers))


@pytest.mark.parametrize(
    ("principal", "expected"),
    [(HOLDER, []), ("赵文博", []), ("丙有限公司", [BLOCKS]), (f"丙有限公司、{HOLDER}", []), ("Other Co., Ltd.", [WARNS])],
)
def test_the_principal_is_one_of_the_parties(principal, expected):
    papers = (complaint(), licence(), trademark(), power(principal=principal))
    assert severities("principal", *papers) == expected


def test_the_licensor_may_give_the_power():
    link = material("license_agreement", party_a=OTHER, party_b=HOLDER)
    assert severities("principal", complaint(), trademark(registrant=OTHER), link, power(principal=OTHER)) == []


def test_a_principal_misread_by_a_recogniser_only_warns():
    papers = (complaint(), trademark(), power(principal="成都蜀绣纺服饰有限公司", source="ocr"))
    assert severities("principal", *papers) == [WARNS]


def test_a_principal_without_known_parties_is_left_alone():
    assert severities("principal", power(principal="丙有限公司")) == []


@pytest.mark.parametrize(
    ("named", "empowered", "card", "expected"),
    [
        (AGENT, AGENT, AGENT, []),
        ("李四光", AGENT, AGENT, [BLOCKS]),
        (None, AGENT, "李四光", [BLOCKS]),
        (None, AGENT, None, []),
        (AGENT, AGENT, "赵文博", []),
    ],
)
def test_the_agent_is_one_person(named, empowered, card, expected):
    cards = [id_card(name=card)] if card else []
    papers = (complaint(), licence(), representative(), power(agent=empowered), *cards)
    assert severities("agent", *papers, told=story(agent=named)) == expected


def test_a_power_to_a_law_firm_names_its_lawyer_in_the_text():
    given = material("power_of_attorney", f"委托四川蜀信律师事务所{AGENT}律师", principal=HOLDER, agent="四川蜀信律师事务所")
    assert severities("agent", complaint(), given, told=story(agent=AGENT)) == []


def test_an_agent_misread_in_a_scan_only_warns():
    papers = (complaint(source="ocr"), power(agent="钱思源"))
    assert severities("agent", *papers, told=story(agent="钱思原")) == [WARNS]


@pytest.mark.parametrize(
    ("certified", "source", "expected"),
    [("赵文博", "text", []), ("孙立人", "text", [BLOCKS]), ("赵文搏", "ocr", [WARNS])],
)
def test_the_legal_representative_is_one_person(certified, source, expected):
    papers = (complaint(), licence(), representative(name=certified, source=source))
    assert severities("legal_representative", *papers) == expected


def test_the_representative_in_the_complaint_is_compared_too():
    letter = complaint(f"控告人：{HOLDER}\n法定代表人：孙立人\n被控告人：某公司\n法定代表人：周某某")
    assert severities("legal_representative", letter, licence(), representative()) == [BLOCKS]


def test_the_respondents_representative_is_not_the_complainants():
    letter = complaint(f"控告人：{HOLDER}\n被控告人：某公司\n法定代表人：周某某")
    assert severities("legal_representative", letter, licence(), representative()) == []


def test_the_respondents_licence_is_left_alone():
    theirs = licence(name=OTHER, legal_representative="周某", uscc="914403001922038217", file="对方执照.pdf")
    papers = dossier(complaint(), licence(), representative(), theirs)
    assert told_by("legal_representative", papers) == []
    assert told_by("credit_code", papers) == [("invalid.uscc", WARNS)]


@pytest.mark.parametrize(
    ("number", "source", "expected"),
    [("21873645", "text", []), ("21873654", "text", [BLOCKS]), ("21873654", "ocr", [WARNS]), ("99", "ocr", [BLOCKS])],
)
def test_the_registration_number_is_the_same_in_the_complaint(number, source, expected):
    papers = (complaint(file="控告书.docx", source=source), trademark())
    assert severities("registration_number", *papers, told=story(numbers=[(number, "控告书.docx")])) == expected


def test_an_international_registration_is_the_same_with_and_without_its_letter():
    told = story(numbers=[("G1034567", "控告书.docx")])
    assert severities("registration_number", complaint(file="控告书.docx"), trademark(registration_no="1034567"), told=told) == []


def test_a_second_mark_without_certificate_only_warns():
    told = story(numbers=[("21873645", "控告书.docx"), ("555", "控告书.docx")])
    assert severities("registration_number", complaint(file="控告书.docx"), trademark(), told=told) == [WARNS]


def test_registration_numbers_matter_for_marks_only():
    told = story(numbers=[("555", "控告书.docx")])
    assert severities("registration_number", complaint(), trademark(), told=told, offence="trade_secret") == []


@pytest.mark.parametrize(
    ("answers", "agent", "papers", "expected"),
    [
        ({}, None, [], False),
        ({}, AGENT, [], True),
        ({}, "赵文博", [], False),
        ({}, None, [power()], True),
        ({"filer": "agent"}, None, [], True),
        ({"filer": "representative"}, AGENT, [], False),
    ],
)
def test_who_files(answers, agent, papers, expected):
    view: CaseView = case(dossier(complaint(), licence(), *papers, **answers), story(agent=agent))
    assert view.parties.filed_by_agent is expected


@pytest.mark.parametrize(
    ("complainant", "papers", "answers", "expected"),
    [
        (HOLDER, [], {}, "organisation"),
        ("张三", [], {}, "person"),
        ("欧阳·阿卜杜拉", [], {}, "person"),
        ("老灶火锅店", [], {}, "organisation"),
        ("Acme Inc.", [], {}, "foreign_organisation"),
        ("Nordbake AB（诺德贝克公司）", [], {}, "foreign_organisation"),
        ("诺德贝克公司", [material("subject_certificate", ENGLISH)], {}, "foreign_organisation"),
        ("TCL科技公司", [], {}, "organisation"),
        ("苹果公司", [material("subject_certificate", "公司注册证明书 附加证明书")], {}, "foreign_organisation"),
        ("明辉玩具公司", [material("subject_certificate", "公司设立登记表 统一编号 12345678")], {}, "foreign_organisation"),
        (
            "苹果公司",
            [material("subject_certificate", "公司注册证明书 附加证明书"), licence(name="北京某知识产权代理公司")],
            {},
            "foreign_organisation",
        ),
        (HOLDER, [], {"complainant_type": "person"}, "person"),
    ],
)
def test_what_kind_of_party_complains(complainant, papers, answers, expected):
    assert case(dossier(complaint(complainant=complainant), *papers, **answers)).parties.type == expected


LTD, LIMITED_LIABILITY = "成都蜀绣坊服饰有限公司", "成都蜀绣坊服饰有限责任公司"


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([licence(name=LTD), representative(organisation=LTD)], []),
        ([licence(name=LIMITED_LIABILITY)], [WARNS]),
        ([representative(organisation=LIMITED_LIABILITY)], [WARNS]),
        ([licence(name=LTD), licence(name=OTHER)], []),
        ([licence(name=OTHER), trademark(registrant=OTHER)], []),
        ([licence(name="Shu Embroidery Ltd")], []),
        ([], []),
    ],
    ids=["the same", "licence", "certificate", "another's beside", "the holder's", "foreign", "none"],
)
def test_the_complainant_is_registered_under_the_very_name(papers, expected):
    assert severities("registered_name", complaint(complainant=LTD), *papers) == expected


def test_a_name_that_may_be_misread_or_cut_short_is_told_as_such():
    (scan,) = found_by(
        "registered_name", dossier(complaint(complainant=LTD), licence(name="成都蜀锈坊服饰有限公司", source="ocr"))
    )
    (branch,) = found_by("registered_name", dossier(complaint(complainant=LTD), licence(name=f"{LTD}高新分公司")))
    assert "认错" in scan.message and "分支机构" in branch.message


def test_a_sole_trader_is_both_shop_and_person():
    shop = licence(name="锦江区绣品店", legal_representative="赵文博", text="经营者 赵文博 个体工商户")
    assert severities("registered_name", complaint(complainant="赵文博"), shop) == []
    assert severities("registered_name", complaint(complainant="锦江区绣品店"), shop) == []


@pytest.mark.parametrize(("name", "expected"), [("段红", []), ("卫某", [BLOCKS])])
def test_two_who_complain_together_bring_papers_of_each(name, expected):
    letter = complaint(complainant=f"{HOLDER}、{OTHER}")
    licences = (licence(), licence(name=OTHER, legal_representative="段红", file="乙.pdf"))
    certificates = (representative(), representative(organisation=OTHER, name=name, file="丙.pdf"))
    assert severities("legal_representative", letter, *licences, *certificates) == expected
