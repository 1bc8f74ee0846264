"""The library's commands, in a new and empty data folder, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipdesk.commands.library import command
from tests.statutes.builders import FOX_LAW, article, articles_file


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("IPDESK_DATA_DIR", str(tmp_path / "desk"))
    return lambda *words: CliRunner().invoke(command, [str(word) for word in words])


def told(result: Result) -> str:
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def test_a_citation_resolves_without_any_set_up(run) -> None:
    assert "第二百一十三条" in told(run("cite", "刑法213条"))


def test_a_citation_of_a_later_day_says_that_the_number_moved(run) -> None:
    assert "第七十二条" in told(run("cite", "商标法第五十七条", "--as-of", "2027-03-01"))


def test_what_does_not_exist_is_told(run) -> None:
    assert "没有找到" in told(run("cite", "火星法第三条"))


def test_import_build_search_end_to_end(run, tmp_path: Path) -> None:
    source = articles_file(tmp_path, [article(), "坏行"])
    assert "新增 1，变更 0，未变 0，拒收 1" in told(run("import", source, "--format", "articles-jsonl"))
    assert "未变 1" in told(run("import", source, "--format", "articles-jsonl"))
    run("build")
    answer = json.loads(told(run("search", "禁止捕猎狐狸", "--json")))
    assert answer["hits"][0]["ref"] == f"{FOX_LAW}第一条"


def test_a_batch_answers_each_line_by_reference(run, tmp_path: Path) -> None:
    run("import", articles_file(tmp_path, [article()]))
    run("build")
    questions = tmp_path / "in.jsonl"
    questions.write_text('{"id": 7, "query": "捕猎狐狸"}\n\n坏行\n{"id": "b", "query": ""}\n', encoding="utf-8")
    result = run("search", "--batch", questions, tmp_path / "out.jsonl", "--limit", "3")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [7, None, "b"], "a line that cannot be answered keeps its place"
    assert "第 3 行" in rows[1]["error"]
    assert rows[0]["hits"][0]["ref"] == f"{FOX_LAW}第一条"
    assert rows[0]["ms"] >= 0
    assert rows[2]["hits"] == []
    assert "第 3 行" in told(result)
    assert result.exit_code == 1


def test_an_import_of_which_nothing_can_be_used_fails_and_says_why(run, tmp_path: Path) -> None:
    some = run("import", articles_file(tmp_path, [article(), {"law": "缺条文法"}]), "--format", "articles-jsonl")
    assert (some.exit_code, "拒收 第 2 行" in told(some)) == (0, True)
    none = run("import", articles_file(tmp_path, [{"law": "缺条文法"}]), "--format", "articles-jsonl")
    assert none.exit_code == 1
    assert "没有一条可以导入" in told(none)


@pytest.mark.parametrize(
    ("words", "letter"),
    [
        (("search",), "二者选一"),
        (("search", "x", "--as-of", "昨天"), "YYYY-MM-DD"),
        (("import", "nowhere.jsonl"), "找不到"),
        (("search", "--batch", "nowhere.jsonl", "out.jsonl"), "找不到"),
    ],
)
def test_a_wrong_call_gets_a_letter(run, words: tuple[str, ...], letter: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert letter in told(result)
