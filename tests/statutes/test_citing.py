"""How citations are read, in every form people write them."""

from __future__ import annotations

from datetime import date

import pytest

from statutes.citing import parse_number_text
from statutes.library import Library
from statutes.numerals import parse_number, to_chinese

TODAY = date(2026, 11, 22)


def cited(text: str) -> list[tuple[str, str]]:
    """(instrument code, place) of every citation in ``text``."""
    found = Library.bundled().citations(text, TODAY)
    return [(result.citation.code, result.citation.place) for result in found]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("刑法213", "criminal_law", "第二百一十三条"),
        ("刑法213条", "criminal_law", "第二百一十三条"),
        ("刑法第２１３条", "criminal_law", "第二百一十三条"),
        ("刑法第二百一十九条之一", "criminal_law", "第二百一十九条之一"),
        ("刑法第219条之一", "criminal_law", "第二百一十九条之一"),
        ("刑法219之一", "criminal_law", "第二百一十九条之一"),
        ("刑法219-1", "criminal_law", "第二百一十九条之一"),
        ("刑法219-1第2款", "criminal_law", "第二百一十九条之一第二款"),
        ("中華人民共和國刑法第二百一十三條", "criminal_law", "第二百一十三条"),
        ("《中华人民共和国刑法》第 二百一十七 条第（六）项", "criminal_law", "第二百一十七条第（六）项"),
        ("《商标法》第五十七条第一款第（三）项", "trademark_law", "第五十七条第一款第（三）项"),
        ("商标法57条1款3项", "trademark_law", "第五十七条第一款第（三）项"),
        ("法释〔2025〕5号第三条", "ip_crime_interpretation_2025", "第三条"),
        (
            "《知识产权刑事解释》（法释〔2025〕5号）第三条",
            "ip_crime_interpretation_2025",
            "第三条",
        ),
        ("（法释〔2025〕5号）第三条", "ip_crime_interpretation_2025", "第三条"),
        ("法释[2025]5号3条", "ip_crime_interpretation_2025", "第三条"),
        ("法释（2025）第5号第3条第1款第(1)项", "ip_crime_interpretation_2025", "第三条第一款第（一）项"),
        ("两高2025解释第5条", "ip_crime_interpretation_2025", "第五条"),
        ("反法10条", "anti_unfair_competition_law", "第十条"),
        ("刑诉法110", "criminal_procedure_law", "第一百一十条"),
        ("刑诉法110(3)", "criminal_procedure_law", "第一百一十条第三款"),
        ("公安部令第159号第一百六十九条", "police_criminal_procedure_rules", "第一百六十九条"),
    ],
)
def test_a_citation_is_read_in_every_common_form(text: str, code: str, place: str) -> None:
    assert cited(text) == [(code, place)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("刑诉法第一百一十条至第一百一十二条", ["第一百一十条", "第一百一十一条", "第一百一十二条"]),
        ("刑法第二百一十七条至第二百一十九条之一", ["第二百一十七条", "第二百一十八条", "第二百一十九条", "第二百一十九条之一"]),
        ("刑法87–89", ["第八十七条", "第八十八条", "第八十九条"]),
        ("刑法第八十七、八十八条", ["第八十七条", "第八十八条"]),
        ("刑诉法54、188", ["第五十四条", "第一百八十八条"]),
        ("刑法第二百一十三条、第二百一十四条和第二百一十五条", ["第二百一十三条", "第二百一十四条", "第二百一十五条"]),
        ("法释〔2025〕5号第3条第1、2款", ["第三条第一款", "第三条第二款"]),
        ("法释〔2025〕5号第三条第一款第（一）、（二）项", ["第三条第一款第（一）项", "第三条第一款第（二）项"]),
        ("商标法第五十七条第一项、第三项", ["第五十七条第（一）项", "第五十七条第（三）项"]),
        ("法释〔2025〕5号第13条第1款第(1)至(3)项", [f"第十三条第一款第（{number}）项" for number in "一二三"]),
        ("刑法第二百一十七条（一）（六）", ["第二百一十七条第（一）项", "第二百一十七条第（六）项"]),
        ("商标法第五十七条第一项、第六十条", ["第五十七条第（一）项", "第六十条"]),
    ],
)
def test_ranges_and_lists_name_each_article(text: str, places: list[str]) -> None:
    assert [place for _, place in cited(text)] == places


@pytest.mark.parametrize(
    "text",
    [
        "第二百一十三条",
        "刑法213件商品",
        "刑法2021年修改",
        "商标法5万元",
        "一共三条",
        "刑法",
        "立案追诉标准二",
        "",
        "《》第",
        "条条条",
    ],
)
def test_what_is_no_citation_is_not_read_as_one(text: str) -> None:
    assert cited(text) == []


def test_a_citation_in_running_text_knows_its_place() -> None:
    text = "经审查，其行为触犯《中华人民共和国刑法》第二百一十三条，应予追诉。"
    (result,) = Library.bundled().citations(text, TODAY)
    start, end = result.citation.span
    assert text[start:end] == "《中华人民共和国刑法》第二百一十三条"


def test_the_same_law_carries_on_to_the_next_number() -> None:
    assert cited("依照刑法第二百一十四条的规定；又依同法第六十四条") == [
        ("criminal_law", "第二百一十四条"),
        ("criminal_law", "第六十四条"),
    ]


@pytest.mark.parametrize(
    "text", ["商标法第五十七条（2019修正）", "商标法57条(2019年修正文本)", "《商标法》第五十七条第（一）项（2019年修正）"]
)
def test_a_version_may_stand_behind_the_article(text: str) -> None:
    (result,) = Library.bundled().citations(text, date(2027, 3, 1))
    assert (result.citation.year, result.citation.span) == (2019, (0, len(text)))
    assert result.article is not None
    assert result.article.number == "72"


def test_a_docket_behind_an_article_is_no_version() -> None:
    (result,) = Library.bundled().citations("刑法第二百一十三条（2019）京刑终1号", TODAY)
    assert result.citation.year is None


def test_an_unknown_law_is_reported_with_its_name() -> None:
    (result,) = Library.bundled().citations("根据《火星管理条例》第三条", TODAY)
    assert not result.found
    assert "火星管理条例" in result.note


@pytest.mark.parametrize("number", [1, 10, 11, 20, 100, 105, 110, 213, 219, 1001, 1010, 1260, 9999])
def test_numerals_go_both_ways(number: int) -> None:
    assert parse_number(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("213", "213"), ("第二百一十九条之一", "219-1"), ("219-1", "219-1"), ("全文", "全文")]
)
def test_an_article_number_is_kept_in_one_form(text: str, number: str) -> None:
    assert parse_number_text(text) == number
