"""Files coming in: hashed while they are stored, then one transaction; nothing acknowledged is ever missing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.vault import Stored, Stream, TooLarge
from ipdesk import audit, clock, jobs
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.reports import live_uploads, open_for_materials, own_draft
from ipdesk.queries.uploads import still_reading, visible_upload
from ipdesk.refusals import Conflict, Invalid, TooMuch
from ipdesk.services.file_names import clean_name, free_name
from ipdesk.services.reviewing import review_soon
from ipdesk.storage import settings, the_vault
from ipdesk.tables import Case, NamedReader, Upload, UploadReading

READING = "read_upload"  # the kind of job


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file. ``same_as`` names the files of the dossier that hold the same bytes: told, not refused."""

    upload: Upload
    same_as: tuple[str, ...] = ()


def receive(
    actor: Actor, case_id: str, stream: Stream, file_name: str, *, secret: bool = False, replaces: str | None = None
) -> Received:
    """Take one file into the dossier, in place of the upload ``replaces`` if one is named.

    The bytes lie in the vault before a row tells of them. Raises NotFound, Conflict (not the time for files), TooMuch
    (a limit of the desk) and Invalid (an empty file); then nothing of it is kept.
    """
    old = _replaceable(actor, case_id, replaces)
    check_room(case_id, 0, less=old)
    stored = _store(stream, file_name)
    with transaction() as session:
        case = open_for_materials(actor, case_id, session)
        old = _replaceable(actor, case_id, replaces, session)
        check_room(case_id, stored.size, less=old, session=session)
        others = [one for one in live_uploads(case_id, session) if old is None or one.id != old.id]
        same = tuple(one.file_name for one in others if one.sha256 == stored.sha256)
        name = free_name(clean_name(file_name), {one.file_name for one in others})
        secret = secret or bool(old and old.secret)
        upload = _add(session, actor, case, stored, name, secret=secret)
        if old is not None:
            _replace(session, actor, old, upload)
    return Received(upload, same)


def remove(actor: Actor, upload_id: str) -> Upload:
    """Take a draft's file out of the dossier; row and bytes stay as history. Raises NotFound and Conflict."""
    with transaction() as session:
        upload = visible_upload(actor, upload_id, session)
        own_draft(actor, upload.case_id, session)
        _check_live(upload)
        upload.removed_at = clock.now()
        audit.record(session, "upload.removed", actor=actor.id, case_id=upload.case_id, subject=upload.id, sha256=upload.sha256)
    if not still_reading(upload.case_id):
        review_soon(upload.case_id, by=actor)
    return upload


def check_room(case_id: str, size: int, *, less: Upload | None = None, session: Session | None = None) -> None:
    """Raise TooMuch where the dossier has no room for one more file of ``size`` bytes once ``less`` has left it."""
    limits, uploads = settings(), live_uploads(case_id, session)
    count = len(uploads) - (less is not None)
    used = sum(upload.size for upload in uploads) - (less.size if less else 0)
    if count >= limits.case_files:
        told = f"这份报案已有 {count} 个文件，达到上限 {limits.case_files} 个。"
        raise TooMuch(told, "请合并文件，或移除不需要的文件后再上传。")
    if used + size > limits.case_limit:
        raise TooMuch(
            f"这份报案的文件合计将超过上限 {limits.case_limit >> 20} MB（现有 {used / (1 << 20):.1f} MB）。",
            "请压缩或拆分文件，大体积的录像等可以刻盘线下提交。",
        )


def _store(stream: Stream, file_name: str) -> Stored:
    limit = settings().file_limit
    try:
        stored = the_vault().put(stream, limit=limit)
    except TooLarge as why:
        raise TooMuch(
            f"文件《{clean_name(file_name)}》超过单个文件上限 {limit >> 20} MB，没有保存。", "请压缩或者拆分后重新上传。"
        ) from why
    if stored.size == 0:
        told = f"文件《{clean_name(file_name)}》是空的（0 字节），没有保存。"
        raise Invalid(told, "请在本机确认文件能够打开，再重新选择。", fields={"file": told})
    return stored


def _add(session: Session, actor: Actor, case: Case, stored: Stored, name: str, *, secret: bool) -> Upload:
    upload = Upload(
        case_id=case.id,
        file_name=name,
        size=stored.size,
        sha256=stored.sha256,
        sm3=stored.sm3,
        secret=secret,
        uploaded_by=actor.id,
    )
    session.add(upload)
    session.flush()
    upload.reading = UploadReading(upload_id=upload.id)
    audit.record(
        session,
        "upload.stored",
        actor=actor.id,
        case_id=case.id,
        subject=upload.id,
        sha256=stored.sha256,
        sm3=stored.sm3,
        size=stored.size,
    )
    jobs.put(session, READING, upload.id)
    return upload


def _replace(session: Session, actor: Actor, old: Upload, new: Upload) -> None:
    old.removed_at, old.replaced_by = clock.now(), new.id
    for named in session.execute(select(NamedReader).where(NamedReader.upload_id == old.id)).scalars().all():
        session.add(NamedReader(upload_id=new.id, account_id=named.account_id, named_by=named.named_by))
    audit.record(session, "upload.replaced", actor=actor.id, case_id=old.case_id, subject=old.id, sha256=old.sha256, by=new.id)


def _replaceable(actor: Actor, case_id: str, upload_id: str | None, session: Session | None = None) -> Upload | None:
    open_for_materials(actor, case_id, session)
    if upload_id is None:
        return None
    upload = visible_upload(actor, upload_id, session)
    if upload.case_id != case_id:
        raise Conflict(f"文件《{upload.file_name}》不属于这份报案，不能替换。", "请在它所在的报案里操作。")
    _check_live(upload)
    return upload


def _check_live(upload: Upload) -> None:
    if upload.removed_at is not None:
        raise Conflict(f"文件《{upload.file_name}》已经移除或替换。", "请刷新页面，查看现在的材料。")
