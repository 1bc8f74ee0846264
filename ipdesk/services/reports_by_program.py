"""A whole report at once, as programs send it: every answer is read, or nothing is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.refusals import Invalid
from ipdesk.services.report_answers import problems_of
from ipdesk.services.report_questions import QUESTIONS, figure_questions
from ipdesk.services.reports import open_report, save_step
from ipdesk.tables import Case


def open_whole(actor: Actor, enterprise_id: str | None, matter: Mapping[str, Any], answers: Mapping[str, Any]) -> Case:
    """A new draft with its answers. ``enterprise_id`` may be None for who acts for one enterprise alone.

    Raises as ``open_report``, and Invalid for an answer that cannot be read or a question that is not put.
    """
    with transaction():
        case = open_report(actor, enterprise_id or _only_enterprise(actor), **matter)
        return _save_answers(actor, case, answers)


def change_whole(actor: Actor, case_id: str, version: int, matter: Mapping[str, Any], answers: Mapping[str, Any]) -> Case:
    """The draft as it was at ``version`` with ``matter`` (title, offence, narrative, as far as named) and ``answers`` changed."""
    with transaction():
        case = save_step(actor, case_id, "matter", matter, version=version)
        return _save_answers(actor, case, answers)


def _save_answers(actor: Actor, case: Case, answers: Mapping[str, Any]) -> Case:
    _check_known(case.offence, answers)
    for step in QUESTIONS:
        mine = {name: answers[name] for name in _names(step, case.offence) if name in answers}
        if mine:
            case = save_step(actor, case.id, step, mine, version=case.version)
    _check_read(case)
    return case


def _names(step: str, offence: str | None) -> list[str]:
    figures = figure_questions(offence) if step == "acts" else ()
    return [question.name for question in (*QUESTIONS[step], *figures)]


def _check_known(offence: str | None, answers: Mapping[str, Any]) -> None:
    known = {name for step in QUESTIONS for name in _names(step, offence)}
    if unknown := sorted(set(answers) - known):
        fields = {f"answers.{name}": "没有这个问题，或者所选罪名不问它" for name in unknown}
        raise Invalid("有的答案不知道是答什么的，没有保存。", "请用 GET /questions 核对名称。", fields=fields)


def _check_read(case: Case) -> None:
    questions = (*(one for step in QUESTIONS for one in QUESTIONS[step]), *figure_questions(case.offence))
    if wrong := problems_of(case.answers, questions):
        fields = {f"answers.{name}": why for name, why in wrong.items()}
        raise Invalid("有的答案看不懂，没有保存。", "请按所列各项改正后重发。", fields=fields)


def _only_enterprise(actor: Actor) -> str:
    if len(actor.enterprises) != 1:
        told = "您的账号代表的企业不止一家，或者还没有企业。"
        raise Invalid(told, "请在 enterprise_id 里写明企业。", fields={"enterprise_id": told})
    return next(iter(actor.enterprises))
