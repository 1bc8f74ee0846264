"""Pre-reviews of a report: made from its dossier, kept with the rules and the day they were made by."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.grounds import grounds_of
from casefiles.model import Dossier, Review
from casefiles.offences import rules_digest
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.replay import Replayed, replay
from casefiles.result import from_json, to_json
from ipdesk import audit, clock
from ipdesk.access import Actor
from ipdesk.database import db, transaction
from ipdesk.office import the_office
from ipdesk.queries.answers import answers_of
from ipdesk.queries.reports import live_uploads
from ipdesk.queries.snapshots import Snapshot, dossier_of
from ipdesk.services.matters import keep_signs
from ipdesk.services.undertakings_followed import settle
from ipdesk.tables import Case, Correction, KeptReading, ReviewRow, Upload, UploadReading

ATTEMPTS = 3  # how often a review is begun anew because the report changed while it was made


def review_case(session: Session, case: Case, *, by: Actor | None = None) -> ReviewRow:
    """Review the report as it stands and keep the result, in the caller's transaction.

    The newest review is given back unchanged where nothing it rests on has changed since.
    """
    return keep_review(session, case, *judge(case, session), by=by)


def review_now(case_id: str, *, by: Actor | None = None) -> ReviewRow | None:
    """As ``review_case``, without ever holding the database while the review is made; None for a report that is gone.

    Where something changed meanwhile it starts over. Where that never ends, the newest review there is is given back:
    what changes a report asks for a review of its own, and whoever asks last sees a report that stands still.
    """
    for _attempt in range(ATTEMPTS):
        db.session.rollback()
        db.session.expire_all()  # look with fresh eyes: what is kept in memory may have been written over
        case = db.session.get(Case, case_id)
        if case is None:
            return None
        stamp = _stamp(case, db.session())
        judged = judge(case)
        with transaction() as session:
            case = session.get(Case, case_id)
            if case is not None and _stamp(case, session) == stamp:
                return keep_review(session, case, *judged, by=by)
    return newest_review(case_id)


def is_current(case: Case) -> bool:
    """Whether the newest review rests on today's rules, on the files there are and on what the form says now."""
    newest = newest_review(case.id)
    return (
        newest is not None
        and set(newest.uploads.values()) == {upload.id for upload in live_uploads(case.id)}
        and newest.made_at >= case.updated_at
        and newest.as_of == filing_day(case)
        and newest.rules_digest == rules_digest()
    )


def judge(case: Case, session: Session | None = None) -> tuple[Snapshot, Review]:
    """The review of the report as it stands, not kept: it may take seconds and needs no transaction."""
    snapshot = dossier_of(case, filing_day(case), session)
    return snapshot, review(snapshot.dossier, office=the_office())


def judge_form(case: Case) -> tuple[Snapshot, Review]:
    """The review of what the form says alone: a moment's work, whatever the files hold."""
    snapshot = Snapshot(Dossier(filing_day(case), (), case.offence, answers_of(case)), {})
    return snapshot, review(snapshot.dossier, office=the_office())


def keep_review(session: Session, case: Case, snapshot: Snapshot, reviewed: Review, *, by: Actor | None = None) -> ReviewRow:
    """Keep a review in the caller's transaction; the newest one where it says the same of the same files."""
    result: dict[str, Any] = to_json(reviewed)
    newest = newest_review(case.id, session)
    if newest is not None and newest.result == result and newest.uploads == snapshot.uploads:
        if case.state == "draft":
            newest.made_at = clock.now()  # the same again: it stands for this moment, too
        return newest
    settle(session, case.id, {one.code for one in reviewed.findings if one.severity != "info"})
    row = ReviewRow(
        case_id=case.id,
        as_of=reviewed.as_of,
        rules_digest=reviewed.rules_digest,
        outcome=reviewed.outcome,
        result=result,
        uploads=snapshot.uploads,
        grounds=_kept_grounds(session, snapshot),
        made_at=clock.now(),
    )
    session.add(row)
    session.flush()
    keep_signs(session, case, row)
    audit.record(
        session,
        "review.made",
        actor=by.id if by else audit.SYSTEM,
        case_id=case.id,
        subject=row.id,
        outcome=row.outcome,
        rules_digest=row.rules_digest,
    )
    return row


def _kept_grounds(session: Session, snapshot: Snapshot) -> dict[str, Any]:
    """What the review rests on, with each reading kept once for all reviews that rest on it."""

    def keep(digest: str, record: dict[str, Any]) -> None:
        if session.get(KeptReading, digest) is None:
            session.add(KeptReading(digest=digest, record=record))

    return grounds_of(snapshot.dossier, the_office().code, keep)


def replayed(row: ReviewRow) -> Replayed:
    """The kept review made anew from what was stored with it (``casefiles.replay``); changes nothing."""

    def read(digest: str) -> dict[str, Any]:
        kept_reading = db.session.get(KeptReading, digest)
        if kept_reading is None:
            raise KeyError(digest)
        return kept_reading.record

    grounds = row.grounds
    return replay(row.result, grounds, office(grounds["office"]) if grounds else the_office(), read)


def _stamp(case: Case, session: Session) -> tuple[object, ...]:
    """What a review rests on, so that a change meanwhile shows."""
    readings = select(Upload.id, UploadReading.read_at, UploadReading.state).join(UploadReading)
    files = session.execute(readings.where(Upload.case_id == case.id, Upload.removed_at.is_(None)).order_by(Upload.id))
    said = select(Correction.id).join(Upload).where(Upload.case_id == case.id).order_by(Correction.id)
    return case.version, clock.today(), tuple(map(tuple, files)), tuple(session.execute(said).scalars())


def filing_day(case: Case) -> date:
    """The day the review counts from: today for a draft, the day of submission ever after."""
    return clock.local(case.submitted_at).date() if case.submitted_at else clock.today()


def newest_review(case_id: str, session: Session | None = None) -> ReviewRow | None:
    """The report's newest review, or None."""
    asked = select(ReviewRow).where(ReviewRow.case_id == case_id).order_by(ReviewRow.made_at.desc()).limit(1)
    return (session or db.session()).execute(asked).scalar_one_or_none()


def kept(row: ReviewRow) -> Review:
    """The review a row keeps. Raises ``casefiles.result.ResultError`` for one of another schema."""
    return from_json(row.result)
