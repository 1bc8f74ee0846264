"""The holder of the right and who complains: the same, linked by papers, perhaps misread, or someone else."""

import pytest

from tests.casefiles.builders import (
    HOLDER,
    OTHER,
    complaint,
    dossier,
    found_by,
    licence,
    material,
    severities,
    trademark,
)

BLOCKS, WARNS = "blocking", "warning"


@pytest.mark.parametrize(
    "registrant",
    [HOLDER, "成都蜀绣坊服饰有限公司(盖章)", "成都 蜀绣坊服饰有限公司", "成都蜀繡坊服飾有限公司", f"{OTHER}、{HOLDER}"],
)
def test_the_holder_who_complains_is_recognised_in_every_spelling(registrant):
    assert severities("rights_holder", complaint(), trademark(registrant=registrant)) == []


@pytest.mark.parametrize(
    "registrant", ["诺德工具有限公司", "NORD GmbH", "诺德工具有限公司 (Nord GmbH)", "Nord GmbH（诺德工具有限公司）"]
)
def test_a_name_printed_with_its_foreign_original_is_either(registrant):
    letter = complaint(complainant="诺德工具有限公司（Nord GmbH）")
    assert severities("rights_holder", letter, trademark(registrant=registrant)) == []


@pytest.mark.parametrize("note", ["（个体工商户）", "（理事长：卫某）", "（经营者：卫某）", "（负责人 卫某）"])
def test_who_operates_a_shop_is_no_part_of_its_name(note):
    assert severities("rights_holder", complaint(complainant="乙茶行" + note), trademark(registrant="乙茶行")) == []


def test_a_name_in_two_languages_may_have_brackets_of_its_own():
    letter = complaint(complainant="勝記食品（香港）有限公司（SING KEE FOODS (HK) LIMITED）")
    assert severities("rights_holder", letter, trademark(registrant="胜记食品（香港）有限公司")) == []


@pytest.mark.parametrize("registrant", ["成都老谢凉粉店", "谢长生"])
def test_a_shop_printed_with_its_operator_is_either(registrant):
    letter = complaint(complainant="成都老谢凉粉店（经营者：谢长生，男，电话不详）")
    assert severities("rights_holder", letter, trademark(registrant=registrant)) == []


def test_a_licence_in_another_language_is_left_to_a_person():
    letter = "We hereby license the said trademark to our exclusive licensee in the territory. " * 4
    link = material("license_agreement", letter, party_a="Nord Foods GmbH")
    assert severities("rights_holder", complaint(), trademark(registrant=OTHER), link) == [WARNS]


def test_a_holder_who_is_someone_else_blocks_and_shows_both_places():
    (finding,) = found_by("rights_holder", dossier(complaint(), trademark(registrant=OTHER)))
    assert (finding.code, finding.severity) == ("mismatch.rights_holder", BLOCKS)
    assert OTHER in finding.message and HOLDER in finding.message
    assert {place.file for place in finding.evidence} == {"complaint_letter.pdf", "trademark_certificate.pdf"}


def test_a_paper_of_no_known_kind_that_names_both_is_left_to_a_person():
    unknown = material("other", f"{OTHER}同意{HOLDER}以其名义维权")
    assert severities("rights_holder", complaint(), trademark(registrant=OTHER), unknown) == [WARNS]
    assert severities("rights_holder", complaint(), trademark(registrant=OTHER), material("other", OTHER)) == [BLOCKS]


@pytest.mark.parametrize(
    ("operator", "expected"), [("段红", []), ("卫某", [BLOCKS])], ids=["its operator holds the mark", "another person does"]
)
def test_a_sole_trader_is_the_person_who_operates_it(operator, expected):
    shop = licence(name="成都老灶头火锅店", legal_representative="段红", text="营业执照\n个体工商户\n经营者：段红")
    letter = complaint(complainant="成都老灶头火锅店")
    assert severities("rights_holder", letter, shop, trademark(registrant=operator)) == expected


@pytest.mark.parametrize(
    ("kind", "text", "fields"),
    [
        ("license_agreement", "许可合同", {"party_a": OTHER, "party_b": HOLDER}),
        ("license_agreement", f"授权书\n兹授权{HOLDER}使用我公司{OTHER}的商标", {}),
        ("trademark_renewal", f"商标转让证明\n受让人 {HOLDER}", {}),
        ("ownership_proof", f"{OTHER}把著作权转让给{HOLDER}", {}),
    ],
)
def test_a_link_to_the_holder_satisfies(kind, text, fields):
    link = material(kind, text, **fields)
    assert severities("rights_holder", complaint(), trademark(registrant=OTHER), link) == []


def patent(**fields):
    return material("patent_certificate", **{"patent_no": "ZL202030214577.9", "patentee": OTHER, **fields})


def register(*lines):
    return material("patent_register_extract", "\n".join(("专利登记簿副本", *lines)), patent_no="ZL202030214577.9")


@pytest.mark.parametrize(
    "lines",
    [
        (f"专利权人：{HOLDER}", "法律状态：专利权维持"),
        (f"专利权人\t{OTHER}\t2020-11-06", f"专利权人变更\t变更前：{OTHER}\t变更后：{HOLDER}"),
        (f"变更前专利权人：{OTHER}", f"变更后专利权人：{HOLDER}"),
    ],
)
def test_the_register_of_patents_names_who_holds_it_now(lines):
    papers = dossier(complaint(), patent(), register(*lines), offence="patent_passing_off")
    assert found_by("rights_holder", papers) == []
    assert not any("license_agreement" in one.code for one in found_by("needed_materials", papers))


@pytest.mark.parametrize(
    "extract", [register(f"专利权人：{OTHER}"), material("patent_register_extract", f"专利年费收据\n缴费人：{HOLDER}")]
)
def test_who_pays_the_fees_does_not_hold_the_patent(extract):
    papers = dossier(complaint(), patent(), extract, offence="patent_passing_off")
    assert [one.severity for one in found_by("rights_holder", papers)] == [BLOCKS]


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        ("公证书\n公证事项：继承\n被继承人唐伯年遗留的著作权由唐小满继承", []),
        ("公证书\n公证事项：保全证据\n唐小满购买署名唐伯年的画作一幅", [BLOCKS]),
    ],
)
def test_an_heir_is_linked_by_the_deed_of_inheritance(deed, expected):
    papers = dossier(
        complaint(complainant="唐小满"),
        material("copyright_certificate", owner="唐伯年"),
        material("notarial_deed", deed),
        offence="copyright_infringement",
    )
    assert [one.severity for one in found_by("rights_holder", papers)] == expected


def test_a_chain_of_two_licences_satisfies():
    first = material("license_agreement", party_a=OTHER, party_b="中间有限公司", file="一.pdf")
    second = material("license_agreement", party_a="中间有限公司", party_b=HOLDER, file="二.pdf")
    assert severities("rights_holder", complaint(), trademark(registrant=OTHER), first, second) == []


def test_a_licence_between_others_does_not_link():
    link = material("license_agreement", "许可合同", party_a="甲有限公司", party_b="乙有限公司")
    assert severities("rights_holder", complaint(), trademark(registrant=OTHER), link) == [BLOCKS]


@pytest.mark.parametrize(
    "certificate",
    [
        trademark(registrant="成都蜀绣坊服饰有限公可", source="ocr"),
        trademark(registrant="Shuxiufang Fashion Co., Ltd."),
    ],
)
def test_what_may_be_misread_or_translated_is_put_to_a_person(certificate):
    assert severities("rights_holder", complaint(), certificate) == [WARNS]


def test_a_scanned_licence_that_names_nobody_is_put_to_a_person():
    link = material("license_agreement", "模糊", source="ocr")
    assert severities("rights_holder", complaint(), trademark(registrant=OTHER), link) == [WARNS]


def test_one_certificate_of_the_complainant_is_enough():
    both = (trademark(file="甲.pdf"), trademark(registrant=OTHER, file="乙.pdf"))
    assert severities("rights_holder", complaint(), *both) == [WARNS]


def test_without_a_complainant_nothing_is_compared():
    assert severities("rights_holder", trademark(registrant=OTHER)) == []
