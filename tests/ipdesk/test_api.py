"""The API: the whole way of a report by program, each answer as its description says, each failure in one shape."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from ipdesk import clock, create_app, jobs
from ipdesk.config import Config
from ipdesk.extensions import db
from ipdesk.office import the_office
from ipdesk.services.declarations import CODES
from ipdesk.services.named_readers import name_reader
from ipdesk.services.tokens import make_token, revoke_token
from ipdesk.tables import Account, ApiToken
from tests.ipdesk.builders import actor, make_account, make_member, make_officer, sign_in
from tests.ipdesk.desk_builders import finding, make_review, make_submitted, make_upload, refer
from tests.ipdesk.dossier_builders import complete

ROOT = "/api/v1"


class Program:
    """A program with an account's token; every answer is checked against the description."""

    def __init__(self, app: Flask, account: Account | None) -> None:
        self.client = app.test_client()
        self.headers = {"Authorization": f"Bearer {make_token(actor(account), '测试')}"} if account else {}
        self.description = self.client.get(f"{ROOT}/openapi.json").get_json()

    def ask(self, method: str, path: str, status: int = 200, **how: Any) -> Any:
        answer = self.client.open(ROOT + path, method=method, headers=self.headers, **how)
        assert answer.status_code == status, (method, path, answer.status_code, answer.get_data(as_text=True))
        self._check(method, path, answer)
        return answer.get_json() if answer.data else None

    def get(self, path: str, status: int = 200, **query: Any) -> Any:
        return self.ask("GET", path, status, query_string=query)

    def post(self, path: str, status: int = 200, **body: Any) -> Any:
        return self.ask("POST", path, status, json=body)

    def upload(self, report_id: str, name: str, data: bytes, status: int = 201, **form: str) -> Any:
        return self.ask("POST", f"/reports/{report_id}/uploads", status, data={"file": (io.BytesIO(data), name), **form})

    def _check(self, method: str, path: str, answer: TestResponse) -> None:
        told = self._operation(method, path)["responses"][str(answer.status_code)]
        for media in told.get("content", {}).values():
            schema = {**media["schema"], "components": self.description["components"]}
            Draft202012Validator(schema).validate(answer.get_json())

    def _operation(self, method: str, path: str) -> dict[str, Any]:
        parts = (ROOT + path).split("/")
        for known, methods in self.description["paths"].items():
            wanted = known.split("/")
            if len(wanted) == len(parts) and all(a == b or a.startswith("{") for a, b in zip(wanted, parts, strict=True)):
                return methods[method.lower()]
        raise AssertionError(f"{method} {path} is not described")


@pytest.fixture
def enterprise(app: Flask) -> Program:
    return Program(app, make_member())


def officer_of(app: Flask, agency: str, offence: str = "counterfeit_trademark") -> Program:
    desk = the_office().desk(agency, offence)  # type: ignore[arg-type]  # the tests name real agencies
    return Program(app, make_account("officer", desk=desk.code))


def everything_declared(report: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"version": report["version"], "declared": sorted(CODES), "gaps_known": True, **more}


def test_a_report_goes_its_whole_way_by_program(app: Flask, enterprise: Program) -> None:
    answers = {
        "filer": "representative",
        "places": ["成都高新区天府大道88号"],
        "acts_from": "2026-03-01",
        "illegal_business": "25.68万元",
    }
    report = enterprise.post("/reports", 201, title="充电器被仿冒", offence="counterfeit_trademark", answers=answers)
    assert report["answers"]["figures"]["illegal_business"] == "256800.00"
    for name, data in complete(representative=None).items():
        assert enterprise.upload(report["id"], name, data)["reading"] == "waiting"
    assert enterprise.get(f"/reports/{report['id']}/precheck", 409)["error"]["waiting"] == 6
    jobs.run_waiting()
    files = enterprise.get(f"/reports/{report['id']}/uploads")
    assert files["still_reading"] == 0
    assert {"trademark_certificate"} in [set(one["documents"]) for one in files["uploads"]]
    result = enterprise.get(f"/reports/{report['id']}/precheck")
    assert "missing.legal_rep_certificate" in [one["code"] for one in result["findings"]]
    report = enterprise.get(f"/reports/{report['id']}")
    handed_in = enterprise.post(f"/reports/{report['id']}/submission", 201, **everything_declared(report))
    assert {desk["agency"] for desk in handed_in["desks"]} == {"police", "procuratorate", "court"}
    assert enterprise.get(f"/reports/{report['id']}/receipt") == handed_in["receipt"]

    police = officer_of(app, "police")
    (entry,) = police.get("/queue")["entries"]
    assert entry["number"] == handed_in["report"]["number"]
    seen = police.get(f"/cases/{entry['case_id']}")
    seen = police.post(f"/cases/{seen['id']}/steps", action="register", version=seen["referral"]["version"])
    due = (clock.today() + timedelta(days=7)).isoformat()
    blocking = next(place for place, one in enumerate(result["findings"]) if one["code"] == "missing.legal_rep_certificate")
    notice = police.post(
        f"/cases/{seen['id']}/supplements",
        201,
        version=seen["referral"]["version"],
        due=due,
        findings=[blocking],
        review_id=seen["review_id"],
        items=["请带原件到场"],
    )
    (told,) = enterprise.get(f"/reports/{report['id']}/progress")["supplements"]
    assert [item["code"] for item in told["items"]] == ["missing.legal_rep_certificate", "officer"]
    enterprise.upload(report["id"], "法定代表人身份证明书.docx", complete()["法定代表人身份证明书.docx"])
    jobs.run_waiting()
    assert enterprise.post(f"/supplements/{notice['id']}/answer", text="已补交", items_seen=2)["answered_at"]
    version = police.get(f"/cases/{seen['id']}")["referral"]["version"]
    document = {"document_no": "成高公受字7号", "document_date": clock.today().isoformat()}
    assert (
        police.post(f"/cases/{seen['id']}/steps", action="accept", version=version, **document)["referral"]["state"] == "accepted"
    )
    desks = {desk["agency"]: desk for desk in enterprise.get(f"/reports/{report['id']}/progress")["desks"]}
    assert (desks["police"]["state_name"], desks["police"]["document_no"]) == ("已受案", "成高公受字7号")


def test_a_draft_is_changed_listed_and_deleted(enterprise: Program) -> None:
    report = enterprise.post("/reports", 201, title="初稿")
    changed = enterprise.ask("PATCH", f"/reports/{report['id']}", json={"version": report["version"], "title": "改过"})
    assert (changed["title"], changed["narrative"]) == ("改过", "")
    stale = enterprise.ask("PATCH", f"/reports/{report['id']}", 409, json={"version": report["version"], "title": "又改"})
    assert stale["error"]["version"] == changed["version"]
    assert [one["title"] for one in enterprise.get("/reports")["reports"]] == ["改过"]
    enterprise.ask("DELETE", f"/reports/{report['id']}", 204)
    assert enterprise.get("/reports")["total"] == 0


def test_an_answer_that_cannot_be_read_saves_nothing(enterprise: Program) -> None:
    refused = enterprise.post("/reports", 422, title="x", answers={"acts_from": "前天", "no_such_question": 1})
    assert "answers.no_such_question" in refused["error"]["fields"]
    assert "answers.acts_from" in enterprise.post("/reports", 422, answers={"acts_from": "前天"})["error"]["fields"]
    assert enterprise.get("/reports")["total"] == 0


def test_submission_needs_declarations_and_known_gaps(enterprise: Program) -> None:
    report = enterprise.post("/reports", 201, narrative="有人仿冒我们的商标。", offence="counterfeit_trademark")
    given = everything_declared(report)
    path = f"/reports/{report['id']}/submission"
    assert "truthful" in enterprise.post(path, 422, **{**given, "declared": []})["error"]["fields"]
    assert "gaps_known" in enterprise.post(path, 422, **{**given, "gaps_known": False})["error"]["fields"]
    assert {one["code"] for one in enterprise.get("/declarations")["declarations"]} == CODES


def test_a_submitted_report_is_withdrawn_and_every_desk_knows(app: Flask, enterprise: Program) -> None:
    report = enterprise.post("/reports", 201, narrative="有人仿冒我们的商标。", offence="counterfeit_trademark")
    enterprise.post(f"/reports/{report['id']}/submission", 201, **everything_declared(report))
    assert enterprise.post(f"/reports/{report['id']}/withdrawal", why="已经和解")["state"] == "withdrawn"
    assert {desk["state"] for desk in enterprise.get(f"/reports/{report['id']}/progress")["desks"]} == {"withdrawn"}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/reports/{id}", None),
        ("PATCH", "/reports/{id}", {"version": 1}),
        ("DELETE", "/reports/{id}", None),
        ("GET", "/reports/{id}/uploads", None),
        ("GET", "/reports/{id}/precheck", None),
        ("GET", "/reports/{id}/progress", None),
        ("GET", "/reports/{id}/receipt", None),
        ("POST", "/reports/{id}/submission", {"version": 1, "declared": []}),
        ("POST", "/reports/{id}/withdrawal", {"why": "x"}),
        ("POST", "/supplements/{id}/answer", {"text": "x"}),
        ("DELETE", "/uploads/{id}", None),
    ],
)
def test_another_enterprise_s_things_are_not_there(app: Flask, method: str, path: str, body: Any) -> None:
    case = make_submitted()
    intruder = Program(app, make_member())
    how = {"json": body} if body is not None else {}
    assert intruder.ask(method, path.format(id=case.id), 404, **how)["error"]["code"] == "not_found"


def test_the_court_s_program_gets_no_file_and_no_finding(app: Flask) -> None:
    author = make_member()
    case = make_submitted(author)
    refer(case, "court")
    make_upload(case, author, file_name="商标注册证.pdf")
    make_review(case, finding(message="注册证到期"))
    court = Program(app, make_officer("court"))
    seen = court.get(f"/cases/{case.id}")
    assert (seen["informed_only"], seen["review_id"], seen["supplements"]) == (True, None, [])
    for path in (f"/reports/{case.id}/uploads", f"/reports/{case.id}/precheck"):
        assert "注册证" not in str(court.get(path, 404))


def test_a_sealed_file_keeps_the_result_from_whoever_may_not_open_it(app: Flask) -> None:
    author = make_member()
    case = make_submitted(author)
    refer(case)
    from ipdesk.database import transaction
    from ipdesk.tables import UploadReading

    secret = make_upload(case, author, file_name="密点.docx", secret=True)
    with transaction() as session:
        session.add(UploadReading(upload_id=secret.id, state="done", record={"format": "docx", "pages": [], "problems": []}))
    make_review(case)
    officer = make_officer()
    police = Program(app, officer)
    police.get(f"/reports/{case.id}/precheck", 403)
    name_reader(actor(make_officer(role="supervisor")), secret.id, officer.id)
    assert police.get(f"/reports/{case.id}/precheck")["schema"] == "ipdesk.precheck/1"


def test_two_programs_at_once_do_not_overwrite_each_other(app: Flask) -> None:
    case = make_submitted()
    refer(case)
    first, second = Program(app, make_officer(name="张三")), Program(app, make_officer())
    first.post(f"/cases/{case.id}/steps", action="register", version=1)
    told = second.post(f"/cases/{case.id}/steps", 409, action="register", version=1)
    assert "张三" in told["error"]["meanwhile"][0]


def test_a_supervisor_s_program_reads_but_records_nothing(app: Flask) -> None:
    case = make_submitted()
    refer(case)
    supervisor = Program(app, make_officer(role="supervisor"))
    assert supervisor.get("/queue")["total"] == 1
    supervisor.post(f"/cases/{case.id}/steps", 403, action="register", version=1)


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
