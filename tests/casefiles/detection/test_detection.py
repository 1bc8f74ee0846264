"""Which offence a text describes; silence where it describes another crime that merely mentions a brand."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from casefiles.detection import detect
from tests.soon import soon

STATEMENTS = tomllib.loads(Path(__file__).with_name("statements.toml").read_text(encoding="utf-8"))
DESCRIBED = [(row["offences"], row["text"]) for row in STATEMENTS["described"]]
OWN_WORDS = tomllib.loads(Path(__file__).with_name("own_words.toml").read_text(encoding="utf-8"))
SAID = [(code, text) for code, texts in OWN_WORDS.items() if code != "otherwise" for text in texts]


@pytest.mark.parametrize(("offences", "statement"), DESCRIBED)
def test_an_offence_is_suggested_first_and_no_other(offences, statement):
    found = [suggestion.code for suggestion in detect(statement)]
    assert found[0] == offences[0]
    assert set(found) == set(offences)


@pytest.mark.parametrize("statement", STATEMENTS["otherwise"])
def test_other_crimes_that_mention_a_brand_are_passed_over(statement):
    assert detect(statement) == ()


@pytest.mark.parametrize(("code", "statement"), SAID)
def test_an_enterprise_is_understood_in_its_own_words(code, statement):
    assert detect(statement)[0].code == code


@pytest.mark.parametrize("statement", OWN_WORDS["otherwise"])
def test_other_troubles_of_an_enterprise_are_passed_over(statement):
    assert detect(statement) == ()


def test_each_suggestion_says_which_words_led_to_it():
    (suggestion,) = detect("被告人销售明知是假冒“耐克”注册商标的运动鞋，销售金额十二万元。")
    assert suggestion.code == "sale_of_counterfeits"
    assert 0 < suggestion.score <= 1
    assert any("假冒" in words for words in suggestion.words)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2024年5月", "copyright_infringement"),
        ("2025年4月25日", "copyright_infringement"),
        ("2026年5月", "sale_of_infringing_copies"),
    ],
)
def test_mere_resale_of_pirated_copies_follows_the_line_the_law_of_the_day_drew(day, code):
    assert [one.code for one in detect(f"{day}，被告人在其书店内销售盗版图书三千余册。")] == [code]


@pytest.mark.parametrize(
    "spoilt", ["被告人 销 售 明知是\n假冒“耐克”注册 商标的运动鞋", "被告人销售明知是假冒「耐克」注册商标的運動鞋"]
)
def test_line_breaks_spaces_and_other_quotes_do_not_hide_an_offence(spoilt):
    assert [one.code for one in detect(spoilt)] == ["sale_of_counterfeits"]


def test_a_list_of_charges_behind_a_statement_is_no_description():
    assert detect("被告人酒后驾驶机动车，被民警查获。罪名:假冒注册商标。") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。。。",
        "\x00\ufffd",
        "商标" * 50_000,
        "销售" * 50_000 + "假冒",
        "“" * 20_000,
        "a" * 1_000_000,
        "我们“甲”" * 9_000,
        "保密协议" * 9_000,
    ],
)
def test_nonsense_and_very_long_texts_end_soon(text):
    with soon():
        detect(text)
