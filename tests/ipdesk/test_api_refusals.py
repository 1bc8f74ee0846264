"""The API: who and what is refused, in one shape; what is open, and what the description tells."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk import create_app, jobs
from ipdesk.config import Config
from ipdesk.extensions import db
from ipdesk.services.tokens import revoke_token
from ipdesk.tables import ApiToken
from tests.ipdesk.api_builders import ROOT, Program
from tests.ipdesk.builders import actor, make_member, sign_in


@pytest.fixture
def enterprise(app: Flask) -> Program:
    return Program(app, make_member())


@pytest.mark.parametrize("header", ["Bearer ipdesk_falsch", "Bearer ", "Basic eDp5", "ipdesk_x"])
def test_a_token_that_opens_nothing_is_401(app: Flask, header: str) -> None:
    answer = app.test_client().get(f"{ROOT}/reports", headers={"Authorization": header})
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (401, "not_signed_in")
    assert "令牌" in answer.get_data(as_text=True), "Chinese stays Chinese in JSON"


def test_a_revoked_token_and_a_disabled_account_are_401(app: Flask) -> None:
    account = make_member()
    program = Program(app, account)
    program.get("/reports")
    revoke_token(actor(account), db.session.query(ApiToken).one().id)
    program.get("/reports", 401)
    other = Program(app, make_member(active=False))
    other.get("/reports", 401)


def test_a_browser_s_session_opens_nothing(client: FlaskClient) -> None:
    assert sign_in(client, make_member()).get(f"{ROOT}/reports").status_code == 401


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({"data": "{not json", "content_type": "application/json"}, ""),
        ({"data": "[]", "content_type": "application/json"}, ""),
        ({"data": "title=x", "content_type": "application/x-www-form-urlencoded"}, ""),
        ({"json": {"titel": "Tippfehler"}}, "titel"),
        ({"json": {"title": "长" * 201}}, "title"),
        ({"json": {"title": "a\x00b"}}, ""),
        ({"data": '{"title": "\\ud800"}', "content_type": "application/json"}, ""),
        ({"json": {"answers": {"places": json.loads("[" * 30 + "]" * 30)}}}, ""),
        ({"data": "[" * 100_000, "content_type": "application/json"}, ""),
        ({"json": {"answers": []}}, "answers"),
        ({"json": {"offence": "murder"}}, "offence"),
    ],
)
def test_what_the_description_forbids_is_told_in_the_one_shape(enterprise: Program, body: dict, wrong: str) -> None:
    told = enterprise.ask("POST", "/reports", 422, **body)["error"]
    assert (told["code"], wrong in told["fields"]) == ("invalid", True)
    assert enterprise.get("/reports")["total"] == 0


@pytest.mark.parametrize("query", [{"page": "x"}, {"page": "0"}, {"page": "-1"}])
def test_a_wrong_query_is_told(enterprise: Program, query: dict) -> None:
    assert "page" in enterprise.get("/reports", 422, **query)["error"]["fields"]


def test_an_upload_without_a_file_or_empty_is_refused(enterprise: Program) -> None:
    report = enterprise.post("/reports", 201, title="x")
    assert "file" in enterprise.ask("POST", f"/reports/{report['id']}/uploads", 422, data={"x": "y"})["error"]["fields"]
    assert "空的" in enterprise.upload(report["id"], "空.txt", b"", 422)["error"]["message"]


def test_unknown_ways_and_methods_answer_in_the_one_shape(client: FlaskClient) -> None:
    for answer, status in ((client.get(f"{ROOT}/nothing"), 404), (client.put(f"{ROOT}/reports"), 405)):
        assert (answer.status_code, set(answer.get_json()["error"]) >= {"code", "message", "remedy"}) == (status, True)


def test_too_many_requests_are_told(config: Config) -> None:
    """Limits are off for the other tests; this desk has them."""
    stranger = create_app(replace(config, testing=False)).test_client()
    answers = [stranger.get(f"{ROOT}/law/citations?text=刑法第一条") for _ in range(125)]
    assert (answers[0].status_code, answers[-1].status_code) == (200, 429)
    assert answers[-1].get_json()["error"]["code"] == "too_many_requests"


def test_the_law_is_open_to_programs_without_a_token(app: Flask) -> None:
    stranger = Program(app, None)
    found = stranger.get("/law/citations", text="依照刑法第二百一十三条和火星法第一条")["citations"]
    assert (found[0]["found"], found[0]["article"]["number"]) == (True, "213")
    article = stranger.get("/law/articles/criminal_law/213")
    assert article["key"].startswith("criminal_law/")
    assert stranger.get("/law/articles/criminal_law/9999", 404)["error"]["code"] == "not_found"
    assert stranger.get("/law/search", 503, q="商业秘密")["error"]["code"] == "unavailable"
    jobs.run_waiting()
    assert stranger.get("/law/search", q="商业秘密 损失", kind="article")["hits"][0]["marks"]


def test_the_description_names_every_way_and_asks_for_the_token(app: Flask, client: FlaskClient) -> None:
    told = client.get(f"{ROOT}/openapi.json").get_json()
    described = {path.replace("{", "<").replace("}", ">") for path in told["paths"]}
    routed = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith(ROOT)}
    assert routed - described == {f"{ROOT}/openapi.json", f"{ROOT}/docs"}
    assert told["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    page = client.get(f"{ROOT}/docs").get_data(as_text=True)
    assert "/api/v1/reports/{report_id}/submission" in page
    assert "https://" not in page.split("<main")[1].split("</main")[0], "nothing is fetched from elsewhere"
