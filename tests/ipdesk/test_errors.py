"""Every failure reads like a letter: what happened, what to do; programs get the same in one shape; nothing leaks."""

from __future__ import annotations

import logging
import sqlite3

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy import delete
from sqlalchemy.exc import OperationalError

from ipdesk.database import db
from ipdesk.errors import LETTERS
from ipdesk.extensions import csrf
from ipdesk.guard import EVERYONE, allow
from ipdesk.refusals import STATUS, Refusal
from ipdesk.tables import Case
from tests.ipdesk.builders import make_case, make_member, sign_in
from tests.ipdesk.forms import text


@pytest.fixture
def failing(app: Flask) -> FlaskClient:
    """A desk with routes that fail: ``/fail/<status>``, ``/refuse/<code>`` and ``/break``."""
    app.config["PROPAGATE_EXCEPTIONS"] = False

    @app.get("/fail/<int:status>")
    @allow(EVERYONE)
    def fail(status: int) -> None:
        abort(status)

    @app.get("/refuse/<code>")
    @allow(EVERYONE)
    def refuse(code: str) -> None:
        raise next(kind for kind in STATUS if kind.code == code)("这份材料打不开。", "请换一份。", page=3)

    @app.route("/break", methods=["GET", "POST"])
    @csrf.exempt
    @allow(EVERYONE)
    def broken() -> None:
        raise RuntimeError("the secret inside")

    return app.test_client()


def test_a_draft_that_goes_away_while_it_is_looked_at_is_a_conflict(app: Flask) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    case_id = make_case(make_member()).id

    @app.get("/look")
    @allow(EVERYONE)
    def look() -> str:
        case = db.session.get_one(Case, case_id)
        db.session.execute(delete(Case).where(Case.id == case_id), execution_options={"synchronize_session": False})
        db.session.expire(case)
        return case.title

    page = app.test_client().get("/look")
    assert page.status_code == 409
    assert str(LETTERS[409][2]) in text(page)


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 415, 422, 429, 503])
def test_each_status_has_its_letter_with_a_way_on(failing: FlaskClient, status: int) -> None:
    page = failing.get(f"/fail/{status}")
    assert page.status_code == status
    _, message, remedy = LETTERS[status]
    assert str(message) in text(page)
    assert str(remedy) in text(page)
    assert "回到首页" in text(page)


def test_a_status_without_a_letter_of_its_own_still_gets_one(failing: FlaskClient) -> None:
    assert "发来的内容无法识别" in text(failing.get("/fail/418"))


@pytest.mark.parametrize("kind", [kind for kind in STATUS if kind.code != "not_signed_in"], ids=lambda kind: kind.code)
def test_each_refusal_is_told_with_its_own_status_and_words(failing: FlaskClient, kind: type[Refusal]) -> None:
    page = failing.get(f"/refuse/{kind.code}")
    assert page.status_code == STATUS[kind]
    assert "这份材料打不开。 请换一份。" in text(page)


def test_programs_get_one_shape(failing: FlaskClient) -> None:
    answer = failing.get("/refuse/conflict", headers={"Accept": "application/json"})
    assert answer.json == {"error": {"code": "conflict", "message": "这份材料打不开。", "remedy": "请换一份。", "page": 3}}
    missing = failing.get("/api/no-such-thing")
    assert set(missing.json["error"]) == {"code", "message", "remedy"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_nobody_foresaw_gets_a_number_and_keeps_its_trace_to_the_log(
    failing: FlaskClient, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    with caplog.at_level(logging.ERROR):
        page = getattr(failing, method)("/break")
    assert page.status_code == 500
    assert "the secret inside" not in page.get_data(as_text=True)
    assert "Traceback" not in page.get_data(as_text=True)
    number = text(page).split("编号：", 1)[1].split()[0]
    assert number in caplog.text
    assert "the secret inside" in caplog.text


def test_a_broken_database_still_gives_a_letter(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    sign_in(client, make_member())

    def gone(*args: object, **given: object) -> None:
        raise RuntimeError("the database is gone")

    monkeypatch.setattr("flask_sqlalchemy.session.Session.execute", gone)
    monkeypatch.setattr("flask_sqlalchemy.session.Session.scalar", gone)
    page = client.get("/profile")
    assert page.status_code == 500
    assert "编号" in page.get_data(as_text=True)
    assert "gone" not in page.get_data(as_text=True)


def test_who_waited_in_vain_for_the_database_is_asked_to_try_again(app: Flask, client: FlaskClient) -> None:
    @app.get("/api/busy")
    @allow(EVERYONE)
    def busy() -> str:
        raise OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("database is locked"))

    answered = client.get("/api/busy")
    assert (answered.status_code, answered.json["error"]["code"]) == (503, "busy")


def test_a_visitor_is_led_to_the_sign_in_page_and_back(client: FlaskClient) -> None:
    answer = client.get("/profile?x=1")
    assert answer.status_code == 302
    assert answer.location == "/login?next=/profile?x%3D1"


def test_htmx_gets_a_notice_for_the_place_of_messages(failing: FlaskClient) -> None:
    answer = failing.get("/refuse/invalid", headers={"HX-Request": "true"})
    assert answer.headers["HX-Retarget"] == "#messages"
    assert "<html" not in answer.get_data(as_text=True)
    assert "这份材料打不开。" in text(answer)


def test_nothing_that_was_sent_is_repeated_unescaped(client: FlaskClient) -> None:
    page = client.get("/<script>alert(1)</script>").get_data(as_text=True)
    assert "<script>alert" not in page


def test_the_allowed_methods_are_told(client: FlaskClient) -> None:
    answer = client.get("/profile/tokens")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
