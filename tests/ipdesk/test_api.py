"""The API: the whole way of a report by program, and what one program may not see or change of another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from ipdesk import clock, jobs
from ipdesk.services.declarations import CODES
from ipdesk.services.named_readers import name_reader
from tests.ipdesk.api_builders import Program, everything_declared, officer_of
from tests.ipdesk.builders import actor, make_member, make_officer
from tests.ipdesk.desk_builders import finding, make_review, make_submitted, make_upload, refer
from tests.ipdesk.dossier_builders import complete


@pytest.fixture
def enterprise(app: Flask) -> Program:
    return Program(app, make_member())


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
    seen = police.post(f"/cases/{seen['id']}/steps", action="accept", version=version, **document)
    assert seen["referral"]["state"] == "accepted"
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
