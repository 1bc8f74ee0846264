"""The guided form, one page a step. Every step saves itself while it is filled in, and by its button without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from casefiles.offences import load_offences
from ipdesk import clock
from ipdesk.guard import allow, current_actor
from ipdesk.queries.reports import own_case, own_draft
from ipdesk.refusals import Conflict, Invalid, NotFound
from ipdesk.services import reports
from ipdesk.services.report_answers import problems_of, typed_of
from ipdesk.services.report_questions import QUESTIONS, STEPS, Question, figure_questions
from ipdesk.tables import Case

pages = Blueprint("report_steps", __name__, url_prefix="/reports/<case_id>/steps")

FORMS = ("matter", "parties", "acts")
ORDER = tuple(STEPS)
ELSEWHERE = {"materials": "materials.show", "review": "dossiers.step", "submission": "submissions.show"}


@pages.get("/<step>")
@allow("enterprise")
def show(case_id: str, step: str) -> str | Response:
    if step in ELSEWHERE:
        return redirect(url_for(ELSEWHERE[step], case_id=case_id))
    if step not in FORMS:
        raise NotFound("没有这一步。", "请从报案的任务清单打开。")
    case = own_draft(current_actor(), case_id)
    return page(case, step, typed_in(case, step), errors_of(case, step))


@pages.post("/<step>")
@allow("enterprise")
def save(case_id: str, step: str) -> str | Response | tuple[str, int]:
    if step not in FORMS:
        raise NotFound("没有这一步。", "请从报案的任务清单打开。")
    typed = request.form.to_dict()
    try:
        case = reports.save_step(current_actor(), case_id, step, typed, version=request.form.get("version", 0, int))
    except (Conflict, Invalid) as why:
        return _not_saved(case_id, step, typed, why)
    if "HX-Request" in request.headers:
        return render_template("reports/saved.html", case=case, at=clock.now(), errors=errors_of(case, step), oob=True)
    if errors := errors_of(case, step):
        return page(case, step, typed_in(case, step), errors), 422
    return redirect(url_for("report_steps.show", case_id=case_id, step=_next(step)))


def _not_saved(case_id: str, step: str, typed: Mapping[str, str], why: Conflict | Invalid) -> tuple[str, int]:
    """The page again with what was typed, beside it what stands saved: nothing of either is lost."""
    if "HX-Request" in request.headers:
        raise why
    case = own_case(current_actor(), case_id)
    if case.state != "draft":
        raise why
    saved = typed_in(case, step)
    theirs = {name: text for name, text in saved.items() if text != typed.get(name, "")} if isinstance(why, Conflict) else {}
    shown = {**saved, **{name: text for name, text in typed.items() if name in saved}}
    errors = why.data.get("fields", {})
    return page(case, step, shown, errors, letter=why, theirs=theirs), 409 if isinstance(why, Conflict) else 422


def page(
    case: Case,
    step: str,
    typed: Mapping[str, str],
    errors: Mapping[str, str],
    *,
    letter: Conflict | Invalid | None = None,
    theirs: Mapping[str, str] | None = None,
) -> str:
    """One step's page with ``typed`` in its fields; ``theirs`` is what somebody else saved meanwhile, by field."""
    return render_template(
        f"reports/{step}.html",
        case=case,
        step=step,
        names=list(STEPS.values()),
        number=ORDER.index(step),
        before=ORDER[ORDER.index(step) - 1] if step != ORDER[0] else None,
        questions=asked(case, step),
        figures=figure_questions(case.offence) if step == "acts" else (),
        offences=load_offences().values(),
        typed=typed,
        errors=errors,
        labels={question.name: question.label for question in _all_questions(case, step)},
        letter=letter,
        theirs=theirs or {},
    )


def asked(case: Case, step: str) -> tuple[Question, ...]:
    """The questions of ``step`` that a report of this offence is asked."""
    return tuple(question for question in QUESTIONS.get(step, ()) if question.is_put(case.offence))


def typed_in(case: Case, step: str) -> dict[str, str]:
    """What stands in the fields of ``step``; the enterprise's own name is proposed as complainant."""
    if step == "matter":
        return {"title": case.title, "offence": case.offence or "", "narrative": case.narrative}
    typed: dict[str, Any] = {one.name: typed_of(case.answers, one) for one in _all_questions(case, step)}
    if step == "parties" and not case.answers:
        typed["complainant"] = case.enterprise.name
    return typed


def errors_of(case: Case, step: str) -> dict[str, str]:
    """What is wrong with what is saved of ``step``, by field."""
    return problems_of(case.answers, _all_questions(case, step))


def _all_questions(case: Case, step: str) -> tuple[Question, ...]:
    return (*asked(case, step), *(figure_questions(case.offence) if step == "acts" else ()))


def _next(step: str) -> str:
    return ORDER[ORDER.index(step) + 1]
