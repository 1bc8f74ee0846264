"""Amounts of money, exact to the cent."""

from decimal import Decimal

import pytest

from casefiles.values.amounts import find_amounts, money, parse_amount, parse_number


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


def test_counts_are_not_money():
    assert [str(one.value) for one in find_amounts("共2,140件,单价120元")] == ["120"]


def test_a_number_is_read_whatever_its_unit():
    assert parse_number("2,140件") == 2140
    assert parse_number("1.2万次") == 12000


def test_money_is_written_as_the_contract_has_it():
    assert money(Decimal("256800")) == "256800.00"
