"""The sheets of a dossier's files are made by a job before the volume is bound: LibreOffice takes seconds for each Word file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from casefiles.letters.printed import can_print
from casefiles.reading.rooms import own_room
from casefiles.vault import Damaged
from ipdesk import jobs
from ipdesk.access import Actor
from ipdesk.database import db, transaction
from ipdesk.queries.reports import live_uploads
from ipdesk.services.exports import content_of
from ipdesk.sheets import sheets_of, unlaid
from ipdesk.storage import the_vault
from ipdesk.tables import Job, Upload

KIND = "lay_out_sheets"


def lay_out_soon(actor: Actor, case_id: str) -> int:
    """How many files the actor's volume still waits for; whoever asks first puts the job. 0: it can be bound now.

    What no job could lay out, and a trade secret's sheets, are made with the volume. Raises as ``content_of``.
    """
    wanting = unlaid(content_of(actor, case_id).uploads) if can_print() else []
    if not wanting:
        return 0
    with transaction() as session:
        states = session.execute(select(Job.state, Job.created_at).where(Job.subject == case_id, Job.kind == KIND)).all()
        if any(state in ("waiting", "running") for state, _ in states):
            return len(wanting)
        newest = max(one.uploaded_at for one in wanting)
        if any(asked_at >= newest for _, asked_at in states):
            return 0  # a job has tried
        jobs.put(session, KIND, case_id)
    return len(wanting)


def lay_out(case_id: str) -> None:
    """Make the sheets of the report's files that have none, one after the other, so that those done can be counted."""
    uploads: Sequence[Upload] = unlaid(live_uploads(case_id)) if can_print() else ()
    for upload in uploads:
        db.session.rollback()  # a file may take minutes: nothing is held meanwhile
        try:
            the_vault().verify(upload.sha256)
        except Damaged:
            continue  # the export tells it
        with own_room() as work:
            sheets_of([upload], Path(work))
