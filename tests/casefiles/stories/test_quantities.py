"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casefiles.stories.quantities import find_quantities, read_words


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("256,800.00元", "256800.00", "元"),
        ("25.68万余元", "256800", "元"),
        ("贰拾伍万陆仟捌佰元整", "256800", "元"),
        ("捌拾陆万贰仟元伍角", "862000.5", "元"),
        ("25万8千元", "258000", "元"),
        ("1万2000元", "12000", "元"),
        ("1.2亿元", "120000000", "元"),
        ("百余万元", "1000000", "元"),
        ("3至4万元", "30000", "元"),
        ("120-150元", "120", "元"),
        ("¥25680", "25680", "元"),
        ("三千余件", "3000", "件"),
        ("12万余次", "120000", "次"),
        ("5千余件", "5000", "件"),
        ("280000余元", "280000", "元"),
    ],
)
def test_a_number_is_read_with_its_unit(text, value, unit):
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("words", "value"), [("万", None), ("十万", 100000), ("二百五十万", 2500000), ("两千", 2000)])
def test_chinese_numerals(words, value):
    assert read_words(words) == value
