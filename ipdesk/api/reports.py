"""Reports: opened, listed, read, changed, deleted, withdrawn."""

from __future__ import annotations

from math import ceil

from pydantic import BaseModel, Field

from ipdesk.api import shapes
from ipdesk.api.models.reports import (
    NewReport,
    QuestionList,
    QuestionOut,
    ReportChange,
    ReportList,
    ReportOut,
    Withdrawal,
)
from ipdesk.api.room import answers, room, spec
from ipdesk.guard import allow, current_actor
from ipdesk.queries.reports import own_case, reports_of
from ipdesk.services.report_questions import QUESTIONS, figure_questions
from ipdesk.services.reports import delete_report
from ipdesk.services.reports_by_program import change_whole, open_whole
from ipdesk.services.withdrawals import withdraw

pages = room("reports")
PER_PAGE = 50
MATTER = {"title", "offence", "narrative"}


class PageQuery(BaseModel):
    page: int = Field(1, ge=1, le=100_000)


class OffenceQuery(BaseModel):
    offence: str = ""


@pages.get("/questions")
@allow("enterprise")
@spec.validate(resp=answers(QuestionList), tags=["报案"])
def questions(query: OffenceQuery) -> QuestionList:
    """表格里的问题；写明罪名则连同该罪名问的数额。"""
    asked = [*(one for step in QUESTIONS.values() for one in step), *figure_questions(query.offence or None)]
    return QuestionList(
        questions=[
            QuestionOut(
                name=one.name,
                label=str(one.label),
                hint=str(one.hint),
                shape=one.shape,
                options={value: str(label) for value, label in one.options},
            )
            for one in asked
            if not query.offence or one.is_put(query.offence)
        ]
    )


@pages.post("/reports")
@allow("enterprise")
@spec.validate(resp=answers(ReportOut, 403, 404, status=201), tags=["报案"])
def create(json: NewReport) -> tuple[ReportOut, int]:
    """新建报案（草稿）。"""
    matter = json.model_dump(include=MATTER)
    return shapes.report(open_whole(current_actor(), json.enterprise_id, matter, json.answers)), 201


@pages.get("/reports")
@allow("enterprise")
@spec.validate(resp=answers(ReportList, 403), tags=["报案"])
def index(query: PageQuery) -> ReportList:
    """我方全部报案，最近改动的在前。"""
    found = reports_of(current_actor())
    pages_in_all = max(1, ceil(len(found) / PER_PAGE))
    page = min(query.page, pages_in_all)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    return ReportList(reports=[shapes.report(case) for case in shown], total=len(found), page=page, pages=pages_in_all)


@pages.get("/reports/<report_id>")
@allow("enterprise")
@spec.validate(resp=answers(ReportOut, 403, 404), tags=["报案"])
def show(report_id: str) -> ReportOut:
    """一份报案。"""
    return shapes.report(own_case(current_actor(), report_id))


@pages.patch("/reports/<report_id>")
@allow("enterprise")
@spec.validate(resp=answers(ReportOut, 403, 404, 409), tags=["报案"])
def change(report_id: str, json: ReportChange) -> ReportOut:
    """改草稿；只写要改的项。"""
    matter = json.model_dump(include=MATTER & json.model_fields_set)
    return shapes.report(change_whole(current_actor(), report_id, json.version, matter, json.answers))


@pages.delete("/reports/<report_id>")
@allow("enterprise")
@spec.validate(resp=answers(None, 403, 404, 409, status=204), tags=["报案"])
def remove(report_id: str) -> tuple[str, int]:
    """删除草稿。"""
    delete_report(current_actor(), report_id)
    return "", 204


@pages.post("/reports/<report_id>/withdrawal")
@allow("enterprise")
@spec.validate(resp=answers(ReportOut, 403, 404, 409), tags=["报案"])
def take_back(report_id: str, json: Withdrawal) -> ReportOut:
    """撤回已经提交的报案。"""
    return shapes.report(withdraw(current_actor(), report_id, json.why))
