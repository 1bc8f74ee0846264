"""Rows and views as the API tells them."""

from __future__ import annotations

from collections.abc import Sequence

from ipdesk.api.models.reports import (
    DeskOut,
    EnterpriseOut,
    EventOut,
    ReportOut,
    SupplementOut,
    UploadOut,
)
from ipdesk.queries.kept_words import open_items
from ipdesk.queries.progress import DeskState, Event, desk_name
from ipdesk.queries.uploads import reading_of
from ipdesk.tables import Case, Supplement, Upload


def report(case: Case) -> ReportOut:
    return ReportOut(
        id=case.id,
        number=case.number,
        state=case.state,  # type: ignore[arg-type]  # the column holds one of the three
        title=case.title,
        offence=case.offence,
        narrative=case.narrative,
        answers=case.answers or {},
        police_only=case.police_only,
        version=case.version,
        enterprise=EnterpriseOut(id=case.enterprise.id, name=case.enterprise.name),
        created_at=case.created_at,
        updated_at=case.updated_at,
        submitted_at=case.submitted_at,
    )


def upload(row: Upload, *, openable: bool, documents: Sequence[str] = (), same_as: Sequence[str] = ()) -> UploadOut:
    reading = reading_of(row)
    return UploadOut(
        id=row.id,
        file_name=row.file_name,
        size=row.size,
        sha256=row.sha256,
        sm3=row.sm3,
        secret=row.secret,
        openable=openable,
        uploaded_at=row.uploaded_at,
        reading=reading.state,  # type: ignore[arg-type]  # the column holds one of the three
        pages_done=reading.pages_done,
        pages_total=reading.pages_total,
        documents=list(documents),
        same_as=list(same_as),
    )


def desk(state: DeskState) -> DeskOut:
    return DeskOut(
        agency=state.agency,  # type: ignore[arg-type]  # agencies of the office
        desk=state.desk,
        desk_name=state.desk_name,
        role=state.role,  # type: ignore[arg-type]  # the column holds one of the three
        state=state.state,
        state_name=state.state_name,
        since=state.since,
        document_no=state.document_no,
        document_date=state.document_date,
    )


def event(one: Event) -> EventOut:
    return EventOut(
        at=one.at,
        who=one.who,
        what=one.what,
        kind=one.kind,
        document_no=one.document_no,
        document_date=one.document_date,
        note=one.note,
    )


def supplement(notice: Supplement) -> SupplementOut:
    return SupplementOut(
        id=notice.id,
        desk=notice.referral.desk,
        desk_name=desk_name(notice.referral.desk),
        items=open_items(notice),
        note=notice.note,
        due=notice.due,
        asked_at=notice.asked_at,
        answer=notice.answer,
        answered_at=notice.answered_at,
    )
