"""Papers in another language or made abroad."""

import pytest

from tests.casefiles.builders import (
    complaint,
    dossier,
    found_by,
    material,
    power,
    told_by,
)

WARNS = "warning"


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


def test_one_translation_does_not_stand_for_the_papers_it_says_nothing_of():
    licence = material("license_agreement", FOREIGN, file="licence.pdf")
    letter = material("web_evidence", FOREIGN, file="letter.pdf")
    translation = material("license_agreement", "商标许可合同（中文译本）\n许可人把商标许可给被许可人使用。", file="许可合同.pdf")
    of = dossier(complaint(), licence, letter, translation)
    assert [one.evidence[0].file for one in found_by("translation", of)] == ["letter.pdf"]


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
