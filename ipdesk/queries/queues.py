"""A desk's queue: its referrals by due date, and counts that agree with the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from casefiles import states
from ipdesk.access import Actor, visible_cases
from ipdesk.database import db
from ipdesk.refusals import NotAllowed
from ipdesk.tables import Case, Enterprise, ReferralRow, Supplement, Undertaking
from ipdesk.typed import clean_text

PER_PAGE = 20
SOON_DAYS = 2  # yellow up to two days before, red past due, as the pages show it
FINAL = tuple(code for code, state in states.STATES.items() if state.final)

Scope = Literal["open", "closed", "all"]
Urgency = Literal["overdue", "soon", "later", "none"]


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What the officer asked to see. Empty values do not narrow; ``text`` is part of a number or of an enterprise's name."""

    scope: Scope = "open"
    state: str = ""
    offence: str = ""
    overdue: bool = False
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the queue. ``days_left`` is negative when overdue, None where nothing is due."""

    referral: ReferralRow
    case: Case
    enterprise: str
    days_left: int | None
    notice: Literal["none", "asked", "answered"] = "none"
    undertaking: Literal["none", "open", "lapsed"] = "none"

    @property
    def urgency(self) -> Urgency:
        return urgency_of(self.days_left)


@dataclass(frozen=True, slots=True)
class QueuePage:
    """``entries`` of one page; ``total`` is the number of all lines the filter lets through.

    ``counts`` maps a facet (``scope``, ``state``, ``offence``, ``overdue``) to value → number of lines there would be with
    that value and the rest of the filter as it is.
    """

    entries: list[Entry]
    total: int
    page: int
    pages: int
    counts: Mapping[str, Mapping[Any, int]] = field(default_factory=dict)


def urgency_of(days_left: int | None) -> Urgency:
    """Red past due, yellow on the last day and the two days before it."""
    if days_left is None:
        return "none"
    if days_left < 0:
        return "overdue"
    return "soon" if days_left <= SOON_DAYS else "later"


def desk_queue(actor: Actor, wanted: QueueFilter, *, today: date) -> QueuePage:
    """The page of the queue of the actor's desk: what the leading desk has back because an undertaking lapsed, then by due
    date with the overdue first, what has no due date last.

    A page past the end gives the last one. Raises NotAllowed for who works at no desk.
    """
    if not actor.works_at_desk:
        raise NotAllowed("您的账号没有对应的窗口队列。", "请换用窗口人员的账号，或与管理员联系。")
    parts = _parts(wanted, today)
    total = _count(actor, parts)
    pages = max(1, ceil(total / PER_PAGE))
    page = min(max(1, wanted.page), pages)
    rows = db.session.execute(
        _lines(actor, parts, ReferralRow, Case, Enterprise.name)
        .order_by(~_lapsed(), ReferralRow.due.is_(None), ReferralRow.due, ReferralRow.opened_at, ReferralRow.id)
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    )
    found = [(referral, case, name) for referral, case, name in rows.unique()]
    notices = _notices([referral.id for referral, _, _ in found])
    promised = _undertakings([referral.case_id for referral, _, _ in found if referral.role == "lead"])
    entries = [
        Entry(
            referral,
            case,
            name,
            _days(referral.due, today),
            notices.get(referral.id, "none"),
            promised.get(case.id, "none") if referral.role == "lead" else "none",
        )
        for referral, case, name in found
    ]
    return QueuePage(entries, total, page, pages, _facets(actor, parts, wanted, today))


def _parts(wanted: QueueFilter, today: date) -> dict[str, ColumnElement[bool]]:
    """The conditions of the filter by facet, so that each facet can be counted without its own."""
    parts: dict[str, ColumnElement[bool]] = {}
    if wanted.scope != "all":
        closed = ReferralRow.state.in_(FINAL)
        parts["scope"] = closed if wanted.scope == "closed" else ~closed
    if wanted.state:
        parts["state"] = ReferralRow.state == wanted.state
    if wanted.offence:
        parts["offence"] = Case.offence == wanted.offence
    if wanted.overdue:
        parts["overdue"] = ReferralRow.due < today
    if text := clean_text(wanted.text)[:100]:
        parts["text"] = or_(Case.number.icontains(text, autoescape=True), Enterprise.name.icontains(text, autoescape=True))
    return parts


def _lines(actor: Actor, parts: Mapping[str, ColumnElement[bool]], *columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(ReferralRow)
        .join(Case, Case.id == ReferralRow.case_id)
        .join(Enterprise, Enterprise.id == Case.enterprise_id)
        .where(ReferralRow.desk == actor.desk, visible_cases(actor), and_(True, *parts.values()))
    )


def _count(actor: Actor, parts: Mapping[str, ColumnElement[bool]]) -> int:
    return db.session.execute(_lines(actor, parts, func.count(ReferralRow.id))).scalar_one()


def _facets(actor: Actor, parts: Mapping[str, ColumnElement[bool]], wanted: QueueFilter, today: date) -> dict[str, Any]:
    def without(name: str) -> dict[str, ColumnElement[bool]]:
        return {key: part for key, part in parts.items() if key != name}

    def grouped(name: str, column: Any) -> dict[Any, int]:
        lines = _lines(actor, without(name), column, func.count(ReferralRow.id)).group_by(column)
        return {value: number for value, number in db.session.execute(lines) if value}

    closed = _count(actor, {**without("scope"), "scope": ReferralRow.state.in_(FINAL)})
    everything = _count(actor, without("scope"))
    return {
        "scope": {"open": everything - closed, "closed": closed, "all": everything},
        "state": grouped("state", ReferralRow.state),
        "offence": grouped("offence", Case.offence),
        "overdue": {True: _count(actor, {**without("overdue"), "overdue": ReferralRow.due < today})},
    }


def _notices(referral_ids: list[str]) -> dict[str, Literal["asked", "answered"]]:
    """Whether the newest notice of each entry waits for its answer or has one."""
    found = select(Supplement).where(Supplement.referral_id.in_(referral_ids)).order_by(Supplement.asked_at)
    newest = {notice.referral_id: notice for notice in db.session.execute(found).unique().scalars()}
    return {key: "answered" if notice.answered_at else "asked" for key, notice in newest.items()}


def _lapsed() -> ColumnElement[bool]:
    """Whether a line is the leading desk's and a promised gap of its report is open although its day is over."""
    lapsed = exists().where(Undertaking.case_id == Case.id, Undertaking.state == "lapsed")
    return and_(ReferralRow.role == "lead", ReferralRow.state.not_in(FINAL), lapsed)


def _undertakings(case_ids: list[str]) -> dict[str, Literal["open", "lapsed"]]:
    """Which reports have undertakings that run, or that have lapsed and are not mended; lapsed counts before running."""
    asked = select(Undertaking.case_id, Undertaking.state).where(Undertaking.case_id.in_(case_ids))
    rows = db.session.execute(asked.where(Undertaking.state.in_(("open", "lapsed"))).order_by(Undertaking.state.desc()))
    return {case_id: "lapsed" if state == "lapsed" else "open" for case_id, state in reversed([tuple(row) for row in rows])}


def _days(due: date | None, today: date) -> int | None:
    return (due - today).days if due else None
