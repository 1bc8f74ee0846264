"""The life of a referral at each agency, as data: which steps an officer may record, and what each needs.

An official state (受案, 立案 …) exists only with the number and date of the official document; until those are
entered, others see the state before it. Nobody declines a report: the police must accept it (刑事诉讼法第一百一十条).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

OPENED = "opened"
WITHDRAWN = "withdrawn"
SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True)
class State:
    """A state and its Chinese name. ``final``: nothing follows but reading."""

    code: str
    name: str
    final: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What may be recorded: ``action`` leads to state ``to``; ``document`` names the official document it needs.

    ``reason``: it is recorded only with a note that says why, and who approved it.
    """

    action: str
    name: str
    to: str
    document: str = ""
    by: str = "officer"
    reason: bool = False


class IllegalStep(ValueError):
    """A step that may not be taken now; the message is a letter to the person who tried."""


STATES: Mapping[str, State] = {
    state.code: state
    for state in (
        State("opened", "待接收"),
        State("registered", "已接报登记"),
        State("accepted", "已受案"),
        State("filed", "已立案", final=True),
        State("not_filed", "不予立案"),
        State("transferred", "已移送", final=True),
        State("read", "已阅"),
        State("early_intervention", "已提前介入"),
        State("filing_supervision", "已启动立案监督"),
        State("noted", "已知悉", final=True),
        State("administrative_filed", "行政机关已立案"),
        State("administrative_not_filed", "行政机关不予立案", final=True),
        State("administrative_decided", "已作出行政处理", final=True),
        State("mediating", "调解中"),
        State("mediated", "调解结束", final=True),
        State("withdrawn", "报案人已撤回", final=True),
    )
}

_REGISTER = Step("register", "接报登记", "registered")
_ACCEPT = Step("accept", "受案", "accepted", document="受案登记表（受案回执）")
_EXTEND = Step("extend_filing", "延长立案审查期限", "accepted", reason=True)
_FILE = Step("file", "立案", "filed", document="立案决定书")
_NOT_FILE = Step("not_file", "不予立案", "not_filed", document="不予立案通知书")
_TRANSFER = Step("transfer", "移送", "transferred", document="移送案件通知书")
_READ = Step("read", "已阅", "read")
_INTERVENE = Step("intervene", "提前介入", "early_intervention")
_SUPERVISE = Step("supervise", "启动立案监督", "filing_supervision", document="要求说明不立案（立案）理由通知书")
_NOTE = Step("note", "已知悉", "noted")
_ADMIN_FILE = Step("file", "行政立案", "administrative_filed", document="行政处罚立案审批表")
_ADMIN_NOT_FILE = Step("not_file", "不予行政立案", "administrative_not_filed", document="不予立案告知书")
_ADMIN_DECIDE = Step("decide", "作出行政处理", "administrative_decided", document="行政处罚决定书")
_ADMIN_TRANSFER = Step("transfer", "移送司法机关", "transferred", document="涉嫌犯罪案件移送书")
_MEDIATE = Step("mediate", "开始调解", "mediating")
_MEDIATED = Step("conclude", "调解结束", "mediated")

TABLE: Mapping[str, Mapping[str, tuple[Step, ...]]] = {
    "police": {
        "opened": (_REGISTER,),
        "registered": (_ACCEPT, _TRANSFER),
        "accepted": (_FILE, _NOT_FILE, _TRANSFER, _EXTEND),
        "not_filed": (_FILE,),
    },
    "procuratorate": {
        "opened": (_READ,),
        "read": (_INTERVENE, _SUPERVISE),
        "early_intervention": (_SUPERVISE,),
        "filing_supervision": (_INTERVENE,),
    },
    "court": {"opened": (_NOTE,)},
    "administrative": {
        "opened": (_REGISTER,),
        "registered": (_ADMIN_FILE, _ADMIN_NOT_FILE, _ADMIN_TRANSFER),
        "administrative_filed": (_ADMIN_DECIDE, _ADMIN_TRANSFER),
    },
    "mediation": {"opened": (_REGISTER,), "registered": (_MEDIATE,), "mediating": (_MEDIATED,)},
}

# What a desk has to do once the first step is taken; before that, and at other desks, what it was asked on opening.
TASKS: Mapping[tuple[str, str], str] = {
    ("police", "registered"): "审查是否受案；不属于本机关管辖的，移送有管辖权的机关",
    ("police", "accepted"): "审查是否立案，登记立案决定书或者不予立案通知书",
    ("police", "not_filed"): "不予立案后又决定立案的，登记立案决定书",
    ("administrative", "administrative_filed"): "作出行政处理；发现涉嫌犯罪的，移送司法机关",
    ("mediation", "registered"): "组织调解",
    ("mediation", "mediating"): "登记调解结果",
}

# Who may ask the applicant, by agency and role. A desk that is only informed never does.
ASKS_FOR_SUPPLEMENT: Mapping[str, frozenset[str]] = {
    "police": frozenset({"lead", "joint"}),
    "procuratorate": frozenset({"lead", "joint"}),
    "administrative": frozenset({"lead"}),
}
_ASK = "ask_supplement"
_WITHDRAW = Step("withdraw", "撤回", WITHDRAWN, by="applicant")


def task_of(agency: str, state: str, asked: str) -> str:
    """What a desk has to do now; ``asked`` is what it was asked on opening. Empty after the last step."""
    if state in STATES and STATES[state].final:
        return ""
    return TASKS.get((agency, state), asked)


def may_ask(agency: str, role: str, state: str) -> bool:
    """Whether a desk in ``role`` may ask the applicant to supplement; after the last step nothing is asked."""
    is_open = state in STATES and not STATES[state].final
    return is_open and role in ASKS_FOR_SUPPLEMENT.get(agency, ())


def allowed(agency: str, state: str, role: str = "lead") -> tuple[Step, ...]:
    """The steps that may be recorded next, in the order a desk offers them; asking for a supplement keeps the state."""
    steps = TABLE.get(agency, {}).get(state, ())
    if state not in STATES or STATES[state].final:
        return steps
    ask = (Step(_ASK, "要求补正", state),) if may_ask(agency, role, state) else ()
    return (*steps, *ask, _WITHDRAW)


def take(
    agency: str,
    state: str,
    action: str,
    *,
    document_no: str = "",
    document_date: date | None = None,
    today: date,
) -> str:
    """The state after ``action``. Raises IllegalStep where it does not fit or its official document is incomplete."""
    step = next((step for step in allowed(agency, state) if step.action == action), None)
    if step is None:
        raise IllegalStep(_not_now(agency, state))
    if step.document:
        _check_document(step, document_no, document_date, today)
    return step.to


def shown_to_others(agency: str, state: str, *, document_no: str = "") -> str:
    """The Chinese name others see: an official state is not shown before its document's number is entered."""
    if needs_document(agency, state) and not document_no.strip():
        return "办理中"
    return state_name(state)


def needs_document(agency: str, state: str) -> bool:
    """Whether ``state`` is reached only with an official document."""
    return any(step.to == state and step.document for steps in TABLE.get(agency, {}).values() for step in steps)


def state_name(state: str) -> str:
    """The Chinese name of a state; an unknown one is shown as it is."""
    return STATES[state].name if state in STATES else state


def _not_now(agency: str, state: str) -> str:
    names = "、".join(step.name for step in allowed(agency, state) if step.by == "officer")
    then = f"现在可以登记：{names}。" if names else "该流程已经结束，不能再登记新的步骤。"
    return f"这一步现在不能登记：当前状态为“{state_name(state)}”。{then}请刷新页面后再试。"


def _check_document(step: Step, number: str, day: date | None, today: date) -> None:
    if not number.strip() or day is None:
        raise IllegalStep(f"登记“{step.name}”需要填写{step.document}的文号和日期。请补全后重试。")
    if day > today:
        raise IllegalStep(f"{step.document}的日期 {day.isoformat()} 晚于今天 {today.isoformat()}。请核对后重新填写。")
