"""Former names of an organisation: what papers of the registries print, and what is no change of name."""

import pytest

from casefiles.renaming import former_names
from tests.casefiles.builders import complaint, dossier, found_by, licence, material, representative, told_by, trademark

NOW, BEFORE = "四川明湖水泵股份有限公司", "四川省明湖水泵厂"


@pytest.mark.parametrize(
    "text",
    [
        f"登记事项变更通知\n变更事项\t变更前内容\t变更后内容\n名称\t{BEFORE}\t{NOW}",
        f"变更前名称：{BEFORE}\n变更后名称：{NOW}",
        f"兹证明原{BEFORE}经市市场监督管理局核准，变更为{NOW}。",
        f"{BEFORE}于2024年3月5日更名为{NOW}。",
        f"企业名称：{NOW}（原名：{BEFORE}）",
        f"{NOW}，曾用名{BEFORE}",
    ],
)
def test_a_former_name_is_read_from_papers_of_many_layouts(text):
    assert former_names([material("other", text)], (NOW,)) == (BEFORE,)


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE}将第1234567号商标转让给{NOW}。",
        f"注册地址\t成都市\t绵阳市\n{NOW}",
        "成都青城酒厂于2024年3月5日更名为成都青城酒业有限公司。",
    ],
)
def test_a_transfer_a_new_address_and_another_company_are_no_change_of_name(text):
    assert former_names([material("other", text)], (NOW,)) == ()


def test_two_changes_are_followed():
    papers = [
        material("other", f"{BEFORE}更名为明湖机电有限公司。"),
        material("other", f"明湖机电有限公司变更为{NOW}。"),
    ]
    assert set(former_names(papers, (NOW,))) == {BEFORE, "明湖机电有限公司"}


@pytest.mark.parametrize(("kind", "expected"), [("other", []), ("complaint_letter", [("mismatch.rights_holder", "blocking")])])
def test_a_holder_under_the_former_name_is_the_complainant_where_a_paper_proves_it(kind, expected):
    letter = complaint(complainant=NOW)
    told = material(kind, f"{BEFORE}于2024年3月5日更名为{NOW}。", file="变更.pdf")
    assert told_by("rights_holder", dossier(letter, told, trademark(registrant=BEFORE))) == expected


def test_a_certificate_under_the_former_name_that_names_another_representative_blocks():
    letter = complaint(f"控告书\n控告人：{NOW}（原名称：{BEFORE}）\n控告人：{NOW}（盖章）", complainant=NOW)
    papers = (licence(name=NOW, legal_representative="秦越"), representative(organisation=BEFORE, name="沈复"))
    (finding,) = found_by("legal_representative", dossier(letter, *papers))
    assert (finding.code, finding.severity) == ("mismatch.legal_representative", "blocking")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("变更登记情况\n变更事项\t变更前\t变更后\n法定代表人\t秦越\t沈复", []),
        ("变更前法定代表人：秦越\n变更后法定代表人：沈复", []),
        ("股东会决议：法定代表人由秦越变更为沈复。", []),
        ("股东会决议：法定代表人由秦越变更为柳永。", [("mismatch.legal_representative", "blocking")]),
        ("秦越、沈复出席股东会。", [("mismatch.legal_representative", "blocking")]),
    ],
)
def test_a_new_representative_contradicts_no_old_licence_where_a_paper_tells_of_the_change(text, expected):
    papers = (complaint(complainant=NOW), licence(name=NOW, legal_representative="秦越"))
    certificate = representative(organisation=NOW, name="沈复")
    assert told_by("legal_representative", dossier(*papers, certificate, material("other", text))) == expected
