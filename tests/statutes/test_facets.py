"""Facets and filters: what is counted is what is listed, whatever is asked; orders and pages are total."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from statutes.library import Library
from statutes.search.engine import SearchResult
from statutes.search.filters import FACETS, SORTS, Filters, Sort
from tests.statutes.golden import TODAY, golden_library

QUERIES = (
    "商标",
    "商业秘密 损失",
    "捕猎狐狸",
    '"违法所得" -软件',
    "刑法213",
    "刑法213 假冒",
    "罪名:侵犯著作权罪 OR 狐狸",
    "旧狐狸法第九条",
    "",
)
NARROWED = (
    Filters(),
    Filters(status=()),
    Filters(kind=("article",), level=("law", "judicial_interpretation")),
    Filters(issuer=("最高人民法院",), status=("in_force", "ended")),
    Filters(offence=("假冒注册商标罪",), year=("2025", "2011"), within=("注册商标",)),
    Filters(authority=("guiding_spc", "gazette")),
    Filters(instrument=("criminal_law",)),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return golden_library(tmp_path_factory.mktemp("facets"))


def asked(
    library: Library, query: str, filters: Filters, sort: Sort = "relevance", limit: int = 1000, offset: int = 0
) -> SearchResult:
    return library.search(query, filters=filters, today=TODAY, sort=sort, limit=limit, offset=offset, facets=True, passages=False)


@pytest.mark.parametrize("filters", NARROWED, ids=repr)
def test_a_count_is_the_total_that_choosing_the_value_gives(library: Library, filters: Filters) -> None:
    for query in QUERIES:
        result = asked(library, query, filters)
        assert result.total == len(result.hits)
        assert set(result.facets) == set(FACETS)
        for facet, values in result.facets.items():
            for one in values:
                alone = asked(library, query, replace(filters, **{facet: (one.value,)}), limit=1)
                assert alone.total == one.count, (query, facet, one)
                assert one.chosen == (one.value in filters.of(facet))


def test_several_values_of_a_facet_widen_and_several_facets_narrow(library: Library) -> None:
    def keys(**filters: tuple[str, ...]) -> set[str]:
        return {hit.key for hit in asked(library, "商标", Filters(status=(), **filters)).hits}

    laws, cases = keys(level=("law",)), keys(authority=("gazette",))
    assert laws and cases
    assert keys(level=("law", "judicial_interpretation")) == laws | keys(level=("judicial_interpretation",))
    assert keys(level=("law",), year=("2025",)) == laws & keys(year=("2025",))
    assert keys(level=("law",), authority=("gazette",)) == set()
    assert keys(instrument=("there is no such thing",)) == set()


def test_a_cited_article_is_listed_and_counted_whatever_its_status(library: Library) -> None:
    result = asked(library, "旧狐狸法第九条", Filters())
    assert [(hit.ref, result.direct is not None) for hit in result.hits] == [("旧狐狸法第九条", True)]
    assert {one.value: one.count for one in result.facets["status"]}["in_force"] == 1
    assert any("不再适用" in notice for notice in result.notices)


def test_where_nothing_is_in_force_on_the_day_the_other_days_are_told(library: Library) -> None:
    result = asked(library, "法规:旧狐狸法", Filters())
    assert result.total == 0
    assert any("另有 1 条" in notice for notice in result.notices)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("query", ["商标", "刑法213 假冒", "罪名:侵犯著作权罪"])
def test_pages_in_every_order_follow_one_another_without_gap_or_repetition(library: Library, sort: Sort, query: str) -> None:
    whole = [hit.key for hit in asked(library, query, Filters(status=()), sort).hits]
    paged = [
        hit.key for start in range(0, len(whole), 7) for hit in asked(library, query, Filters(status=()), sort, 7, start).hits
    ]
    assert paged == whole
    assert len(set(whole)) == len(whole)


def test_orders_are_what_they_are_called(library: Library) -> None:
    def days(sort: Sort) -> list[date]:
        found = library.search("商标", filters=Filters(status=(), kind=("article",)), sort=sort, limit=500).hits
        return [hit.article.starts_on for hit in found if hit.article and hit.article.starts_on]

    assert days("newest") == sorted(days("newest"), reverse=True)
    assert days("oldest") == sorted(days("oldest"))
    by_level = [hit.kind for hit in asked(library, "商标", Filters(), "level").hits]
    assert by_level == sorted(by_level), "articles of law before precedents"
    numbers = [
        int(hit.key.rsplit("/", 1)[1])
        for hit in asked(library, "刑法", Filters(kind=("article",)), "instrument").hits
        if "-" not in hit.key
    ]
    assert numbers == sorted(numbers)


def test_by_date_what_holds_every_word_comes_before_what_shares_one(library: Library) -> None:
    result = asked(library, "商标 罚金", Filters(status=()), "newest")
    both = {hit.key for hit in asked(library, "商标 AND 罚金", Filters(status=())).hits}
    assert {hit.key for hit in result.hits[: len(both)]} == both
    assert 0 < len(both) < result.total
    assert any(f"含有全部检索词的 {len(both)} 条" in notice for notice in result.notices)


def test_results_are_searched_again_and_again(library: Library) -> None:
    once = {hit.key for hit in asked(library, "商标", Filters(within=("注册",))).hits}
    twice = {hit.key for hit in asked(library, "商标", Filters(within=("注册", "非法经营"))).hits}
    assert twice < once < {hit.key for hit in asked(library, "商标", Filters()).hits}


def test_filters_alone_list_all_that_they_leave(library: Library) -> None:
    result = asked(library, "", Filters(offence=("侵犯商业秘密罪",)))
    assert result.total == {one.value: one.count for one in result.facets["offence"]}["侵犯商业秘密罪"] > 5
    assert not any("没有可以检索的词" in notice for notice in result.notices)


def test_a_folder_opened_by_many_keeps_one_answer(library: Library, tmp_path: Path) -> None:
    again = golden_library(tmp_path)
    for query in QUERIES:
        assert [hit.key for hit in asked(again, query, Filters()).hits] == [
            hit.key for hit in asked(library, query, Filters()).hits
        ]
