"""Plain questions of officers, lawyers and enterprises, on the law the project brings along; and how ranking reads them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from benchmarks.learn_wording import learn
from benchmarks.plain_questions import QUESTIONS, rank, right_keys
from benchmarks.questions import Question
from statutes.library import Library
from statutes.search.filters import Filters
from statutes.search.ranking import best
from statutes.search.wording import associated, legal_terms
from tests.statutes.builders import article, library_with

TODAY = date(2026, 11, 22)
LEAST_ANSWERED = 36  # of 46; 39 when this was written


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("bundled"))
    library.build()
    return library


def test_every_question_has_an_answer_the_library_knows(bundled: Library) -> None:
    assert [question for question, answers in QUESTIONS.items() if not right_keys(bundled, answers, TODAY)] == []


def test_most_plain_questions_have_a_right_answer_among_the_first_three(bundled: Library) -> None:
    missed = [question for question, answers in QUESTIONS.items() if (rank(bundled, question, answers, TODAY) or 10) > 3]
    assert len(QUESTIONS) - len(missed) >= LEAST_ANSWERED, missed


def test_an_everyday_word_finds_the_article_that_says_it_in_the_words_of_the_law(bundled: Library) -> None:
    result = bundled.search("怎么报警", today=TODAY)
    assert result.hits[0].ref == "中华人民共和国刑事诉讼法第一百一十条"
    assert any("报警（报案、控告、举报、公安机关）" in notice for notice in result.notices)
    assert any(segment.marked and "报案" in segment.text for segment in result.hits[0].segments)


@pytest.mark.parametrize("query", ['"报警"', "报警 -火灾", "报警 AND 电话"])
def test_who_asks_for_exact_words_is_given_no_others(bundled: Library, query: str) -> None:
    assert not any("法律用语" in notice for notice in bundled.search(query).notices)


def test_a_longer_everyday_word_counts_instead_of_the_shorter_inside_it() -> None:
    assert list(legal_terms("伪造专利证书")) == ["伪造专利"]
    assert legal_terms("销售假冒注册商标的商品罪") == legal_terms("销售假药") == {}
    assert list(legal_terms("网上售假")) == ["售假"]
    assert legal_terms("取保候审") == {}
    assert {"不立案"} == set(legal_terms("公安局不立案")) - {"公安局"}


def test_an_article_of_the_law_asked_about_comes_before_one_that_merely_shares_a_word(tmp_path: Path) -> None:
    rows = (
        article(law="獾保护法", article="第一条", text="登记的期限是十日。"),
        article(article="第一条", text="狐狸饲养场应当登记狐狸，饲养狐狸的期限由林业部门决定。"),
        article(article="第二条", text="登记的期限是十日。"),
    )
    asked = library_with(tmp_path, rows)
    found = [hit.ref for hit in asked.search("饲养狐狸登记的期限是几日", filters=Filters(status=()), limit=50).hits]
    assert found.index("狐狸保护法第二条") < found.index("獾保护法第一条")


def test_learned_words_order_what_was_found_and_find_nothing_by_themselves(tmp_path: Path) -> None:
    assert "承揽" in associated({"定作"})
    asked = library_with(tmp_path, (article(text="承揽的，应当备案。"), article(article="第二条", text="定作的，应当备案。")))
    found = [hit.ref for hit in asked.search("定作", filters=Filters(status=())).hits]
    assert "狐狸保护法第二条" in found and "狐狸保护法第一条" not in found


def test_learning_keeps_what_several_questions_share_and_nothing_of_a_single_one() -> None:
    bodies = {"甲": "借款人应当返还借款", "乙": "出租人应当维修房屋", "丙": "独一无二的罕见情形"}
    questions = [Question(f"欠债不还第{n}问", frozenset({"甲"}), False) for n in range(5)]
    questions += [Question(f"房屋漏雨第{n}问", frozenset({"乙"}), False) for n in range(5)]
    learned = learn([*questions, Question("奇怪的稀罕事", frozenset({"丙"}), False)], bodies)
    assert "借款人" in {other for other, _ in learned["欠债"]}
    assert "稀罕" not in learned and all("罕见" not in dict(others) for others in learned.values())


@pytest.mark.parametrize("top", [1, 5, 100, 5000])
def test_the_best_are_those_a_full_sort_gives_in_the_order_of_the_index(top: int) -> None:
    values = np.random.default_rng(3).integers(0, 40, 9001).astype(np.float32)
    assert best(values, top).tolist() == np.argsort(-values, kind="stable")[:top].tolist()
