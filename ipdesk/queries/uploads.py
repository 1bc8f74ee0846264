"""Files: one that may be seen, one that may be opened, and how their reading goes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from ipdesk.access import Actor, visible_cases, visible_uploads
from ipdesk.database import db
from ipdesk.refusals import NotFound
from ipdesk.tables import Case, Job, Upload, UploadReading

NO_SUCH_FILE = "没有这个文件，或者它不在您的可见范围内。"


def visible_upload(actor: Actor, upload_id: str, session: Session | None = None) -> Upload:
    """The file's row, where ``actor`` may open the file. Raises NotFound for all else, sealed files included."""
    asked = select(Upload).join(Case, Case.id == Upload.case_id)
    asked = asked.where(Upload.id == upload_id, visible_cases(actor), visible_uploads(actor))
    upload = (session or db.session()).execute(asked).unique().scalar_one_or_none()
    if upload is None:
        raise NotFound(NO_SUCH_FILE, "商业秘密文件只有上传人和被指定的人能够打开。")
    return upload


def openable(actor: Actor, case_id: str) -> frozenset[str]:
    """The ids of the files of the case that ``actor`` may open, those removed included."""
    asked = select(Upload.id).where(Upload.case_id == case_id, visible_uploads(actor))
    return frozenset(db.session.execute(asked).scalars())


def not_secret(case_id: str, session: Session | None = None) -> frozenset[str]:
    """The ids of the files of the case that are no trade secret, those removed included."""
    asked = select(Upload.id).where(Upload.case_id == case_id, Upload.secret.is_(False))
    return frozenset((session or db.session()).execute(asked).scalars())


def still_reading(case_id: str, session: Session | None = None) -> int:
    """How many files of the dossier wait to be read or are being read."""
    asked = (
        select(Upload.id)
        .join(UploadReading, UploadReading.upload_id == Upload.id)
        .where(Upload.case_id == case_id, Upload.removed_at.is_(None), UploadReading.state != "done")
    )
    return len((session or db.session()).execute(asked).all())


def review_waits(case_id: str, session: Session | None = None) -> bool:
    """Whether a job is to review the report that has not begun, so that it will see everything there is now."""
    asked = select(Job.id).where(Job.subject == case_id, Job.kind == "review_report", Job.state == "waiting")
    return (session or db.session()).execute(asked.limit(1)).first() is not None


def pending(case_id: str, session: Session | None = None) -> int:
    """How many files of the dossier are not read yet, or are read by a job that has not reviewed the report yet;

    and one more for each job that reviews the report itself.

    Who shows a review asks this before fetching it: nothing pending then means that the review fetched is the last one.
    """
    at_work = select(Job.id).where(Job.subject == Upload.id, Job.state.in_(("waiting", "running"))).exists()
    asked = (
        select(func.count(Upload.id))
        .join(UploadReading, UploadReading.upload_id == Upload.id)
        .where(Upload.case_id == case_id, Upload.removed_at.is_(None), or_(UploadReading.state != "done", at_work))
    )
    reviewing = select(func.count(Job.id)).where(
        Job.subject == case_id, Job.kind == "review_report", Job.state.in_(("waiting", "running"))
    )
    run = (session or db.session()).execute
    return run(asked).scalar_one() + run(reviewing).scalar_one()


def reading_of(upload: Upload) -> UploadReading:
    """How the reading of the file stands; a file that has no row yet waits."""
    return upload.reading or UploadReading(upload_id=upload.id, state="waiting", pages_done=0, pages_total=0)


def record_of(upload: Upload) -> dict[str, Any]:
    """The stored reading (``casefiles.reading.record``); one without pages or problems where none is stored yet."""
    return reading_of(upload).record or {"format": "unknown", "pages": [], "problems": []}
