"""A visitor's pre-review: the same findings as everywhere, nothing kept, strict limits, and a hostile file costs nothing else."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse

from ipdesk.extensions import db, limiter
from ipdesk.queries.visits import sealed, unsealed
from ipdesk.refusals import Invalid, TooMuch, Unavailable
from ipdesk.services import visits
from ipdesk.services.visits import receive
from ipdesk.tables import AuditRow, Case, Job, Upload
from tests import documents
from tests.ipdesk.dossier_builders import complete
from tests.ipdesk.forms import text, token_of


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where visits put their files, so that what is left behind shows."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == [], "a visit leaves nothing behind, whatever became of it"
    taken = [visits._seats.acquire(blocking=False) for _ in range(visits.AT_ONCE)]
    assert all(taken), "a visit gives its seat back"
    for _ in taken:
        visits._seats.release()


def file(name: str, data: bytes) -> FileStorage:
    return FileStorage(io.BytesIO(data), filename=name)


def post(client: FlaskClient, files: dict[str, bytes], **fields: str) -> TestResponse:
    given = {"csrf_token": token_of(client.get("/precheck/")), "understood": "yes", **fields}
    sent = [(io.BytesIO(data), name) for name, data in files.items()]
    return client.post("/precheck/", data={**given, "files": sent}, buffered=True)


def some_files() -> dict[str, bytes]:
    return {name: data for name, data in complete(license=None).items() if "控告书" in name or "注册证" in name}


def test_a_visitor_sees_progress_findings_and_takes_the_notice_away(client: FlaskClient) -> None:
    answer = post(client, some_files(), offence="counterfeit_trademark")
    shown = text(answer)
    for said in ("正在读取第 1 个，共 2 个", "没有找到营业执照", "向谁要", "假冒注册商标罪", "您的文件已经删除"):
        assert said in shown
    token = answer.get_data(as_text=True).split('name="sealed" value="')[1].split('"')[0]
    saved = client.post("/precheck/notice.docx", data={"csrf_token": token_of(answer), "sealed": token})
    words = "\n".join(one.text for one in Document(io.BytesIO(saved.data)).paragraphs)
    assert "不是法律文书" in words and "没有找到营业执照" in words


def test_a_visit_leaves_one_line_that_counts_it(app: Flask, client: FlaskClient) -> None:
    post(client, some_files())
    assert [db.session.query(table).count() for table in (Case, Upload, Job)] == [0, 0, 0]
    rows = db.session.query(AuditRow).filter_by(event="visit.prechecked").all()
    assert [(row.actor, row.subject, row.detail) for row in rows] == [("visitor", "", {"files": 2})]
    kept = [path for path in Path(app.extensions["ipdesk"].data_dir).rglob("*") if path.is_file()]
    assert not any(path.parent.name in ("vault", "ocr", "pictures") for path in kept)


@pytest.mark.parametrize(
    ("files", "fields", "said"),
    [
        ({}, {}, "请选择 1 到 12 个文件"),
        ({f"{number}.txt": b"x" for number in range(13)}, {}, "一次最多预审 12 个文件"),
        ({"大.txt": b"x" * (visits.FILE_SIZE + 1)}, {}, "《大.txt》超过 10 MB"),
        ({"控告书.txt": b"x"}, {"understood": ""}, "还没有确认"),
    ],
)
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_what_passes_a_limit_is_told_and_not_read(client: FlaskClient, files: dict, fields: dict, said: str) -> None:
    answer = post(client, files, **fields)
    assert answer.status_code in (413, 422) and said in text(answer)


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_the_fourth_visit_within_a_minute_waits(app: Flask, client: FlaskClient) -> None:
    app.config["RATELIMIT_ENABLED"] = True
    limiter.init_app(app)
    limiter.reset()
    try:
        assert [post(client, {}).status_code for _ in range(4)] == [422, 422, 422, 429]
        assert client.get("/precheck/").status_code == 200, "looking at the form is not limited"
    finally:
        limiter.enabled = False


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_without_the_token_of_the_form_nothing_is_read(client: FlaskClient) -> None:
    answer = client.post("/precheck/", data={"understood": "yes", "files": [(io.BytesIO(b"x"), "a.txt")]})
    assert answer.status_code == 400


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_damaged_file_is_a_finding_and_the_others_are_still_read(client: FlaskClient) -> None:
    shown = text(post(client, {"坏.pdf": b"%PDF-1.7 broken", "说明.txt": documents.txt("刑事控告书\n控告人：甲公司")}))
    assert "坏.pdf" in shown and "控告书" in shown


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_visit_that_takes_too_long_is_ended_and_says_so(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "SECONDS", 0.0)
    shown = text(post(client, {"说明.txt": documents.txt()}))
    assert visits.TOO_LONG in shown and db.session.query(AuditRow).count() == 0


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_visitor_who_leaves_in_the_middle_ends_the_process() -> None:
    visit = receive([file("说明.txt", documents.txt())], offence=None, understood=True)
    steps = visit.steps()
    next(steps)
    process, folder = visit._process, visit.folder
    steps.close()
    assert process is not None and process.returncode is not None and not folder.exists()


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_what_an_archive_held_is_gone_with_a_visitor_who_leaves(own_temporary_folder: Path) -> None:
    archive = documents.zipped({f"{number}.pdf": documents.scan_pdf() for number in range(3)})
    visit = receive([file("打包.zip", archive)], offence=None, understood=True)
    steps = visit.steps()
    while not any(path.is_file() for path in visit.work.rglob("*")):
        next(steps)
    steps.close()
    assert list(own_temporary_folder.iterdir()) == []


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_the_next_visit_removes_what_a_killed_desk_left(own_temporary_folder: Path) -> None:
    left, fresh = (own_temporary_folder / f"{visits.PREFIX}{name}" for name in ("left", "fresh"))
    for folder in (left, fresh):
        (folder / "files").mkdir(parents=True)
    os.utime(left, (0, 0))
    receive([file("a.txt", b"x")], offence=None, understood=True).close()
    assert list(own_temporary_folder.iterdir()) == [fresh]
    shutil.rmtree(fresh)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_when_every_seat_is_taken_the_next_visitor_waits() -> None:
    first = [receive([file("a.txt", b"x")], offence=None, understood=True) for _ in range(visits.AT_ONCE)]
    with pytest.raises(Unavailable):
        receive([file("b.txt", b"x")], offence=None, understood=True)
    for visit in first:
        visit.close()
    receive([file("b.txt", b"x")], offence=None, understood=True).close()


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_files_that_are_too_large_together_are_refused_and_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "TOTAL_SIZE", 10)
    with pytest.raises(TooMuch):
        receive([file("a.txt", b"123456"), file("b.txt", b"123456")], offence=None, understood=True)


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_a_sealed_result_that_was_changed_gives_no_paper(app: Flask) -> None:
    from casefiles.offices import office
    from casefiles.prereview import review
    from tests.casefiles.builders import complete as dossier

    with app.test_request_context():
        made = sealed(review(dossier(), office=office()))
        assert unsealed(made).findings
        with pytest.raises(Invalid, match="改动"):
            unsealed(made[:-2] + ("A" if made[-1] != "A" else "B") * 2)


@pytest.mark.parametrize("config", ["sqlite"], indirect=True)
def test_the_browser_asks_for_files_and_confirmation_before_it_sends_anything(client: FlaskClient) -> None:
    page = client.get("/precheck/").get_data(as_text=True)
    form = page[page.index('action="/precheck/"') :].partition("</form>")[0]
    assert form.count(" required>") + form.count(" required ") == 2 and "novalidate" not in form
