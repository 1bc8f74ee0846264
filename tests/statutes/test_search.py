"""Golden queries in Chinese, filters, hostile queries."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from statutes.library import Library
from statutes.search.engine import Hit
from statutes.search.filters import Filters
from statutes.search.snippets import snippet
from tests.statutes.builders import article, library_with
from tests.statutes.golden import GOLDEN, HOSTILE, TODAY, Golden, golden_library

ANY_DAY = Filters(status=())
ROWS = (
    article(article="第一条", text="国家保护狐狸，禁止在春季捕猎狐狸。"),
    article(article="第二条", text="捕猎狐狸的，处一千元罚款；狐狸的皮毛应当没收。"),
    article(law="獾保护法", article="第一条", text="獾可以在秋季捕猎，但是不得使用毒药。"),
    article(law="森林管理规定", article="第一条", text="森林里的水源由森林管理局看管。", category="部门规章"),
    article(
        law="旧狐狸法", article="第九条", text="捕猎狐狸不受限制。", effective_from="1990-01-01", effective_until="1999-12-31"
    ),
    article("新狐狸法", "第九条", "捕猎狐狸须有许可证。", effective_from="2030-01-01"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_with(tmp_path_factory.mktemp("search"), ROWS)


def refs(library: Library, query: str, **options) -> list[str]:
    return [hit.ref for hit in library.search(query, **options).hits]


def test_a_word_nobody_wrote_is_not_found_by_two_of_its_letters(tmp_path: Path) -> None:
    asked = library_with(tmp_path, (article(text="本规定适用于as和gh两类样品。"),))
    assert refs(asked, "asdfgh") == []
    assert refs(asked, "gh") == ["狐狸保护法第一条"]


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return golden_library(tmp_path_factory.mktemp("golden"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.query[:30])
def test_a_golden_query_is_answered(golden: Library, case: Golden) -> None:
    result = golden.search(case.query, filters=case.filters, as_of=case.as_of, today=TODAY, limit=100)
    answer = [hit.ref for hit in result.hits], " ".join(result.notices)
    assert case.answered_by(*answer), answer
    if case.found is not None:
        assert result.total == len(case.found)


@pytest.mark.parametrize("query", ["第二百一十三条", "213条", "条号:213"])
def test_of_like_numbered_articles_the_one_the_desk_relies_on_comes_first(tmp_path: Path, query: str) -> None:
    others = [article(law, "第二百一十三条", "登记机构的其他规定。") for law in ("中华人民共和国民法典", "狐狸保护法")]
    found = refs(library_with(tmp_path, others), query)
    assert found[0] == "中华人民共和国刑法第二百一十三条"
    assert len(found) == 3


def test_what_is_in_force_on_the_day_is_searched_and_the_day_is_today_unless_another_is_asked(library: Library) -> None:
    query = "捕猎狐狸 许可证 限制"
    old, new = "旧狐狸法第九条", "新狐狸法第九条"
    assert {old, new} <= set(refs(library, query, filters=ANY_DAY))
    assert not {old, new} & set(refs(library, query, today=TODAY))
    assert not {old, new} & set(refs(library, query, as_of=TODAY))
    assert old in refs(library, query, as_of=date(1995, 1, 1), today=TODAY)
    assert new in refs(library, query, today=date(2030, 1, 1))


def test_a_short_name_beside_words_leads_to_its_instrument(golden: Library) -> None:
    result = golden.search("反法 混淆", today=TODAY, limit=1)
    assert {hit.article.code for hit in result.hits if hit.article} == {"anti_unfair_competition_law"}
    assert any("“反法”指《中华人民共和国反不正当竞争法》，其条文排在前面" in notice for notice in result.notices)


@pytest.mark.parametrize(
    ("query", "absent"),
    [
        ("公通字〔2010〕23号 立案", "公通字(2010)23号"),
        ("（2019）京0105刑初1号", "(2019)京0105刑初1号"),
        ("渔网条例", "渔网条例"),
        ("（2015）宿中知刑初字第0004号 刷单", ""),
        ("《刑法》 假冒", ""),
    ],
)
def test_a_document_or_case_that_is_not_held_is_told(golden: Library, query: str, absent: str) -> None:
    told = [notice for notice in golden.search(query, today=TODAY).notices if "本库没有" in notice]
    assert told == ([f"本库没有“{absent}”，以下按词语检索。"] if absent else [])


def test_kind_keeps_articles_apart_from_precedents(library: Library) -> None:
    assert {hit.kind for hit in library.search("假冒注册商标", kind="article", limit=50).hits} == {"article"}
    assert {hit.kind for hit in library.search("假冒注册商标", kind="precedent", limit=50).hits} <= {"precedent"}


def test_pages_follow_one_another_without_gap_or_repetition(library: Library) -> None:
    whole = refs(library, "捕猎狐狸", limit=6)
    assert refs(library, "捕猎狐狸", limit=3) + refs(library, "捕猎狐狸", limit=3, offset=3) == whole


def test_marks_that_touch_are_one() -> None:
    marked = [one.text for one in snippet("未经注册商标所有人许可，使用注册商标的", ("注册", "商标", "许可")) if one.marked]
    assert marked == ["注册商标", "许可", "注册商标"]


def test_what_was_searched_for_is_marked_and_html_stays_text(tmp_path: Path) -> None:
    library = library_with(tmp_path, [article(text="<script>狐狸</script>的皮毛。")])
    (hit, *_) = library.search("狐狸皮毛").hits
    assert "".join(segment.text for segment in hit.segments) == "<script>狐狸</script>的皮毛。"
    assert {segment.text for segment in hit.segments if segment.marked} == {"狐狸", "皮毛"}


def test_a_bare_search_gives_the_same_references(library: Library) -> None:
    assert refs(library, "捕猎狐狸", passages=False) == refs(library, "捕猎狐狸")


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_gets_an_answer_or_a_message(library: Library, query: str) -> None:
    result = library.search(query, limit=5)
    assert len(result.hits) <= 5
    assert result.total >= len(result.hits) or result.notices


def test_one_library_answers_many_threads_alike(library: Library) -> None:
    queries = ["捕猎狐狸", "森林水源", "刑法213", '"应当没收"'] * 10
    expected = {query: refs(library, query) for query in queries}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda query: (query, refs(library, query)), queries))
    assert all(expected[query] == found for query, found in answers)


def test_the_state_of_a_hit_is_told_for_the_day_asked_or_for_today(library: Library) -> None:
    def found(**days: date) -> tuple[Hit, ...]:
        return library.search("捕猎狐狸须有许可证", filters=ANY_DAY, **days).hits

    def state(**days: date) -> str:
        return next(hit.state for hit in found(**days) if hit.ref == "新狐狸法第九条")

    assert state(today=date(2029, 1, 1)) == "not_yet"
    assert state(today=date(2031, 1, 1)) == "in_force"
    assert state(as_of=date(2032, 1, 1), today=date(2029, 1, 1)) == "in_force"
