"""Official words beside our own: they take the gist's place, and a gist tells what an amendment changed in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from statutes.library import Library
from tests.statutes.builders import article, articles_file

LAW = "中华人民共和国刑法"
BEFORE, SINCE = date(2024, 2, 29), date(2024, 3, 1)
OFFICIAL = [
    article(LAW, "第二百一十三条", "官方：假冒注册商标。", date="2020-12-26"),
    article(LAW, "第二百一十四条", "官方：销售假冒商品。", date="2020-12-26"),
    article(LAW, "第三百九十条", "官方：行贿，修改以前。", date="2020-12-26"),
]


def library(folder: Path, *rows: dict[str, str]) -> Library:
    made = Library.open(folder / "library")
    made.import_source(articles_file(folder, rows))
    return made


@pytest.fixture
def held(tmp_path: Path) -> Library:
    return library(tmp_path, *OFFICIAL)


def test_an_official_text_takes_the_place_of_the_gist_article_by_article(held: Library) -> None:
    gist = Library.bundled().resolve("刑法213").article
    imported = held.resolve("刑法213").article
    assert gist.is_gist
    assert (imported.is_gist, imported.text) == (False, "官方：假冒注册商标。")
    assert imported.gist == gist.text, "the gist stays as a note"
    assert held.resolve("刑法217").article.is_gist, "an article the source lacks keeps its gist"
    assert imported.starts_on == gist.starts_on, "our file knows the first day"


def test_an_official_text_without_a_date_is_that_of_the_one_whole_version(tmp_path: Path) -> None:
    held = library(tmp_path, article(LAW, "第二百一十三条", "官方：没有日期。"))
    assert held.resolve("刑法213").article.text == "官方：没有日期。"


def test_an_amended_article_changes_on_its_day_and_says_so(held: Library) -> None:
    old, new = held.resolve("刑法390", BEFORE), held.resolve("刑法390", SINCE)
    assert (old.article.text, old.article.ends_on) == ("官方：行贿，修改以前。", SINCE)
    assert "刑法修正案（十二）" in old.note
    assert new.article.is_gist
    assert "七种情形从重" in new.article.text
    assert "刑法修正案（十二）" in new.note


def test_an_amendment_leaves_the_other_articles_in_force(held: Library) -> None:
    found = held.resolve("刑法213", SINCE)
    assert (found.article.version_label, found.article.ends_on, found.note) == ("2020修正（刑法修正案十一）", None, "")
    assert held.resolve("刑法2023第213条").article.text == "官方：假冒注册商标。"


def test_the_contents_of_a_law_show_each_article_as_of_the_day(held: Library) -> None:
    before, since = (
        {one.number: one.version.key for one in held.contents("criminal_law", day)} for day in (BEFORE, date(2026, 1, 1))
    )
    assert (before["390"], since["390"], since["213"]) == ("2020", "2023", "2020")
    assert "165" not in before
    assert list(since).index("89") < list(since).index("165") < list(since).index("213")


def test_the_whole_text_as_amended_takes_over_once_it_is_imported(tmp_path: Path) -> None:
    whole = [{**row, "text": row["text"].replace("修改以前", "已经修改"), "date": "2023-12-29"} for row in OFFICIAL]
    held = library(tmp_path, *OFFICIAL, *whole)
    assert held.resolve("刑法390", SINCE).article.text == "官方：行贿，已经修改。"
    assert held.resolve("刑法213", SINCE).article.version.key == "2023"
    assert held.resolve("刑法213", BEFORE).article.ends_on == SINCE
