"""Articles that refer to each other, and one rule through the versions of its law."""

from datetime import date
from pathlib import Path

import pytest

from statutes.library import Library
from statutes.linkbook import LinkBook
from tests.statutes.builders import articles_file

OLD, NEW = {"date": "2010-01-01", "effective_from": "2010-01-01"}, {"date": "2020-01-01", "effective_from": "2020-01-01"}
RULE = "狩猎狐狸的，由林业主管部门没收猎获物，并处猎获物价值二倍以上十倍以下的罚款；情节严重的，吊销狩猎证。"
OTHER = "国家鼓励公民和社会组织参与狐狸栖息地的保护，对作出显著成绩的给予表彰奖励。"


def library(folder: Path, *rows: dict[str, str]) -> Library:
    made = Library.open(folder / "library")
    made.import_source(articles_file(folder, rows))
    return made


def row(law: str, article: str, text: str, **more: str) -> dict[str, str]:
    return {"law": law, "article": article, "text": text, **more}


def found(held: Library, law: str, number: str, day: date):
    code = held.resolve(law).instrument.code
    article = held.article(code, number, day)
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("违反本法第一条的，予以处罚。", ["第一条"]),
        ("依照第一条、第二条的规定处罚。", ["第一条", "第二条"]),
        ("有第一条至第三条行为之一的。", ["第一条", "第二条", "第三条"]),
        ("依照狐狸保护法第二条处理。", ["第二条"]),
        ("处三年以下有期徒刑，第三次再犯的从重。", []),
        ("本法第九条另有规定的除外。", []),
    ],
)
def test_a_law_refers_to_its_own_articles(tmp_path: Path, text: str, meant: list[str]) -> None:
    articles = [row("狐狸保护法", f"第{number}条", "保护狐狸。") for number in "一二三"]
    held = library(tmp_path, *articles, row("狐狸保护法", "第四条", text))
    citing = found(held, "狐狸保护法", "4", date(2026, 1, 1))
    assert [one.article.label for one in held.references(citing)] == meant


def test_a_reference_means_the_wording_of_its_own_time(tmp_path: Path) -> None:
    held = library(
        tmp_path,
        row("狐狸保护法", "第一条", RULE, **OLD),
        row("狐狸保护法", "第一条", OTHER, **NEW),
        row("狐狸条例", "第五条", "依照狐狸保护法第一条处罚。", date="2012-01-01", effective_from="2012-01-01"),
    )
    old, new = (found(held, "狐狸保护法", "1", day) for day in (date(2015, 1, 1), date(2025, 1, 1)))
    held.build()
    assert [one.label for one in held.citing([old])] == ["第五条"]
    assert held.citing([new]) == []


def test_links_are_known_before_anything_is_built_for_our_own_data(tmp_path: Path) -> None:
    held = Library.open(tmp_path / "library")
    article = held.article("criminal_law", "217", date(2026, 11, 22))
    assert article is not None
    assert ("criminal_law", "218") in {(one.code, one.number) for one in held.citing([article])}


def test_naming_an_offence_refers_to_its_article() -> None:
    held = Library.bundled()
    interpretation = held.article("ip_crime_interpretation_2025", "13", date(2026, 11, 22))
    assert interpretation is not None
    assert "217" in {one.article.number for one in held.references(interpretation)}


def test_a_damaged_book_of_links_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "links.sqlite").write_bytes(b"not a database" * 100)
    assert LinkBook(tmp_path).to(["a/b/1"]) == []


def test_a_rule_is_followed_to_its_new_number_by_our_table() -> None:
    held = Library.bundled()
    article = held.article_of_version("trademark_law", "2019", "57")
    assert article is not None
    assert [(one.article.version.key, one.article.number, one.how) for one in held.wordings(article)] == [
        ("2019", "57", "shown"),
        ("2026", "72", "renumbered"),
    ]


def test_and_back_to_its_old_one() -> None:
    held = Library.bundled()
    article = held.article_of_version("trademark_law", "2026", "72")
    assert article is not None
    assert [(one.article.version.key, one.article.number) for one in held.wordings(article)] == [("2019", "57"), ("2026", "72")]


def test_what_moved_to_another_law_has_no_later_wording_here() -> None:
    held = Library.bundled()
    article = held.article_of_version("trademark_law", "2019", "58")
    assert article is not None
    assert [one.article.version.key for one in held.wordings(article)] == ["2019"]


def test_without_a_table_the_words_find_the_rule(tmp_path: Path) -> None:
    held = library(
        tmp_path,
        row("狐狸保护法", "第一条", RULE, **OLD),
        row("狐狸保护法", "第一条", OTHER, **NEW),
        row("狐狸保护法", "第二条", RULE.replace("十倍", "二十倍"), **NEW),
    )
    article = found(held, "狐狸保护法", "1", date(2015, 1, 1))
    assert [(one.article.label, one.how) for one in held.wordings(article)] == [("第一条", "shown"), ("第二条", "words")]


def test_a_number_that_now_says_something_else_is_no_wording_of_the_rule(tmp_path: Path) -> None:
    held = library(tmp_path, row("狐狸保护法", "第一条", RULE, **OLD), row("狐狸保护法", "第一条", OTHER, **NEW))
    assert len(held.wordings(found(held, "狐狸保护法", "1", date(2015, 1, 1)))) == 1
