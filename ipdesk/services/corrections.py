"""What people say a document is or shows, against what was read: it stays, is shown as theirs, and can be taken back."""

from __future__ import annotations

import re

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from casefiles.understanding import fields_of, kind_names
from ipdesk import audit
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.reports import open_for_materials, visible_case
from ipdesk.queries.snapshots import entry_of, held_by
from ipdesk.queries.uploads import visible_upload
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.reviewing import review_soon
from ipdesk.tables import Case, Correction, Upload
from ipdesk.typed import clean_text

LONGEST = 500
PART = re.compile(r"(?:\d{1,6}-\d{1,6})?", re.ASCII)


def correct(actor: Actor, upload_id: str, *, field: str = "", value: str, part: str = "", entry: str = "") -> Correction:
    """Say what the document is (``field`` empty: ``value`` is a kind) or shows (an empty ``value``: it shows no such thing).

    ``part`` is the page range where a file holds several documents, ``entry`` the path inside an archive or a mail.
    The report is reviewed anew right after.
    Raises NotFound, NotAllowed, Conflict (removed file, withdrawn report) and Invalid (no such kind or field, too long).
    """
    value = clean_text(value)
    _check(field, value, part)
    with transaction() as session:
        case, upload = open_to(actor, upload_id, entry, session)
        correction = Correction(upload_id=upload.id, entry=entry, part=part, field=field, value=value, made_by=actor.id)
        session.add(correction)
        record(session, actor, case, upload, part, field)
    review_soon(case.id, by=actor)
    return correction


def take_back(actor: Actor, upload_id: str, *, field: str = "", part: str = "", entry: str = "") -> None:
    """Let what was read stand again. Raises as ``correct``; Conflict where nothing was corrected there."""
    with transaction() as session:
        case, upload = open_to(actor, upload_id, entry, session)
        place = (
            Correction.upload_id == upload.id, Correction.entry == entry, Correction.part == part, Correction.field == field,
        )  # fmt: skip
        if session.execute(select(Correction.id).where(*place).limit(1)).first() is None:
            raise Conflict("这一处没有更正，或者更正已经撤销。", "请刷新页面查看现在的内容。")
        session.execute(delete(Correction).where(*place))
        record(session, actor, case, upload, part, field)
    review_soon(case.id, by=actor)


def record(session: Session, actor: Actor, case: Case, upload: Upload, part: str, field: str) -> None:
    """Keep in the audit chain, in the caller's transaction, that somebody corrected something."""
    audit.record(
        session, "document.corrected", actor=actor.id, case_id=case.id, subject=upload.id, part=part, field=field or "kind"
    )


def open_to(actor: Actor, upload_id: str, entry: str, session: Session) -> tuple[Case, Upload]:
    """The upload and its case, where ``actor`` may correct: its applicant, or an officer of a desk that works on it."""
    upload = visible_upload(actor, upload_id, session)
    if entry and not any(entry == entry_of(file) for file in held_by([upload]).said):
        raise NotFound(f"《{upload.file_name}》里没有这个文件。", "请刷新页面，在所列的材料上更正。")
    if upload.removed_at is not None:
        raise Conflict(f"文件《{upload.file_name}》已经移除或替换，不能再更正。", "请在现在的材料里更正。")
    case = visible_case(actor, upload.case_id, session)
    if "officer" in actor.roles and case.state == "submitted":
        return case, upload
    if case.enterprise_id not in actor.enterprises:
        raise NotAllowed("您的账号不能更正这份材料。", "请由报案人或者承办人员更正。")
    return open_for_materials(actor, case.id, session), upload


def _check(field: str, value: str, part: str) -> None:
    if not PART.fullmatch(part):
        raise Invalid("没有这样的页码范围。", "请刷新页面后，在所列的文件上更正。", fields={"part": "应为 1-2 这样的范围"})
    if len(value) > LONGEST:
        raise Invalid(f"更正的内容最多 {LONGEST} 字。", "请只写这一项的值。", fields={"value": "过长"})
    if field == "" and value not in kind_names:
        raise Invalid("没有这种材料类型。", "请在列表中选择一种。", fields={"value": "请在列表中选择。"})
    if field and not any(field in fields_of(kind) for kind in kind_names):
        raise Invalid("没有这个字段。", "请在页面所列的字段中更正。", fields={"field": "不存在"})
