"""What was typed into the form becomes answers; what cannot be read is kept as typed and told, never lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from casefiles.values.amounts import money, parse_only_amount, parse_only_number
from casefiles.values.dates import parse_date
from ipdesk import clock
from ipdesk.services.report_questions import QUESTIONS, Question, figure_questions
from ipdesk.typed import clean_text

UNREAD = "unread"  # in ``Case.answers``: what was typed and could not be understood, by question
ENDLESS = Decimal(10) ** 13  # no figure of a case is as large; it keeps typing errors out of the arithmetic
YES = {"yes": True, "no": False, "true": True, "false": False, "是": True, "否": False}


class Unreadable(ValueError):
    """An answer that cannot be used; the text is told beside the question."""


def read_answers(step: str, offence: str | None, typed: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """``kept`` answers with those of ``step`` taken anew from ``typed`` (strings of a form, or JSON values of a program).

    Questions that ``typed`` does not name stay as they are. What cannot be read stands under ``unread`` as typed.
    """
    answers, figures = dict(kept), dict(kept.get("figures", {}))
    unread = dict(kept.get(UNREAD, {}))
    for question in QUESTIONS.get(step, ()):
        if question.name in typed:
            _take(question, typed[question.name], answers, unread)
    if step == "acts":
        for question in figure_questions(offence):
            if question.name in typed:
                _take(question, typed[question.name], figures, unread)
    return {**answers, "figures": figures, UNREAD: unread}


def problems_of(answers: Mapping[str, Any], questions: tuple[Question, ...]) -> dict[str, str]:
    """What is wrong with the answers to ``questions``, by name."""
    found: dict[str, str] = {}
    for question in questions:
        typed = answers.get(UNREAD, {}).get(question.name)
        if typed is not None:
            try:
                READ[question.shape](question, typed)
            except Unreadable as why:
                found[question.name] = str(why)
    first, last = answers.get("acts_from"), answers.get("acts_until")
    if first and last and first > last and any(question.name == "acts_until" for question in questions):
        found["acts_until"] = "最近一次的日期早于最早的日期，请核对。"
    return found


def typed_of(answers: Mapping[str, Any], question: Question) -> str:
    """The answer as it stands in the form: as typed where it could not be read."""
    typed = answers.get(UNREAD, {}).get(question.name)
    value = typed if typed is not None else answers.get(question.name, answers.get("figures", {}).get(question.name))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "\n".join(value) if isinstance(value, list | tuple) else str(value)


def _take(question: Question, typed: Any, into: dict[str, Any], unread: dict[str, Any]) -> None:
    unread.pop(question.name, None)
    into.pop(question.name, None)
    text = typed if isinstance(typed, bool | list) else clean_text(str(typed if typed is not None else ""))
    if text in ("", []):
        return
    try:
        into[question.name] = READ[question.shape](question, text)
    except Unreadable:
        unread[question.name] = text if isinstance(text, str) else str(text)


def _text(question: Question, typed: Any) -> str:
    text = re.sub(r"\s+", " ", str(typed))
    if len(text) > question.most:
        raise Unreadable(f"最多 {question.most} 字，现在是 {len(text)} 字。请缩短，其余写进控告书。")
    return text


def _lines(question: Question, typed: Any) -> Any:
    lines = typed if isinstance(typed, list) else re.split(r"[\r\n；;]+", str(typed))
    said = [line for line in (clean_text(str(one)) for one in lines) if line]
    if sum(map(len, said)) > question.most:
        raise Unreadable(f"最多 {question.most} 字，现在是 {sum(map(len, said))} 字。请缩短，其余写进控告书。")
    return said if question.name == "places" else "\n".join(said)


def _date(question: Question, typed: Any) -> str:
    day = parse_date(str(typed))
    if day is None:
        raise Unreadable(f"“{typed}”不是一个完整的日期，请写成 2026-03-01 或者 2026年3月1日。")
    if day > clock.today():
        raise Unreadable(f"{day.isoformat()} 晚于今天，请核对。")
    return day.isoformat()


def _yes_no(question: Question, typed: Any) -> bool:
    if isinstance(typed, bool):
        return typed
    if str(typed).lower() not in YES:
        raise Unreadable("请选“是”或者“否”。")
    return YES[str(typed).lower()]


def _choice(question: Question, typed: Any) -> str:
    if str(typed) not in {value for value, _label in question.options}:
        raise Unreadable("请在所列选项中选一项。")
    return str(typed)


def _count(question: Question, typed: Any) -> int:
    number = parse_only_number(str(typed))
    if number is None or number != number.to_integral_value() or not 0 <= number < ENDLESS:
        raise Unreadable(f"“{typed}”不是一个数量，请写成 2140 或者 2,140。")
    return int(number)


def _amount(question: Question, typed: Any) -> str:
    amount = parse_only_amount(str(typed))
    if amount is None or not 0 <= amount < ENDLESS:
        raise Unreadable(f"“{typed}”不是一个金额，请写成 256800、25.68万元或者人民币贰拾伍万陆仟捌佰元整。")
    return money(amount)


READ: Mapping[str, Callable[[Question, Any], Any]] = {
    "text": _text,
    "lines": _lines,
    "date": _date,
    "yes_no": _yes_no,
    "choice": _choice,
    "count": _count,
    "amount": _amount,
}
