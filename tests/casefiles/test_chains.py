"""The chain of rights, step by step, and where it breaks."""

from dataclasses import replace

import pytest

from casefiles.chains import chains_of
from tests.casefiles.builders import HOLDER, OTHER, case, complaint, dossier, found_by, licence, material, trademark

ABROAD = "Nord Tools GmbH"


def links(*papers, **options):
    (chain,) = chains_of(case(dossier(*papers, **options)))
    return chain.state, [(link.kind, link.state) for link in chain.links]


def licensed(giver, taker, text="商标许可使用合同", **fields):
    return material("license_agreement", text, party_a=giver, party_b=taker, **fields)


def test_a_holder_who_complains_is_a_chain_of_one_link():
    assert links(complaint(), trademark()) == ("holds", [("certificate", "holds")])


def test_a_licence_leads_from_the_holder_to_the_complainant():
    papers = (complaint(), trademark(registrant=OTHER), licensed(OTHER, HOLDER))
    assert links(*papers) == ("holds", [("certificate", "holds"), ("licence", "holds")])


def test_a_chain_over_several_steps_is_told_in_order_whatever_the_order_of_the_files():
    first = material("trademark_renewal", "商标转让证明", party_a=ABROAD, party_b=OTHER, registration_no="21873645")
    second = licensed(OTHER, HOLDER, "许可合同，被许可人可以再许可他人")
    (chain,) = chains_of(case(dossier(complaint(), second, first, trademark(registrant=ABROAD))))
    assert [(link.giver, link.taker) for link in chain.links[1:]] == [(ABROAD, OTHER), (OTHER, HOLDER)]


@pytest.mark.parametrize(
    ("papers", "kind", "why"),
    [
        ((trademark(registrant=OTHER),), "missing", "没有见到连接两者的材料"),
        ((trademark(registrant=OTHER), licensed(OTHER, HOLDER, "许可使用第87654321号注册商标")), "licence", "87654321"),
        ((trademark(registrant=OTHER), licensed("成都中间商贸有限公司", HOLDER)), "licence", "取得权利的材料"),
        ((trademark(registrant=OTHER), licensed(OTHER, HOLDER, "许可期限自2024年1月1日起至2025年1月1日止")), "licence", "届满"),
        ((trademark(valid_until="2020-01-01"),), "certificate", "届满"),
        ((trademark(), material("trademark_renewal", "续展", registration_no="87654321")), "renewal", "不是这件商标"),
    ],
)
def test_each_break_is_shown_where_it_is(papers, kind, why):
    (chain,) = chains_of(case(dossier(complaint(), *papers)))
    broken = [link for link in chain.links if link.state == "broken"]
    assert chain.state == "broken"
    assert [link.kind for link in broken][:1] == [kind]
    assert why in broken[0].why


def test_a_renewal_carries_the_certificate_on():
    papers = (
        trademark(valid_until="2020-01-01"),
        material("trademark_renewal", "续展证明", registration_no="21873645", valid_until="2030-01-01"),
    )
    assert links(complaint(), *papers) == ("holds", [("certificate", "holds"), ("renewal", "holds")])


def test_what_a_scan_shows_is_left_to_a_person():
    scanned = licensed("成都中间商贸有限公司", HOLDER, source="ocr")
    state, found = links(complaint(), trademark(registrant=OTHER), scanned)
    assert (state, found[1]) == ("unclear", ("licence", "unclear"))


def test_a_licensee_who_licenses_on_needs_the_right_to():
    middle = "成都中间商贸有限公司"
    papers = (trademark(registrant=OTHER), licensed(OTHER, middle, file="一.pdf"), licensed(middle, HOLDER, file="二.pdf"))
    (chain,) = chains_of(case(dossier(complaint(), *papers)))
    assert (chain.links[2].state, "再许可" in chain.links[2].why) == ("unclear", True)


def test_the_right_to_license_on_may_stand_in_the_first_licence():
    middle = "成都中间商贸有限公司"
    first = licensed(OTHER, middle, "被许可人有权再许可第三方", file="一.pdf")
    (chain,) = chains_of(case(dossier(complaint(), trademark(registrant=OTHER), first, licensed(middle, HOLDER, file="二.pdf"))))
    assert chain.state == "holds"


@pytest.mark.parametrize("printed", [f"变更后注册人名义：{OTHER}", f"受 让 人：{OTHER}", f"受让人名称\t{OTHER}"])
def test_a_changed_name_is_read_from_the_certificate_of_the_change(printed):
    change = material("trademark_renewal", f"变更证明\n变更前：{ABROAD}\n{printed}", registration_no="21873645")
    papers = (complaint(), trademark(registrant=ABROAD), change, licensed(OTHER, HOLDER))
    assert links(*papers) == ("holds", [("certificate", "holds"), ("transfer", "holds"), ("licence", "holds")])


def test_how_the_holder_came_by_the_right_is_no_break():
    bought = licensed("冯远", HOLDER, "著作权转让合同")
    assert links(complaint(), trademark(), bought) == ("holds", [("certificate", "holds"), ("licence", "holds")])


def test_what_the_complainant_gave_another_is_no_step_to_him():
    given = licensed(HOLDER, OTHER, "许可期限自2020年1月1日起至2024年1月1日止")
    assert links(complaint(), trademark(), given) == ("holds", [("certificate", "holds")])


def test_a_register_that_enters_a_new_holder_is_a_transfer():
    certificate = material("patent_certificate", patent_no="ZL202030214577.9", patentee=OTHER)
    register = material("patent_register_extract", f"专利登记簿副本\n专利权人：{HOLDER}", patent_no="ZL202030214577.9")
    papers = (complaint(), certificate, register)
    assert links(*papers, offence="patent_passing_off") == ("holds", [("certificate", "holds"), ("transfer", "holds")])


def test_a_renewal_bound_in_with_other_papers_is_shown_where_it_begins():
    page = replace(material("trademark_renewal", "续展注册证明").reading.pages[0], number=3)
    renewal = material("trademark_renewal", "续展注册证明", registration_no="21873645", valid_until="2034-03-27")
    bound = replace(renewal, part="3-3", reading=replace(renewal.reading, pages=(page,)))
    (chain,) = chains_of(case(dossier(complaint(), trademark(), bound)))
    assert [(link.evidence.part, link.evidence.page) for link in chain.links[1:]] == [("3-3", 3)]


def test_offences_without_certificates_have_no_chain():
    assert chains_of(case(dossier(complaint(), licence(), offence="trade_secret"))) == ()


def test_a_break_is_a_warning_of_its_own_and_a_lapsed_licence_is_told_once():
    papers = (complaint(), trademark(registrant=OTHER))
    (wrong,) = found_by("rights_chain", dossier(*papers, licensed(OTHER, HOLDER, "第87654321号注册商标")))
    assert (wrong.code, wrong.severity) == ("mismatch.rights_chain", "warning")
    assert found_by("rights_chain", dossier(*papers, licensed(OTHER, HOLDER))) == []
    assert found_by("rights_chain", dossier(*papers, licensed(OTHER, HOLDER, "许可期限至2025年1月1日"))) == []


@pytest.mark.parametrize(
    ("clause", "state"),
    [
        ("乙方有权再许可他人使用", "holds"),
        ("乙方不得再许可他人使用", "unclear"),
        ("未经甲方书面同意，乙方不得再许可他人使用", "unclear"),
    ],
)
def test_a_clause_that_bars_licensing_onward_gives_no_right_to_it(clause, state):
    taken, given = licensed(ABROAD, OTHER, clause), licensed(OTHER, HOLDER, "商标许可使用合同，乙方不得再许可他人使用")
    (chain,) = chains_of(case(dossier(complaint(), trademark(registrant=ABROAD), taken, given)))
    assert [link.state for link in chain.links if link.taker == HOLDER] == [state]


def test_a_transfer_of_another_mark_links_nobody():
    other = material("trademark_renewal", f"商标转让证明\n转让人：{OTHER}\n受让人：{HOLDER}", registration_no="87654321")
    own = material("trademark_renewal", f"商标转让证明\n转让人：{OTHER}\n受让人：{HOLDER}", registration_no="21873645")
    found = [found_by("rights_holder", dossier(complaint(), trademark(registrant=OTHER), paper)) for paper in (other, own)]
    assert [[one.severity for one in each] for each in found] == [["blocking"], []]
