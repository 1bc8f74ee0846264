"""Handing a report in and following it: declarations, submission, receipt, progress, answers to notices."""

from __future__ import annotations

from ipdesk.api import shapes
from ipdesk.api.models.reports import (
    DeclarationList,
    DeclarationOut,
    ProgressOut,
    ReceiptOut,
    Reply,
    Submission,
    SubmittedOut,
    SupplementOut,
)
from ipdesk.api.room import answers, room, spec
from ipdesk.guard import allow, current_actor
from ipdesk.queries.progress import desk_state, progress
from ipdesk.queries.reports import own_case
from ipdesk.services.declarations import DECLARATIONS
from ipdesk.services.receipts import note_download, receipt_of
from ipdesk.services.submissions import submit
from ipdesk.services.supplements import answer

pages = room("handing_in")


@pages.get("/declarations")
@allow("enterprise")
@spec.validate(resp=answers(DeclarationList), tags=["提交"])
def declarations() -> DeclarationList:
    """提交前须逐项确认的声明。"""
    return DeclarationList(
        declarations=[
            DeclarationOut(code=one.code, text=str(one.text), basis=list(one.basis), grade=one.grade) for one in DECLARATIONS
        ]
    )


@pages.post("/reports/<report_id>/submission")
@allow("enterprise")
@spec.validate(resp=answers(SubmittedOut, 403, 404, 409, status=201), tags=["提交"])
def create(report_id: str, json: Submission) -> tuple[SubmittedOut, int]:
    """提交：编号、预审、回执与各窗口同时产生。缺项不影响提交，但须写明 gaps_known。"""
    done = submit(
        current_actor(),
        report_id,
        version=json.version,
        declared=json.declared,
        police_only=json.police_only,
        gaps_known=json.gaps_known,
        without_waiting=json.without_waiting,
    )
    return (
        SubmittedOut(
            report=shapes.report(done.case),
            receipt=done.receipt.content,
            desks=[shapes.desk(desk_state(row)) for row in done.referrals],
            still_reading=done.unread,
        ),
        201,
    )


@pages.get("/reports/<report_id>/receipt")
@allow("enterprise")
@spec.validate(resp=answers(ReceiptOut, 403, 404), tags=["提交"])
def receipt(report_id: str) -> ReceiptOut:
    """材料提交回执（不是受案回执，也不是立案决定）。"""
    found = receipt_of(current_actor(), report_id)
    note_download(current_actor(), found, "json")
    return ReceiptOut.model_validate(found.content)


@pages.get("/reports/<report_id>/progress")
@allow("enterprise")
@spec.validate(resp=answers(ProgressOut, 403, 404), tags=["提交"])
def follow(report_id: str) -> ProgressOut:
    """各窗口的状态、经过和补正通知。"""
    own_case(current_actor(), report_id)
    seen = progress(current_actor(), report_id)
    return ProgressOut(
        id=seen.case.id,
        number=seen.case.number,
        state=seen.case.state,  # type: ignore[arg-type]  # the column holds one of the three
        desks=[shapes.desk(one) for one in seen.desks],
        events=[shapes.event(one) for one in seen.events],
        supplements=[shapes.supplement(one) for one in seen.notices],
    )


@pages.post("/supplements/<supplement_id>/answer")
@allow("enterprise")
@spec.validate(resp=answers(SupplementOut, 403, 404, 409), tags=["提交"])
def reply(supplement_id: str, json: Reply) -> SupplementOut:
    """答复补正通知；需要补交的文件先上传。"""
    return shapes.supplement(answer(current_actor(), supplement_id, json.text, items_seen=json.items_seen))
