"""What is next for each report: the list an enterprise sees, and the task list of one draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flask_babel import LazyString
from flask_babel import gettext as _

from ipdesk.access import Actor
from ipdesk.queries.offences import offence_name
from ipdesk.queries.progress import desk_state, referrals_of
from ipdesk.queries.reports import live_uploads, open_supplements, reports_of, title_of
from ipdesk.queries.uploads import still_reading
from ipdesk.services.report_answers import problems_of
from ipdesk.services.report_questions import QUESTIONS, STEPS, figure_questions
from ipdesk.services.reviews import newest_review
from ipdesk.tables import Case

Tone = Literal["neutral", "info", "ok", "warning", "danger"]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report in the list: where it stands and what is next; ``due`` is the day a desk waits for, if one does."""

    case: Case
    title: str
    offence: str
    state: str
    tone: Tone
    next: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a draft; ``state`` is ``done``, ``current`` (the first that is not done) or ``waiting``."""

    code: str
    title: str | LazyString
    text: str
    state: Literal["done", "current", "waiting"]


def report_lines(actor: Actor) -> list[ReportLine]:
    """Every report of the enterprises ``actor`` acts for, the newest change first."""
    return [_line(case) for case in reports_of(actor)]


def _line(case: Case) -> ReportLine:
    base = case, title_of(case), offence_name(case.offence)
    if case.state == "withdrawn":
        return ReportLine(*base, _("已撤回"), "neutral", _("无"))
    if case.state == "draft":
        waiting = next((step for step in draft_steps(case) if step.state == "current"), None)
        return ReportLine(*base, _("草稿"), "neutral", _("继续填写：%(step)s", step=waiting.title) if waiting else _("确认提交"))
    notices = open_supplements(case.id)
    if notices:
        due = min((notice.due for notice in notices if notice.due), default=None)
        return ReportLine(*base, _("待补正"), "warning", _("答复补正通知（%(count)s 份）", count=len(notices)), due)
    lead = next(iter(referrals_of(case.id)), None)
    state = desk_state(lead).state_name if lead else _("已提交")
    return ReportLine(*base, state, "info", _("等待%(desk)s办理", desk=desk_state(lead).desk_name) if lead else _("等待办理"))


def draft_steps(case: Case) -> list[StepLine]:
    """The steps of the draft in order, each with what it says so far."""
    told = [_matter(case), _answered(case, "parties", ("complainant", "filer")), _answered(case, "acts", ("places", "acts_from"))]
    told += [_materials(case), _review(case), (False, _("核对、声明、提交"))]
    first_open = next(number for number, (done, _text) in enumerate(told) if not done)
    return [
        StepLine(code, title, text, "done" if done else "current" if number == first_open else "waiting")
        for number, ((code, title), (done, text)) in enumerate(zip(STEPS.items(), told, strict=True))
    ]


def _matter(case: Case) -> tuple[bool, str]:
    if case.offence:
        return True, offence_name(case.offence)
    return bool(case.narrative), _("罪名待定，已写事情经过") if case.narrative else _("选择罪名，或者写下发生了什么")


def _answered(case: Case, step: str, wanted: Sequence[str]) -> tuple[bool, str]:
    questions = [question for question in QUESTIONS[step] if question.is_put(case.offence)]
    asked = (*questions, *(figure_questions(case.offence) if step == "acts" else ()))
    wrong = problems_of(case.answers, tuple(asked))
    if wrong:
        return False, _("有 %(count)s 处需要改正", count=len(wrong))
    said = sum(1 for question in questions if question.name in case.answers)
    return all(name in case.answers for name in wanted), _("已答 %(said)s / %(all)s", said=said, all=len(questions))


def _materials(case: Case) -> tuple[bool, str]:
    files, waiting = len(live_uploads(case.id)), still_reading(case.id)
    text = _("%(files)s 个文件", files=files) + (_("，%(waiting)s 个正在读取", waiting=waiting) if waiting else "")
    return bool(files) and not waiting, text if files else _("上传控告书、证照和证据")


def _review(case: Case) -> tuple[bool, str]:
    row = newest_review(case.id)
    if row is None:
        return False, _("上传材料后自动进行")
    gaps = sum(finding["severity"] == "blocking" for finding in row.result["findings"])
    return not gaps, _("%(gaps)s 项须补正", gaps=gaps) if gaps else _("未发现须补正的问题")
