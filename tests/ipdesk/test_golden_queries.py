"""The golden queries by every way in: the command, the batch, the programs' interface and the page answer as the library does."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner
from flask.testing import FlaskClient

from ipdesk.commands.library import command
from ipdesk.config import Config
from statutes.library import Library
from tests.statutes.golden import GOLDEN, HOSTILE, TODAY, Golden, golden_library

MOST_BY_PROGRAM = 300


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    golden_library(folder)
    return folder / "library"


@pytest.fixture(autouse=True)
def on_the_day() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def reader(golden: Path, config: Config, client: FlaskClient) -> FlaskClient:
    shutil.copytree(golden, config.library_dir)
    return client


@pytest.fixture
def run(golden: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    shutil.copytree(golden, tmp_path / "terminal" / "library")
    monkeypatch.setenv("IPDESK_DATA_DIR", str(tmp_path / "terminal"))
    return lambda *words: CliRunner().invoke(command, ["search", *words])


def options(case: Golden) -> list[str]:
    chosen = [f"--filter=status={one}" for one in case.status] or ["--any-day"]
    chosen += [f"--filter=level={one}" for one in case.level] + [f"--within={one}" for one in case.within]
    return [*chosen, *([f"--kind={case.kind}"] if case.kind else []), *([f"--as-of={case.as_of}"] if case.as_of else [])]


def parameters(case: Golden) -> dict[str, Any]:
    asked = {"status": list(case.status) or ["any"], "kind": case.kind, "level": list(case.level), "within": list(case.within)}
    return {"q": case.query, "as_of": str(case.as_of or ""), **asked}


def told_wrong(wrong: dict[str, Any]) -> None:
    assert not wrong, "\n".join(f"{query[:40]!r}: {answer}" for query, answer in wrong.items())


def test_the_command_answers_every_golden_query(run: Any) -> None:
    wrong = {}
    for case in GOLDEN:
        answer = json.loads(run("--json", "--limit=100", *options(case), "--", case.query).stdout)
        if not case.answered_by([hit["ref"] for hit in answer["hits"]], " ".join(answer["notices"])):
            wrong[case.query] = answer["notices"], [hit["ref"] for hit in answer["hits"]][:5]
    told_wrong(wrong)


def test_a_batch_answers_every_golden_query_of_today(run: Any, tmp_path: Path) -> None:
    cases = [case for case in GOLDEN if options(case) == ["--filter=status=in_force"]]
    rows = (json.dumps({"id": number, "query": case.query}, ensure_ascii=True) for number, case in enumerate(cases))
    (tmp_path / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run("--limit=100", "--batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")).exit_code == 0
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in answers] == list(range(len(cases)))
    pairs = zip(cases, answers, strict=True)
    told_wrong({case.query: row for case, row in pairs if not case.answered_by([hit["ref"] for hit in row["hits"]], case.told)})


def test_the_interface_answers_every_golden_query(reader: FlaskClient) -> None:
    wrong = {}
    for case in GOLDEN:
        answer = reader.get("/api/v1/law/search", query_string={name: value for name, value in parameters(case).items() if value})
        if not case.query or len(case.query) > MOST_BY_PROGRAM:
            assert (answer.status_code, bool(answer.json["error"]["message"])) == (422, True)
        elif not case.answered_by([hit["ref"] for hit in answer.json["hits"]], " ".join(answer.json["notices"])):
            wrong[case.query] = answer.json["notices"], [hit["ref"] for hit in answer.json["hits"]][:5]
    told_wrong(wrong)


def test_the_page_answers_every_golden_query(reader: FlaskClient, golden: Path) -> None:
    library, wrong = Library.open(golden, rebuild=False), {}
    for case in GOLDEN:
        page = reader.get("/law", query_string={**parameters(case), "direct": "no"}).get_data(as_text=True)
        refs = [_ref(library, key) for key in re.findall(r'name="key" value="([^"]+)"', page)]
        if case.query and not case.answered_by(refs, page):
            wrong[case.query] = refs[:5]
    told_wrong(wrong)


def test_whatever_is_typed_gets_an_answer_or_a_message_by_every_way_in(reader: FlaskClient, run: Any) -> None:
    for query in HOSTILE:
        sendable = query.encode("utf-8", "replace").decode()
        page = reader.get("/law", query_string={"q": sendable})
        assert page.status_code in (200, 302, 422), ascii(query[:40])
        assert page.status_code == 302 or "<h1" in page.get_data(as_text=True), "a page or a letter, never a bare error"
        answer = reader.get("/api/v1/law/search", query_string={"q": sendable})
        assert "hits" in answer.json or answer.json["error"]["message"], ascii(query[:40])
        said = run("--limit=5", "--", sendable.replace("\0", "\1"))
        assert said.exit_code == 0, (ascii(query[:40]), said.output)
        assert "共 " in said.output


def _ref(library: Library, key: str) -> str:
    code, _, rest = key.partition("/")
    if code == "precedent":
        return getattr(library.precedent(rest), "title", "")
    return getattr(library.article_of_version(code, *rest.split("/", 1)), "ref", "")
