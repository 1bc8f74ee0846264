"""An article's words are divided as statutes are printed, and a citation gets just the part it names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from statutes.dividing import divide
from statutes.library import Library
from tests.statutes.builders import FOX_LAW, article, articles_file

ARTICLE = """　　狐狸分为下列各类：
（一）红狐，包括：
1．山地红狐；
2．平原红狐；
（二）北极狐。

  前款所称北极狐，1.5公斤以上的算成年；
有下列情形之一的不算：
(一)没有尾巴的；
（十二）自称是獾的。"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("foxes")
    library = Library.open(folder / "library")
    rows = [
        article(article="第二条", text=ARTICLE),
        article("中华人民共和国商标法", "第五十七条", "官方：侵权行为：\n（一）甲；\n（二）乙。", date="2019-04-23"),
    ]
    library.import_source(articles_file(folder, rows))
    return library


def test_lines_know_their_paragraph_item_and_subitem() -> None:
    places = [(line.paragraph, line.item, line.subitem) for line in divide(ARTICLE)]
    assert places == [
        (1, None, None),
        (1, 1, None),
        (1, 1, 1),
        (1, 1, 2),
        (1, 2, None),
        (2, None, None),
        (3, None, None),
        (3, 1, None),
        (3, 12, None),
    ]


@pytest.mark.parametrize(
    ("place", "text", "lead"),
    [
        ("第二款", "前款所称北极狐，1.5公斤以上的算成年；", ""),
        ("第三款", "有下列情形之一的不算：\n(一)没有尾巴的；\n（十二）自称是獾的。", ""),
        ("第一款第二项", "（二）北极狐。", "狐狸分为下列各类："),
        ("第一款第（一）项", "（一）红狐，包括：\n1．山地红狐；\n2．平原红狐；", "狐狸分为下列各类："),
        ("第一款第一项第2目", "2．平原红狐；", "狐狸分为下列各类：\n（一）红狐，包括："),
        ("第十二项", "（十二）自称是獾的。", "有下列情形之一的不算："),
    ],
)
def test_a_citation_carries_the_part_it_names(library: Library, place: str, text: str, lead: str) -> None:
    found = library.resolve(f"{FOX_LAW}第二条{place}")
    assert (found.piece.text, found.piece.lead) == (text, lead)
    assert "找不到" not in found.note


@pytest.mark.parametrize("place", ["第四款", "第一款第三项", "第一项", "第二款第一项", "第一款第二项第一目"])
def test_a_part_that_is_not_there_or_not_the_only_one_is_told(library: Library, place: str) -> None:
    found = library.resolve(f"{FOX_LAW}第二条{place}")
    assert found.article
    assert found.piece is None
    assert "找不到唯一的" in found.note


def test_a_whole_article_has_no_part_cut_out(library: Library) -> None:
    found = library.resolve(f"{FOX_LAW}第二条")
    assert found.piece is None
    assert "找不到" not in found.note


def test_a_gist_is_not_divided() -> None:
    found = Library.bundled().resolve("法释〔2025〕5号第三条第一款第（一）项")
    assert found.article.is_gist
    assert (found.piece, found.note) == (None, "")


def test_an_article_carried_to_a_new_number_is_not_cut_by_the_old_parts(library: Library) -> None:
    before, after = date(2026, 12, 31), date(2027, 1, 1)
    assert library.resolve("商标法2019第五十七条第二项", before).piece.text == "（二）乙。"
    assert library.resolve("商标法2019第五十七条第二项", after).piece is None


@pytest.mark.parametrize("part", ["第99999款", "第" + "9" * 5000 + "款", "第一款第99999项", "第万万款", "第零款"])
def test_a_part_that_cannot_be_is_not_read_as_one(part: str) -> None:
    (found,) = Library.bundled().citations(f"刑法第二百一十三条{part}")
    assert found.citation.place.startswith("第二百一十三条")
