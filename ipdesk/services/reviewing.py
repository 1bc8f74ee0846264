"""When a report is reviewed: at once where that takes a moment, else by a job, so that no page ever waits for it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from ipdesk import jobs
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.reports import live_uploads
from ipdesk.queries.uploads import record_of, review_waits
from ipdesk.services.reviews import newest_review, review_now
from ipdesk.tables import Case, ReviewRow

REVIEW = "review_report"  # the kind of job
AT_ONCE = 150_000  # characters of a dossier that are reviewed within some three seconds


def review_soon(case_id: str, *, by: Actor | None = None) -> ReviewRow | None:
    """The review of the report as it stands now; of a long report the newest there is, while a job makes another.

    ``queries.uploads.pending`` counts that job. None for a report that is gone, or that has no review yet.
    """
    if not is_long(case_id):
        return review_now(case_id, by=by)
    with transaction() as session:
        there = session.execute(select(Case.id).where(Case.id == case_id).with_for_update()).first()
        if there and not review_waits(case_id, session):
            jobs.put(session, REVIEW, case_id)
    return newest_review(case_id)


def is_long(case_id: str) -> bool:
    """Whether the files of the report hold more text than is reviewed in a moment."""
    return sum(_characters(record_of(upload)) for upload in live_uploads(case_id)) > AT_ONCE


def _characters(record: dict[str, Any]) -> int:
    own = sum(len(line[0]) for page in record["pages"] for line in page["lines"])
    return own + sum(_characters(one["reading"]) for one in record.get("enclosed", ()))
