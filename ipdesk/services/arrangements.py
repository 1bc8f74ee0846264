"""Which pages are one document, as people say: a file taken apart, photos put together. It stays and is shown as theirs."""

from __future__ import annotations

from casefiles.arrangement import ArrangementError, arrangement_of
from casefiles.intake import photos_of
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.reports import live_uploads
from ipdesk.queries.snapshots import CONTINUES, PARTS, entry_of, held_by, stored_reading
from ipdesk.queries.uploads import openable, reading_of
from ipdesk.refusals import Conflict, Invalid
from ipdesk.services.corrections import open_to, record
from ipdesk.services.reviewing import review_soon
from ipdesk.tables import Correction, Upload


def arrange(actor: Actor, upload_id: str, parts: str, *, entry: str = "") -> Correction:
    """Say which pages of the file (``entry``: of the one inside it) are which document: ``1-2、3``.

    The report is reviewed anew. Raises as ``corrections.correct``, and Invalid where a page is left out or told twice.
    """
    with transaction() as session:
        case, upload = open_to(actor, upload_id, entry, session)
        _check_read(upload)
        try:
            said = str(arrangement_of(parts, len(stored_reading(upload, entry).pages)))
        except ArrangementError as why:
            raise Invalid(str(why), "请从第 1 页写到最后一页，例如：1-2、3、4-6。", fields={"parts": str(why)}) from why
        correction = Correction(upload_id=upload.id, entry=entry, field=PARTS, value=said, made_by=actor.id)
        session.add(correction)
        record(session, actor, case, upload, "", PARTS)
    review_soon(case.id, by=actor)
    return correction


def continue_file(actor: Actor, upload_id: str, after: str, *, entry: str = "") -> Correction:
    """Say that the photo shows the page after those of the file ``after`` of the dossier; empty: that it stands for itself.

    The report is reviewed anew. Raises as ``corrections.correct``, and Invalid where one of them is no photo.
    """
    with transaction() as session:
        case, upload = open_to(actor, upload_id, entry, session)
        _check_read(upload)
        may_open = openable(actor, case.id)
        held = held_by(one for one in live_uploads(case.id, session) if one.id in may_open)
        photos = {one.file for one in photos_of(held.contents)}
        file = f"{upload.file_name}/{entry}" if entry else upload.file_name
        if file not in photos or (after and (after not in photos or after == file)):
            told = "只有单页的照片可以合成一份材料。"
            raise Invalid(told, "请在所列的照片中选择；多页的文件请写明页码拆分。", fields={"after": told})
        correction = Correction(upload_id=upload.id, entry=entry_of(file), field=CONTINUES, value=after, made_by=actor.id)
        session.add(correction)
        record(session, actor, case, upload, "", CONTINUES)
    review_soon(case.id, by=actor)
    return correction


def _check_read(upload: Upload) -> None:
    if reading_of(upload).state != "done":
        raise Conflict(f"文件《{upload.file_name}》还没有读完，不能整理页码。", "请等读取完成后再试。")
