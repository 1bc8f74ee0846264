"""Files of a report, how their reading goes, and the pre-review of what they say."""

from __future__ import annotations

from typing import Any

from flask import request

from ipdesk.api import shapes
from ipdesk.api.models.reports import Precheck, UploadList, UploadOut
from ipdesk.api.room import answers, room, spec
from ipdesk.guard import allow, current_actor
from ipdesk.masking import masked_id
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.reports import live_uploads, visible_case
from ipdesk.queries.uploads import openable, pending, still_reading
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services import uploads
from ipdesk.services.reviewing import review_soon
from ipdesk.services.reviews import is_current, newest_review

pages = room("materials")

UPLOAD_FORM = {
    "multipart/form-data": {
        "schema": {
            "type": "object",
            "required": ["file"],
            "properties": {
                "file": {"type": "string", "format": "binary"},
                "secret": {"type": "string", "enum": ["yes", "no"], "description": "标为商业秘密"},
                "replaces": {"type": "string", "description": "所替换的文件"},
            },
        }
    }
}


@pages.post("/reports/<report_id>/uploads")
@allow("enterprise")
@spec.validate(resp=answers(UploadOut, 403, 404, 409, 413, status=201), tags=["材料"])
def upload(report_id: str) -> tuple[UploadOut, int]:
    """上传一个文件（multipart/form-data，字段 file；可选 secret=yes、replaces=文件编号）。存入时即计算 SHA-256 和 SM3。"""
    file = request.files.get("file")
    if file is None or not file.filename:
        told = "没有收到文件。"
        raise Invalid(told, "请以 multipart/form-data 发送，文件放在 file 字段，并带文件名。", fields={"file": told})
    received = uploads.receive(
        current_actor(),
        report_id,
        file.stream,
        file.filename,
        secret=request.form.get("secret") == "yes",
        replaces=request.form.get("replaces") or None,
    )
    return shapes.upload(received.upload, openable=True, same_as=received.same_as), 201


@pages.get("/reports/<report_id>/uploads")
@allow("enterprise", "officer", "supervisor")
@spec.validate(resp=answers(UploadList, 403, 404), tags=["材料"])
def index(report_id: str) -> UploadList:
    """案卷里的文件、读取进度和识别出的材料种类。"""
    actor = current_actor()
    view = dossier_view(actor, report_id)
    if view.informed:
        raise NotFound("本窗口为知悉，不开放卷内文件。", "请与主办窗口联系。")
    may_open = openable(actor, report_id)
    kinds: dict[str, list[str]] = {}
    for material in view.materials:
        kinds.setdefault(material.upload.id, []).extend([material.kind] if material.kind and not material.sealed else [])
    shown = [shapes.upload(row, openable=row.id in may_open, documents=kinds.get(row.id, [])) for row in live_uploads(report_id)]
    return UploadList(uploads=shown, still_reading=view.reading)


@pages.delete("/uploads/<upload_id>")
@allow("enterprise")
@spec.validate(resp=answers(None, 403, 404, 409, status=204), tags=["材料"])
def remove(upload_id: str) -> tuple[str, int]:
    """把草稿里的一个文件移出案卷。"""
    uploads.remove(current_actor(), upload_id)
    return "", 204


@pages.get("/reports/<report_id>/precheck")
@allow("enterprise", "officer", "supervisor")
@spec.validate(resp=answers(Precheck, 403, 404, 409), tags=["材料"])
def precheck(report_id: str) -> Precheck:
    """预审结果，格式为 ipdesk.precheck/1。文件还在读取时答 409。"""
    actor = current_actor()
    if dossier_view(actor, report_id).informed:
        raise NotFound("本窗口为知悉，不开放卷内文件。", "请与主办窗口联系。")
    case = visible_case(actor, report_id)
    if waiting := still_reading(report_id):
        raise Conflict(f"还有 {waiting} 个文件正在读取。", "请稍后再取，进度见 GET …/uploads。", waiting=waiting)
    if case.state == "draft" and not is_current(case):
        review_soon(report_id, by=actor)
    if waiting := pending(report_id):
        raise Conflict("这份报案的文字很多，正在预审。", "请稍后再取，进度见 GET …/uploads。", waiting=waiting)
    view, row = dossier_view(actor, report_id), newest_review(report_id)
    if row is None:
        raise NotFound("这份报案还没有预审结果。", "提交或者上传材料之后自动预审。")
    if any(one.withheld for one in view.findings) or any(one.sealed for one in view.materials):
        raise NotAllowed("预审结果涉及标为商业秘密的材料，您没有被指定查阅。", "请由上传人或者被指定的人调取。")
    return Precheck.model_validate(row.result if actor.agency == "police" else _masked(row.result))


def _masked(value: Any) -> Any:
    """The same result with identity numbers masked, for whoever does not check identities."""
    if isinstance(value, str):
        return masked_id(value)
    if isinstance(value, dict):
        return {key: _masked(inner) for key, inner in value.items()}
    return [_masked(inner) for inner in value] if isinstance(value, list) else value
