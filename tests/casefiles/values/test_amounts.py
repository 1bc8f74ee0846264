"""Amounts of money, exact to the cent."""

from decimal import Decimal

import pytest

from casefiles.values.amounts import find_amounts, money, parse_amount, parse_number, parse_only_amount, parse_only_number


@pytest.mark.parametrize(
    ("printed", "yuan"),
    [
        ("256,800.00元", "256800.00"),
        ("人民币256,800.00元", "256800"),
        ("２５６，８００．００元", "256800"),
        ("25.68万元", "256800"),
        ("1.2亿元", "120000000"),
        ("1亿2000万元", "120000000"),
        ("3万5千元", "35000"),
        ("￥18000", "18000"),
        ("RMB 3,000", "3000"),
        ("人民币：¥ 48,600", "48600"),
        ("约25万余元", "250000"),
        ("人民币壹万捌仟元整", "18000"),
        ("叁佰贰拾柒万捌仟元整", "3278000"),
        ("人民币(大写)壹拾贰万叁仟肆佰伍拾陆元柒角捌分", "123456.78"),
        ("捌拾陆万贰仟元伍角整", "862000.5"),
        ("二十五万六千八百元", "256800"),
        ("256,800.00", "256800"),
        ("损失 862000 元", "862000"),
    ],
)
def test_an_amount_is_read_in_every_common_form(printed, yuan):
    assert parse_amount(printed) == Decimal(yuan)


@pytest.mark.parametrize("printed", ["", "若干元", "第三条"])
def test_words_without_a_figure_are_no_amount(printed):
    assert parse_amount(printed) is None


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [("10万元至15万元", 100000, 150000), ("10-15万元", 100000, 150000), ("3000元～5000元", 3000, 5000)],
)
def test_a_range_keeps_both_ends(printed, low, high):
    (found,) = find_amounts(printed)
    assert (found.value, found.upper) == (low, high)


def test_a_quantity_beside_an_amount_is_not_added_to_it():
    assert [one.value for one in find_amounts("茶具 3 256元")] == [256]


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("12万8千", 128000),
        ("12万8500", 128500),
        ("12万左右", 120000),
        ("约12万多", 120000),
        ("48,600.00", 48600),
        ("十二万八千", 128000),
        ("RMB 3,000", 3000),
        ("肆万捌仟陆佰元整", 48600),
    ],
)
def test_an_amount_typed_by_a_person_is_read_whole_with_or_without_its_unit(typed, yuan):
    assert parse_only_amount(typed) == yuan


@pytest.mark.parametrize("typed", ["12万8", "10万至15万", "3万、5万", "48 600", "5000美元", "$5000", "-5", "二十多万", "若干"])
def test_an_amount_of_which_part_would_go_unread_is_none(typed):
    assert parse_only_amount(typed) is None


@pytest.mark.parametrize(("typed", "number"), [("2,140件", 2140), ("1.2万次", 12000), ("1千2百件", None), ("500-600", None)])
def test_a_number_typed_by_a_person_is_read_whole_or_not_at_all(typed, number):
    assert parse_only_number(typed) == number


def test_counts_are_not_money():
    assert [str(one.value) for one in find_amounts("共2,140件,单价120元")] == ["120"]


def test_a_number_is_read_whatever_its_unit():
    assert parse_number("2,140件") == 2140
    assert parse_number("1.2万次") == 12000


def test_money_is_written_as_the_contract_has_it():
    assert money(Decimal("256800")) == "256800.00"
