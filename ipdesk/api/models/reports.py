"""Reports, their files and their pre-review."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Sent(BaseModel):
    """What a program sends: an unknown name is a mistake, never ignored."""

    model_config = ConfigDict(extra="forbid")


class NewReport(Sent):
    enterprise_id: str | None = Field(None, description="代表多家企业的账号须写明")
    title: str = Field("", max_length=200)
    offence: str | None = Field(None, description="罪名代码；不确定时不写")
    narrative: str = Field("", max_length=20_000, description="事情经过")
    answers: dict[str, Any] = Field(default_factory=dict, description="表格问题的答案，名称见 GET /questions")


class ReportChange(Sent):
    version: int = Field(description="所见的版本；别人改过则 409")
    title: str | None = Field(None, max_length=200)
    offence: str | None = None
    narrative: str | None = Field(None, max_length=20_000)
    answers: dict[str, Any] = Field(default_factory=dict)


class Submission(Sent):
    version: int
    declared: list[str] = Field(description="已确认的声明代码，见 GET /declarations")
    police_only: bool = Field(False, description="只报公安机关，不双报")
    gaps_known: bool = Field(False, description="已知悉缺项，仍要提交")
    without_waiting: bool = Field(False, description="文件还在读取也先提交")


class Withdrawal(Sent):
    why: str = Field(max_length=2000)


class Reply(Sent):
    text: str = Field(max_length=5000)
    items_seen: int | None = Field(None, description="所见的事项数；窗口又增加则 409")


class EnterpriseOut(BaseModel):
    id: str
    name: str


class ReportOut(BaseModel):
    id: str
    number: str | None
    state: Literal["draft", "submitted", "withdrawn"]
    title: str
    offence: str | None
    narrative: str
    answers: dict[str, Any]
    police_only: bool
    version: int
    enterprise: EnterpriseOut
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None


class ReportList(BaseModel):
    reports: list[ReportOut]
    total: int
    page: int
    pages: int


class UploadOut(BaseModel):
    """One file. ``reading`` is waiting, reading or done; ``documents`` are the kinds the newest review found in it."""

    id: str
    file_name: str
    size: int
    sha256: str
    sm3: str
    secret: bool
    openable: bool
    uploaded_at: datetime
    reading: Literal["waiting", "reading", "done"]
    pages_done: int
    pages_total: int
    documents: list[str] = []
    same_as: list[str] = Field(default_factory=list, description="同一案卷里内容相同的文件")


class UploadList(BaseModel):
    uploads: list[UploadOut]
    still_reading: int


class Precheck(BaseModel):
    """The result of the pre-review (``ipdesk.precheck/1``), as the command prints it; details may carry further names."""

    model_config = ConfigDict(extra="allow", populate_by_name=True, serialize_by_alias=True)

    schema_: Literal["ipdesk.precheck/1"] = Field(alias="schema")
    as_of: date
    rules_digest: str
    offence: dict[str, Any]
    materials: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    threshold: dict[str, Any]
    completeness: dict[str, int]
    outcome: Literal["ready", "needs_supplement", "refer_administrative", "outside_jurisdiction"]
    referrals: list[dict[str, Any]]


class DeskOut(BaseModel):
    agency: Literal["police", "procuratorate", "court", "administrative", "mediation"]
    desk: str
    desk_name: str
    role: Literal["lead", "joint", "informed"]
    state: str
    state_name: str
    since: datetime
    document_no: str
    document_date: date | None


class EventOut(BaseModel):
    at: datetime
    who: str
    what: str
    kind: Literal["report", "step", "supplement", "answer", "original"]
    document_no: str
    document_date: date | None
    note: str


class SupplementOut(BaseModel):
    id: str
    desk: str
    desk_name: str
    items: list[dict[str, Any]]
    note: str
    due: date | None
    asked_at: datetime
    answer: str
    answered_at: datetime | None


class ProgressOut(BaseModel):
    id: str
    number: str | None
    state: Literal["draft", "submitted", "withdrawn"]
    desks: list[DeskOut]
    events: list[EventOut]
    supplements: list[SupplementOut]


class SubmittedOut(BaseModel):
    report: ReportOut
    receipt: dict[str, Any]
    desks: list[DeskOut]
    still_reading: int


class ReceiptOut(BaseModel):
    """材料提交回执 as it was given; ``ipdesk verify`` proves files by it."""

    model_config = ConfigDict(extra="allow")

    number: str
    digest: str


class QuestionOut(BaseModel):
    name: str
    label: str
    hint: str
    shape: Literal["text", "lines", "date", "yes_no", "choice", "count", "amount"]
    options: dict[str, str]


class QuestionList(BaseModel):
    questions: list[QuestionOut]


class DeclarationOut(BaseModel):
    code: str
    text: str
    basis: list[str]
    grade: str


class DeclarationList(BaseModel):
    declarations: list[DeclarationOut]
