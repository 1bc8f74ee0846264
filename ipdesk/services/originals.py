"""原件核对: an officer compares an uploaded file with its original and notes whether they agree. Checks are only added."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from ipdesk import audit
from ipdesk.access import Actor, visible_cases, visible_uploads
from ipdesk.database import transaction
from ipdesk.refusals import Invalid, NotAllowed, NotFound
from ipdesk.tables import Case, OriginalCheck, Upload
from ipdesk.typed import clean_text

NOTE_LIMIT = 500


def check_original(actor: Actor, upload_id: str, *, agrees: bool, note: str = "") -> OriginalCheck:
    """Record that ``actor`` saw the original of the upload today, and whether it agrees.

    Only an officer of a desk that works on the report, and who may open the file, can do so. A difference needs a note.
    Raises NotFound, NotAllowed and Invalid.
    """
    note = clean_text(note)
    if "officer" not in actor.roles:
        raise NotAllowed("原件由承办人员核对。", "请由本窗口的承办人员登记。")
    if not agrees and not note:
        raise Invalid("原件与上传的文件不一致，但没有写明差别。", "请写明哪一页、哪一处不一致。", fields={"note": "为空"})
    if len(note) > NOTE_LIMIT:
        raise Invalid(f"核对说明超过 {NOTE_LIMIT} 个字。", "请缩短说明。", fields={"note": "过长"})
    with transaction() as session:
        upload = _openable(session, actor, upload_id)
        check = OriginalCheck(upload_id=upload.id, checked_by=actor.id, agrees=agrees, note=note)
        session.add(check)
        audit.record(session, "upload.original_checked", actor=actor.id, case_id=upload.case_id, subject=upload.id, agrees=agrees)
    return check


def _openable(session: Session, actor: Actor, upload_id: str) -> Upload:
    found = select(Upload).join(Case, Case.id == Upload.case_id).where(Upload.id == upload_id)
    openable = found.where(visible_cases(actor), visible_uploads(actor), Upload.removed_at.is_(None))
    upload = session.execute(openable).unique().scalar_one_or_none()
    if upload is None:
        raise NotFound("没有找到这个文件，或者您不能打开它。", "商业秘密文件须先由窗口负责人指定查阅人。")
    return upload
