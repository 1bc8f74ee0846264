"""How the reading of a file goes on in its row: page by page, done, given up, or asked for again."""

from __future__ import annotations

from sqlalchemy import select, update

from casefiles.model import Problem, Reading
from casefiles.reading.record import to_json
from ipdesk import audit, clock, jobs
from ipdesk.access import Actor
from ipdesk.database import db, transaction
from ipdesk.queries.reports import open_for_materials, visible_case
from ipdesk.queries.uploads import reading_of, visible_upload
from ipdesk.refusals import Conflict
from ipdesk.services.uploads import READING
from ipdesk.tables import Upload, UploadReading


def note_progress(upload_id: str, done: int, total: int) -> None:
    """Say how many pages of how many are read (``total`` 0: not known yet). A reading that is done stays done."""
    with transaction() as session:
        session.execute(
            update(UploadReading)
            .where(UploadReading.upload_id == upload_id, UploadReading.state != "done")
            .values(state="reading", pages_done=done, pages_total=total)
        )


def keep_reading(upload_id: str, reading: Reading) -> bool:
    """Keep what the file was read as; False where the file went away meanwhile (a deleted draft)."""
    with transaction() as session:
        pages = len(reading.pages)
        read = {"record": to_json(reading), "state": "done", "read_at": clock.now(), "pages_done": pages, "pages_total": pages}
        kept = update(UploadReading).where(UploadReading.upload_id == upload_id).values(**read)
        return session.execute(kept.returning(UploadReading.upload_id)).first() is not None


def give_up(upload_id: str) -> bool:
    """Keep the desk's own failure to read the file as its problem, so that the rest of the dossier goes on."""
    name = db.session.execute(select(Upload.file_name).where(Upload.id == upload_id)).scalar_one_or_none()
    if name is None:
        return False
    problem = Problem(
        "unreadable.damaged",
        f"系统多次尝试读取文件《{name}》都没有成功。原件已经完整保存，其他文件不受影响。",
        f"请点“重新读取”再试一次；仍不成功时，请将《{name}》另存为 PDF 后替换，或者线下提交。",
    )
    return keep_reading(upload_id, Reading("unknown", (), (problem,)))


def read_again(actor: Actor, upload_id: str) -> Upload:
    """Read the file anew; what was read before is left out of reviews until then. Raises NotFound, NotAllowed, Conflict."""
    with transaction() as session:
        upload = visible_upload(actor, upload_id, session)
        case = visible_case(actor, upload.case_id, session)
        if "officer" not in actor.roles:
            open_for_materials(actor, case.id, session)
        row = reading_of(upload)
        if upload.removed_at is not None or row.state != "done":
            raise Conflict(f"文件《{upload.file_name}》正在读取，或者已经移除。", "请稍候，或刷新页面查看现在的材料。")
        row.state, row.pages_done, row.pages_total = "waiting", 0, 0
        audit.record(session, "upload.read_again", actor=actor.id, case_id=case.id, subject=upload.id)
        jobs.put(session, READING, upload.id)
    return upload
