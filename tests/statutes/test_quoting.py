"""How an article is cited in a paper."""

from datetime import date

import pytest

from statutes.library import Library
from statutes.quoting import full_citation, headings, short_citation, version_words

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("code", "number", "full", "short"),
    [
        ("criminal_law", "213", "《中华人民共和国刑法》第二百一十三条", "刑法第213条"),
        ("criminal_law", "219-1", "《中华人民共和国刑法》第二百一十九条之一", "刑法第219条之一"),
        ("ip_crime_interpretation_2025", "3", "（法释〔2025〕5号）第三条", "法释〔2025〕5号第3条"),
    ],
)
def test_both_forms_lead_back_to_the_article(code: str, number: str, full: str, short: str) -> None:
    held = Library.bundled()
    article = held.article(code, number, TODAY)
    assert article is not None
    assert full_citation(article).endswith(full)
    assert short_citation(article) == short
    for form in (full_citation(article), short_citation(article)):
        assert held.resolve(form, TODAY).article == article


def test_the_version_is_told_with_its_day() -> None:
    article = Library.bundled().article("ip_crime_interpretation_2025", "3", TODAY)
    assert article is not None
    assert version_words(article) == "2025，自2025-04-26起施行"


@pytest.mark.parametrize(
    ("chapter", "places"),
    [
        (
            "第三章 破坏社会主义市场经济秩序罪 第七节 侵犯知识产权罪",
            ("第三章 破坏社会主义市场经济秩序罪", "第七节 侵犯知识产权罪"),
        ),
        ("第一编 总则 第一章 基本规定", ("第一编 总则", "第一章 基本规定")),
        ("总则", ("总则",)),
        ("", ()),
    ],
)
def test_the_place_in_the_code_is_told_from_the_outside_in(chapter: str, places: tuple[str, ...]) -> None:
    assert headings(chapter) == places
