"""Numbers and their check digits. The good ones are printed in public standards and registers or made up with right digits."""

import pytest

from casefiles.values import identifiers


@pytest.mark.parametrize("code", ["914403001922038216", "9144030071526726XG", "91330100799655058B", "91110000802100433b"])
def test_a_real_credit_code_is_valid(code):
    assert identifiers.credit_code_is_valid(code)
    assert identifiers.organisation_code_is_valid(code)


@pytest.mark.parametrize("code", ["914403001922038217", "91440300192203821", "9144030019220382IO", ""])
def test_a_credit_code_with_a_wrong_sign_is_not(code):
    assert not identifiers.credit_code_is_valid(code)


def test_the_inner_organisation_code_is_checked_apart():
    code = "914403001922038317"
    assert not identifiers.organisation_code_is_valid(code)


def test_an_identity_number_needs_length_date_and_check_digit():
    assert identifiers.identity_number_is_valid("11010519491231002X")
    assert identifiers.identity_number_is_valid("11010519491231002x")
    assert not identifiers.identity_number_is_valid("110105194912310029")
    assert not identifiers.identity_number_is_valid("11010519490230002X")
    assert not identifiers.identity_number_is_valid("1101051949123100")


def test_the_region_of_an_identity_number_does_not_matter():
    assert identifiers.identity_number_is_valid("999999199003070039")
    assert str(identifiers.birth_date("999999199003070039")) == "1990-03-07"


@pytest.mark.parametrize(
    "number", ["ZL200410055494.X", "ZL200410066600.4", "ZL01130815.X", "ZL02123502.3", "zl 2004 1 0055494.x"]
)
def test_patent_numbers_of_both_systems_are_valid(number):
    assert identifiers.patent_number_is_valid(number)


def test_a_patent_number_with_a_wrong_check_digit_is_not():
    assert identifiers.patent_number_is_shaped("ZL200410055494.1")
    assert not identifiers.patent_number_is_valid("ZL200410055494.1")


@pytest.mark.parametrize(
    ("shaped", "number"),
    [
        (identifiers.case_number_is_shaped, "（2024）川0191刑初123号"),
        (identifiers.case_number_is_shaped, "（2019）最高法知民终562号"),
        (identifiers.case_number_is_shaped, "（2008）江宁刑初字第953号"),
        (identifiers.case_number_is_shaped, "（2012）沪一中刑（知）终字第3号"),
        (identifiers.work_number_is_shaped, "国作登字-2021-A-01233328"),
        (identifiers.work_number_is_shaped, "浙作登字11-2013-F-14787"),
        (identifiers.software_number_is_shaped, "2019SR1041330"),
        (identifiers.software_number_is_shaped, "软著登字第035260号"),
        (identifiers.trademark_number_is_shaped, "13876268"),
        (identifiers.trademark_number_is_shaped, "G1234567"),
        (identifiers.deed_number_is_shaped, "(2026)川成蜀证内经字第10234号"),
        (identifiers.document_number_is_shaped, "川西知鉴字〔2026〕第061号"),
        (identifiers.document_number_is_shaped, "成高市监处罚〔2026〕12号"),
    ],
)
def test_numbers_have_their_shapes(shaped, number):
    assert shaped(number)
    assert not shaped("没有号码")


@pytest.mark.parametrize(
    ("shaped", "numbers"),
    [
        (identifiers.case_number_is_shaped, ["川0191刑初123号", "（24）川0191刑初123号", "（2024）川0191刑初号"]),
        (identifiers.work_number_is_shaped, ["国作登字", "2021-F-01233328", "国作登字-2021-F-012"]),
        (identifiers.software_number_is_shaped, ["2019SR10413", "19SR1041330", "软著登字第12号"]),
        (identifiers.trademark_number_is_shaped, ["G12345", "1387626812", "AB123456"]),
        (identifiers.deed_number_is_shaped, ["川成蜀证内经字第10234号", "(2026)川成蜀证内经字第号"]),
        (identifiers.document_number_is_shaped, ["〔2026〕12号", "成高市监处罚12号", "成高市监处罚〔2026〕号"]),
        (identifiers.patent_number_is_shaped, ["ZL2004100554", "200410055494.XX", "CN112345678A"]),
        (identifiers.patent_number_is_valid, ["ZL200410066600.5", "ZL01130815.1", "ZL200410055494"]),
        (identifiers.credit_code_is_shaped, ["91440300192203821", "9144030019220382I6", "9144030O1922038216"]),
    ],
)
def test_numbers_of_another_shape_are_told_apart(shaped, numbers):
    assert [number for number in numbers if shaped(number)] == []
