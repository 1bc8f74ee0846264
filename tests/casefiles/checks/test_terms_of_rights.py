"""Rights and papers against the days that matter: alive, partly alive, lapsed, and not to be told."""

import pytest

from tests.casefiles.builders import HOLDER, complaint, dossier, found_by, id_card, material, power, story, told_by, trademark

BLOCKS, WARNS = "blocking", "warning"


@pytest.mark.parametrize(
    ("valid_until", "acts", "expected"),
    [
        ("2028-01-27", ("2026-03-01", "2026-09-01"), []),
        ("2026-09-01", ("2026-03-01", "2026-09-01"), []),
        ("2026-08-31", ("2026-03-01", "2026-09-01"), [WARNS]),
        ("2026-03-01", ("2026-03-01", "2026-09-01"), [WARNS]),
        ("2026-02-28", ("2026-03-01", "2026-09-01"), [BLOCKS]),
        ("2026-11-02", None, []),
        ("2026-11-01", None, [BLOCKS]),
        ("长期", ("2026-03-01", "2026-09-01"), []),
    ],
)
def test_a_mark_is_measured_by_the_days_of_the_acts(valid_until, acts, expected):
    found = told_by("trademark_term", dossier(complaint(), trademark(valid_until=valid_until)), story(acts=acts))
    assert found == [("expired.trademark_certificate", severity) for severity in expected]


def test_an_expired_mark_is_curable_and_says_where_its_term_stands():
    (finding,) = found_by("trademark_term", dossier(trademark(valid_until="2025-06-13")))
    assert finding.curable
    assert "2025-06-13" in finding.message
    assert finding.evidence[0].quote == "2025-06-13"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"registration_no": "21873645", "valid_until": "2035-06-13"}, []),
        ({"valid_until": "2035-06-13"}, []),
        ({"registration_no": "99999", "valid_until": "2035-06-13"}, [BLOCKS]),
        ({"registration_no": "21873645"}, [WARNS]),
    ],
)
def test_a_renewal_of_this_mark_keeps_it_alive(fields, expected):
    papers = dossier(trademark(valid_until="2025-06-13"), material("trademark_renewal", **fields))
    assert [severity for _, severity in told_by("trademark_term", papers)] == expected


def test_a_mark_registered_after_the_acts_was_not_alive():
    certificate = material("trademark_certificate", "注册日期：2026年10月1日", valid_until="2036-09-30", registration_no="1")
    assert told_by("trademark_term", dossier(certificate)) == [("expired.trademark_certificate", BLOCKS)]


def test_a_grace_period_that_still_runs_is_named():
    (finding,) = found_by("trademark_term", dossier(trademark(valid_until="2026-08-01")), story(acts=None))
    assert "2027-02-01" in finding.remedy


@pytest.mark.parametrize(
    ("valid_until", "expected"), [("2026-11-02", []), ("2026-11-01", [BLOCKS]), ("2027-01-01", []), ("办结为止", [])]
)
def test_a_power_of_attorney_is_alive_on_the_day_of_filing(valid_until, expected):
    found = told_by("power_of_attorney_term", dossier(power(valid_until=valid_until)))
    assert found == [("expired.power_of_attorney", severity) for severity in expected]


@pytest.mark.parametrize(("begins", "expected"), [("2026年11月3日", [WARNS]), ("2026年11月2日", [])])
def test_a_power_that_begins_after_the_day_of_filing_is_told(begins, expected):
    text = f"授权委托书\n委托期限：自{begins}起至2027年9月30日止"
    found = told_by("power_of_attorney_term", dossier(material("power_of_attorney", text, valid_until="2027-09-30")))
    assert found == [("expired.power_of_attorney", severity) for severity in expected]


def test_a_lapsed_power_beside_a_live_one_only_warns():
    papers = dossier(power(valid_until="2025-01-01"), power(valid_until="2027-01-01", file="新委托书.pdf"))
    assert told_by("power_of_attorney_term", papers) == [("expired.power_of_attorney", WARNS)]


@pytest.mark.parametrize(("valid_until", "expected"), [("2026-11-01", [WARNS]), ("2026-11-02", []), ("长期", [])])
def test_a_lapsed_identity_card_warns(valid_until, expected):
    found = told_by("id_card_term", dossier(id_card(valid_until=valid_until)))
    assert found == [("expired.id_card", severity) for severity in expected]


@pytest.mark.parametrize(
    ("text", "number", "filed", "expected"),
    [
        ("发明专利证书", "ZL200610055494.X", "2006-06-01", [WARNS]),
        ("发明专利证书", "ZL200410055494.X", "2004-10-01", [BLOCKS]),
        ("发明专利证书", "ZL201810055494.X", "2018-10-01", []),
        ("实用新型专利证书", "ZL201620055494.X", "2016-02-01", [BLOCKS]),
        ("专利证书", "ZL201620055494.X", "2016-02-01", [BLOCKS]),
        ("外观设计专利证书", "ZL201430055494.X", "2014-02-01", [WARNS]),
        ("外观设计专利证书", "ZL202230055494.X", "2022-02-01", []),
        ("专利证书", "", "2001-02-01", []),
    ],
)
def test_a_patent_is_measured_from_its_day_of_filing(text, number, filed, expected):
    certificate = material("patent_certificate", text, patent_no=number, filing_date=filed)
    found = found_by("patent_term", dossier(certificate, offence="patent_passing_off"))
    assert [finding.severity for finding in found] == expected
    assert all(finding.curable is (finding.severity == WARNS) for finding in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("法律状态\t专利权终止\n终止日期\t2025年8月14日", [BLOCKS]),
        ("该专利权自2024-05-12起因未缴纳年费终止", [BLOCKS]),
        ("专利权终止日：2026.05.20", [WARNS]),
        ("专利权终止日：2025年8月14日\n2025年10月9日专利权恢复", []),
        ("专利权于2026年10月20日终止", []),
        ("专利权期限届满终止日见公告；年费缴纳日：2025年8月14日", []),
    ],
)
def test_a_patent_that_ended_before_the_acts_by_the_register_is_not_alive(text, expected):
    extract = material("patent_register_extract", text)
    found = found_by("patent_term", dossier(extract, offence="patent_passing_off"), story())
    assert [one.severity for one in found] == expected
    assert all(one.curable for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("专利权终止日：\n年费：已缴", []), ("因未缴年费，专利权已终止", [WARNS]), ("专利权有效", [])],
)
def test_a_register_extract_that_tells_of_an_end_warns(text, expected):
    found = told_by("patent_term", dossier(material("patent_register_extract", text), offence="patent_passing_off"))
    assert [severity for _, severity in found] == expected


@pytest.mark.parametrize(
    ("day", "acts", "expected"),
    [
        ("2025年7月30日", ("2026-03-01", "2026-09-01"), ("expired.patent_certificate", BLOCKS)),
        ("2026年7月30日", ("2026-03-01", "2026-09-01"), ("expired.patent_register_extract", WARNS)),
        ("2025年7月30日", None, ("expired.patent_register_extract", WARNS)),
    ],
)
def test_a_patent_that_ended_before_the_acts_was_alive_on_none_of_their_days(day, acts, expected):
    extract = material("patent_register_extract", f"法律状态：专利权因未缴年费终止，终止日{day}")
    (found,) = found_by("patent_term", dossier(extract, offence="patent_passing_off"), story(acts=acts))
    assert (found.code, found.severity) == expected
    assert found.curable


@pytest.mark.parametrize(
    ("text", "holder", "expected"),
    [
        ("许可期限：自2024年1月1日起至2026年6月30日止", "成都另一家服饰有限公司", [BLOCKS]),
        ("许可期限：自2024年1月1日起至2027年6月30日止", "成都另一家服饰有限公司", []),
        ("许可期限：自2024年1月1日起至2026年6月30日止", None, [WARNS]),
        ("双方同意许可使用", "成都另一家服饰有限公司", []),
        ("本合同有效期为十年，自签字之日起生效。\n签订日期：2022年1月10日", "成都另一家服饰有限公司", []),
        ("合同期限：3年，自签订之日起计算，签订日期：2022年1月10日", "成都另一家服饰有限公司", [BLOCKS]),
        ("许可期限见附件，签订日期：2022年1月10日", "成都另一家服饰有限公司", []),
    ],
)
def test_a_licence_is_alive_on_the_day_of_filing(text, holder, expected):
    parties = {"party_a": "成都另一家服饰有限公司", "party_b": "成都蜀绣坊服饰有限公司"}
    licence = material("license_agreement", text, **parties, signed_on="2022-01-10")
    certificate = trademark(registrant=holder) if holder else trademark()
    found = told_by("license_term", dossier(complaint(), certificate, licence))
    assert found == [("expired.license_agreement", severity) for severity in expected]


def test_the_term_of_what_the_holder_gave_another_is_no_matter_of_his():
    given = material("license_agreement", "许可期限：自2024年1月1日起至2026年6月30日止", party_a=HOLDER, party_b="乙出版社")
    assert told_by("license_term", dossier(complaint(), trademark(), given)) == []


def test_a_lapsed_licence_blocks_when_it_was_scanned_too():
    parties = {"party_a": "成都另一家服饰有限公司", "party_b": "成都蜀绣坊服饰有限公司"}
    licence = material("license_agreement", "许可期限：自2024年1月1日起至2026年6月30日止", source="ocr", **parties)
    papers = dossier(complaint(), trademark(registrant="成都另一家服饰有限公司"), licence)
    assert told_by("license_term", papers) == [("expired.license_agreement", BLOCKS)]


@pytest.mark.parametrize(("last", "expected"), [("2026年6月30日", [BLOCKS]), ("2027年6月30日", [])])
def test_of_two_licences_the_one_that_leads_to_the_complainant_must_be_alive(last, expected):
    first = material(
        "license_agreement", "许可期限至2031年1月31日", party_a="北方株式会社", party_b="乙商贸有限公司", file="一.pdf"
    )
    second = material(
        "license_agreement", f"授权期限：2024年1月1日至{last}", party_a="乙商贸有限公司", party_b=HOLDER, file="二.pdf"
    )
    found = told_by("license_term", dossier(complaint(), trademark(registrant="北方株式会社"), first, second))
    assert found == [("expired.license_agreement", severity) for severity in expected]
