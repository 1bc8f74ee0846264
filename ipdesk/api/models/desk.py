"""Queues, and what officers do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from ipdesk.api.models.reports import DeskOut, EventOut, Sent, SupplementOut


class QueueQuery(BaseModel):
    scope: Literal["open", "closed", "all"] = "open"
    state: str = ""
    offence: str = ""
    overdue: bool = False
    text: str = Field("", max_length=100, description="编号或者企业名称的一部分")
    page: int = Field(1, ge=1, le=100_000)


class StepIn(Sent):
    action: str = Field(max_length=40, description="见案件的 steps")
    version: int = Field(description="所见的版本；别人办过则 409")
    document_no: str = Field("", max_length=100)
    document_date: date | None = None
    note: str = Field("", max_length=2000)


class SupplementIn(Sent):
    version: int
    due: date
    findings: list[int] = Field(default_factory=list, description="预审问题的序号，从 0 起")
    items: list[str] = Field(default_factory=list, description="另外需要补充的事项，一项一条")
    note: str = Field("", max_length=500)
    review_id: str | None = Field(None, description="findings 所在的预审")


class StepOut(BaseModel):
    action: str
    name: str
    needs_document: str = Field("", description="须填文号和日期的文书；空为不需要")


class EntryOut(BaseModel):
    case_id: str
    number: str | None
    title: str
    enterprise: str
    offence: str | None
    role: Literal["lead", "joint", "informed"]
    state: str
    state_name: str
    due: date | None
    days_left: int | None
    urgency: Literal["overdue", "soon", "later", "none"]
    notice: Literal["none", "asked", "answered"]
    submitted_at: datetime | None


class QueueOut(BaseModel):
    entries: list[EntryOut]
    total: int
    page: int
    pages: int
    counts: dict[str, dict[str, int]]


class ReferralOut(BaseModel):
    agency: str
    desk: str
    role: Literal["lead", "joint", "informed"]
    reason: str
    task: str
    basis: list[Any]
    due: date | None
    state: str
    state_name: str
    version: int


class CaseOut(BaseModel):
    """A report at the officer's own desk. For a desk that is only informed what the applicant wrote is empty."""

    id: str
    number: str | None
    title: str
    narrative: str
    answers: list[dict[str, str]]
    offence: str | None
    complainant: str
    respondent: str
    rights: list[dict[str, Any]]
    submitted_at: datetime | None
    referral: ReferralOut
    informed_only: bool
    steps: list[StepOut]
    may_ask: bool
    review_id: str | None
    others: list[DeskOut]
    events: list[EventOut]
    supplements: list[SupplementOut]
