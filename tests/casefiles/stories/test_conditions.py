"""The circumstances a limb may ask for: stated, denied, or mentioned by nobody."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casefiles.story import read_story
from tests.casefiles.builders import complaint, dossier, material, trademark

ACTS = "2026年3月至2026年9月，被控告人销售假冒注册商标的商品。"


def conditions(*materials, **options):
    return read_story(dossier(*materials, **options)).conditions


@pytest.mark.parametrize(("classes", "subject"), [("25", "goods"), ("9、25", "goods"), ("41", "service")])
def test_the_classes_of_the_certificate_say_goods_or_services(classes, subject):
    assert conditions(complaint(ACTS), trademark(classes=classes))["subject"] == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [("在培训机构使用控告人的服务商标。", "service"), ("生产假冒服装。", "goods"), ("既假冒商品商标，又假冒服务商标。", "both")],
)
def test_without_a_certificate_the_story_says_goods_or_services(text, subject):
    assert conditions(complaint(text))["subject"] == subject


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (ACTS + "涉及两种注册商标。", "marks_gte_2", True),
        (ACTS + "涉及两种不同权利人的注册商标标识。", "marks_gte_2", True),
        (ACTS + "被控告人曾于2025年5月因销售假冒注册商标的商品被行政处罚。", "repeat_2y", True),
        (ACTS + "被控告人曾于2021年5月因销售假冒注册商标的商品被行政处罚。", "repeat_2y", False),
        (ACTS + "被控告人二年内未受过行政处罚。", "repeat_2y", False),
        (ACTS, "repeat_2y", None),
        (ACTS, "marks_gte_2", None),
    ],
)
def test_special_circumstances_of_marks(text, name, value):
    assert conditions(complaint(text)).get(name) is value


def test_the_name_of_the_charge_is_no_recipient_abroad():
    charge = "控告请求：追究为境外窃取、刺探、收买、非法提供商业秘密罪的刑事责任。\n"
    told = [
        conditions(complaint(charge + text), offence="trade_secret_foreign") for text in ("窃取配方。", "为某外国公司窃取配方。")
    ]
    assert [one.get("foreign_recipient") for one in told] == [None, True]


def test_a_decision_on_file_is_an_earlier_punishment():
    decision = material("administrative_decision", "行政处罚决定书\n侵犯注册商标专用权", issued_on="2025-01-10")
    assert conditions(complaint(ACTS), decision)["repeat_2y"] is True


def test_the_answer_of_the_form_goes_where_no_document_speaks():
    assert conditions(complaint(ACTS), punished_within_two_years=True, marks_count=3) == {
        "subject": "goods",
        "marks_gte_2": True,
        "repeat_2y": True,
    }


@pytest.mark.parametrize(
    ("offence", "text", "name", "value"),
    [
        ("patent_passing_off", "假冒控告人两项专利。", "patents_gte_2", True),
        ("counterfeit_labels", "被控告人从他人处购进商标标识后加价出售。", "act", "sell_others_labels"),
        ("counterfeit_labels", "被控告人印制商标标识。", "act", "make_labels"),
        ("counterfeit_labels", "被控告人向上家收来一批假冒酒瓶盖转卖。", "act", "sell_others_labels"),
        ("counterfeit_labels", "涉嫌销售非法制造的注册商标标识罪。", "act", "sell_others_labels"),
        ("counterfeit_labels", "拿货他人私自印制的吊牌后转卖。", "act", "sell_others_labels"),
        ("counterfeit_labels", "涉嫌非法制造、销售非法制造的注册商标标识罪。", "act", None),
        ("copyright_infringement", "被控告人提供破解软件，规避技术保护措施。", "act", "supply_circumvention"),
        ("trade_secret_foreign", "将商业秘密发送给境外公司。", "foreign_recipient", True),
        ("trade_secret", "造成损失，致使我公司破产。", "bankruptcy", True),
    ],
)
def test_circumstances_of_the_other_offences(offence, text, name, value):
    assert conditions(complaint(text), offence=offence).get(name) == value


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("已卖出水壶700把，尚有420把在库。", 420),
        ("剩余85桶机油没有发出。", 85),
        ("现存香皂1,300包。", 1300),
        ("在库房内灌装机油85桶。", None),
    ],
)
def test_what_is_left_in_stock_is_unsold_whatever_it_is_counted_in(text, pieces):
    assert conditions(complaint(text)).get("unsold_quantity") == (None if pieces is None else Decimal(pieces))


def test_unsold_pieces_and_prices_are_kept_for_the_value_ladder():
    found = conditions(
        complaint("现场查获尚未销售的耳机300副。标价为199元，正品市场中间价为899元。"), offence="sale_of_counterfeits"
    )
    assert (found["unsold_quantity"], found["tag_price"], found["market_price"]) == (Decimal(300), Decimal(199), Decimal(899))
