"""The job that reads one upload: from the vault, in a process of its own, with progress; then the report is reviewed anew."""

from __future__ import annotations

import logging
import time

from sqlalchemy import select

from casefiles.reading.limits import Limits
from casefiles.reading.process import Reader
from ipdesk.database import db
from ipdesk.derived import forget_if_secret, recognised_in
from ipdesk.jobs.queue import ATTEMPTS
from ipdesk.services.completions import complete
from ipdesk.services.readings import give_up, keep_reading, note_progress
from ipdesk.storage import settings, the_vault
from ipdesk.tables import Job, Upload, UploadReading

TOLD_EVERY = 1.0  # seconds between two notes of progress

log = logging.getLogger(__name__)


def run(subject: str) -> None:
    """Read the upload ``subject`` and review its report once nothing of it waits. May be run again after a crash.

    A file that cannot be read even at the last attempt gets a problem; before that the failure is raised, for the queue
    to try again.
    """
    upload = db.session.get(Upload, subject)
    if upload is None:
        return  # the draft was deleted
    case_id = upload.case_id
    if _is_waited_for(upload):
        _read(upload)
    complete(case_id)


def _is_waited_for(upload: Upload) -> bool:
    row = db.session.get(UploadReading, upload.id)
    return upload.removed_at is None and row is not None and row.state != "done"


def _read(upload: Upload) -> None:
    """Read the file. Its row may go away meanwhile with a deleted draft: nothing of it is asked for once reading begins."""
    upload_id, name, sha256, secret, attempt = upload.id, upload.file_name, upload.sha256, upload.secret, _attempt(upload.id)
    if attempt > ATTEMPTS:  # earlier attempts died with their worker
        give_up(upload_id)
        return
    try:
        stored = the_vault()
        stored.verify(sha256)
        progress = _Progress(upload_id)
        progress(0, 0)
        kept = None if secret else recognised_in(sha256)  # a trade secret's text is kept in its row alone
        with Reader(limits=Limits(seconds=settings().read_seconds), ocr_cache=kept) as reader:
            reading = reader.read(stored.path(sha256), name=name, progress=progress)
        forget_if_secret(upload_id, sha256)
        keep_reading(upload_id, reading)
    except Exception:
        if attempt < ATTEMPTS:
            raise
        log.exception("upload %s could not be read", upload_id)
        give_up(upload_id)


def _attempt(upload_id: str) -> int:
    """Which attempt this is: the running job's count; 1 where it is called without a job."""
    asked = select(Job.attempts).where(Job.subject == upload_id, Job.kind == "read_upload", Job.state == "running")
    return db.session.execute(asked.order_by(Job.attempts.desc()).limit(1)).scalar_one_or_none() or 1


class _Progress:
    """Writes progress now and then: pages may come faster than rows should be written."""

    def __init__(self, upload_id: str) -> None:
        self.upload_id = upload_id
        self.told = 0.0

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() - self.told < TOLD_EVERY:
            return
        note_progress(self.upload_id, done, total)
        self.told = time.monotonic()
