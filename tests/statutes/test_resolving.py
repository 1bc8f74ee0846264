"""Which wording a citation means on a day, and what the reader is told about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from statutes.library import Library
from tests.statutes.builders import article, library_with

TODAY = date(2026, 11, 22)
BEFORE_2025_INTERPRETATION = date(2025, 1, 1)
AFTER_NEW_TRADEMARK_LAW = date(2027, 2, 1)


def resolve(text: str, day: date = TODAY):
    return Library.bundled().resolve(text, day)


def test_an_article_comes_as_it_stood_on_the_day() -> None:
    assert resolve("商标法第五十七条").article.version_label == "2019修正"
    assert resolve("商标法第七十二条", AFTER_NEW_TRADEMARK_LAW).article.version_label == "2026修订"


def test_the_year_a_writer_gives_names_the_version() -> None:
    result = resolve("商标法2026第75条")
    assert result.article.version_label == "2026修订"
    assert "尚未施行" in result.note


def test_an_old_number_of_a_named_version_is_carried_to_the_new_one() -> None:
    result = resolve("商标法2019第57条", AFTER_NEW_TRADEMARK_LAW)
    assert result.article.label == "第七十二条"
    assert "第五十七条" in result.note


def test_a_bare_number_that_moved_is_kept_and_the_move_is_told() -> None:
    result = resolve("商标法第五十七条", AFTER_NEW_TRADEMARK_LAW)
    assert result.article.label == "第五十七条"
    assert result.carried.label == "第七十二条"
    assert "第七十二条" in result.note


def test_a_day_before_the_first_wording_held_has_no_text() -> None:
    result = resolve("刑法第二百一十三条", date(2015, 1, 1))
    assert not result.found
    assert "本库没有该日文本" in result.note


def test_a_rule_not_yet_in_force_is_found_and_said_to_be_so() -> None:
    result = resolve("法释〔2025〕5号第三条", BEFORE_2025_INTERPRETATION)
    assert result.found
    assert "尚未施行" in result.note


def test_a_repealed_rule_names_what_took_its_place() -> None:
    result = resolve("法释〔2004〕19号第一条")
    assert result.found
    assert "法释〔2025〕5号" in result.note


def test_what_is_held_as_a_gist_says_so() -> None:
    assert resolve("法释〔2025〕5号第十三条").article.is_gist


def test_an_article_that_does_not_exist_is_not_found() -> None:
    assert not resolve("刑法第二百一十三条之九").found


def test_an_instrument_alone_is_found_without_an_article() -> None:
    result = resolve("法释〔2025〕5号")
    assert result.found
    assert result.article is None


@pytest.mark.parametrize("text", ["", "  ", "？", "刑", "x" * 10000, "《" * 500, "\x00\x01第\x02条"])
def test_hostile_text_resolves_to_not_found(text: str) -> None:
    assert not resolve(text).found


@pytest.mark.parametrize(
    "basis",
    [
        *[f"刑法第{number}条" for number in (12, 30, 31, 52, 53, 87, 88, 89, 213, 214, 215, 216, 217, 218, 219, 220)],
        "刑法第二百一十九条之一",
        *[f"刑诉法{number}" for number in (19, 25, 50, 54, 101, 109, 110, 111, 112, 113, 114, 115, 188, 210, 211)],
        *[f"法释〔2025〕5号第{number}条" for number in range(1, 32)],
        *[f"商标法第{number}条" for number in (39, 40, 42, 43, 44, 45, 48, 56, 57, 59, 60, 61, 62)],
        "专利法第42条",
        "专利法第68条",
        "著作权法第12条",
        "著作权法第53条",
        "反法10条",
        "反法26条",
        "反不正当竞争法第39条",
        "行政处罚法36",
        "治安管理处罚法第50条",
        "公安程序规定169–182",
        "检察规则557–565",
        "民营经济促进法第63条",
    ],
)
def test_every_basis_of_the_checks_resolves_before_any_import(basis: str) -> None:
    results = Library.bundled().citations(basis, TODAY)
    held = [result for result in results if result.found]
    assert results[0].found
    assert results[-1].found
    assert all(result.article.grade for result in held)


def test_a_part_of_an_amendment_is_found_by_the_number_lawyers_give_it(tmp_path: Path) -> None:
    library = library_with(tmp_path, (article("狐狸法修正案（二）", "条目十七", "将第三条修改为：“禁止捕猎狐狸。”"),))
    found = library.resolve("狐狸法修正案二第17条", date(2026, 11, 22))
    assert found.article is not None
    assert found.article.label == "条目十七"


def test_what_was_repealed_names_what_repealed_it_not_a_rule_in_its_place() -> None:
    note = Library.bundled().resolve("法释〔2007〕6号第一条", date(2026, 11, 22)).note
    assert note.endswith("由法释〔2025〕5号第三十一条废止。")
