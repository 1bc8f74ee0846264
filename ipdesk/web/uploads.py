"""Files: coming in, going out, looked at page by page, replaced, sealed, read again."""

from __future__ import annotations

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as AnyResponse

from casefiles.reading.picture import NoPicture
from casefiles.vault import Damaged
from ipdesk.errors import wants_json
from ipdesk.guard import allow, current_actor
from ipdesk.pictures import page_png
from ipdesk.queries.reports import own_case
from ipdesk.queries.sights import sight_of
from ipdesk.queries.uploads import visible_upload
from ipdesk.refusals import Conflict, Invalid, NotFound, Refusal
from ipdesk.services import named_readers, readings, trade_secrets, uploads
from ipdesk.services.opened import note_download, note_page
from ipdesk.services.uploads import Received
from ipdesk.storage import settings, the_vault
from ipdesk.tables import Upload
from ipdesk.web import materials

pages = Blueprint("uploads", __name__)

FORM_ROOM = 1 << 20  # bytes of a request besides its files


@pages.url_value_preprocessor
def make_room(endpoint: str | None, _values: dict[str, str] | None) -> None:
    """Without scripts many files come in one request: it may be as large as a whole dossier."""
    if endpoint == "uploads.receive":
        request.max_content_length = settings().case_limit + FORM_ROOM


@pages.post("/reports/<case_id>/uploads")
@allow("enterprise")
def receive(case_id: str) -> AnyResponse:
    """Take the files of the form; each stands for itself, so that one refused file does not lose the others."""
    files = [file for file in request.files.getlist("files") if file.filename]
    if not files:
        told = _("没有收到文件。")
        raise Invalid(told, _("请选择文件后再上传。"), fields={"files": told})
    if wants_json():
        return _told_json(case_id, _receive(case_id, files[0]))
    for file in files:
        try:
            received = _receive(case_id, file)
        except Refusal as why:
            flash(f"{why.message}{why.remedy}", "error")
        else:
            flash(_told(received), "success")
    return redirect(url_for("materials.show", case_id=case_id))


@pages.post("/uploads/<upload_id>/replace")
@allow("enterprise")
def replace(upload_id: str) -> AnyResponse:
    old = visible_upload(current_actor(), upload_id)
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Invalid(_("没有收到替换的文件。"), _("请选择文件后再替换。"), fields={"file": _("请选择文件。")})
    received = _receive(old.case_id, file, replaces=upload_id)
    flash(_("《%(old)s》已经替换。", old=old.file_name) + _told(received), "success")
    return _back(old)


@pages.post("/uploads/<upload_id>/remove")
@allow("enterprise")
def remove(upload_id: str) -> AnyResponse:
    upload = uploads.remove(current_actor(), upload_id)
    flash(_("《%(name)s》已经移出材料。", name=upload.file_name), "success")
    return _back(upload)


@pages.post("/uploads/<upload_id>/secret")
@allow("enterprise")
def secret(upload_id: str) -> AnyResponse:
    sealed = request.form.get("secret") == "yes"
    upload = trade_secrets.mark_secret(current_actor(), upload_id, sealed)
    flash(
        _("《%(name)s》已标为商业秘密，只有您和您指定的人能打开。", name=upload.file_name)
        if sealed
        else _("已取消商业秘密标记。"),
        "success",
    )
    return _back(upload)


@pages.post("/uploads/<upload_id>/readers")
@allow("enterprise")
def readers(upload_id: str) -> AnyResponse:
    """Name a colleague who may open the sealed file, or take the leave back."""
    actor, account_id = current_actor(), request.form.get("account_id", "")
    upload = visible_upload(actor, upload_id)
    if request.form.get("remove"):
        named_readers.remove_reader(actor, upload_id, account_id)
    else:
        named_readers.name_reader(actor, upload_id, account_id)
    return _back(upload)


@pages.post("/uploads/<upload_id>/read-again")
@allow("enterprise", "officer")
def read_again(upload_id: str) -> AnyResponse:
    upload = readings.read_again(current_actor(), upload_id)
    flash(_("《%(name)s》将重新读取。", name=upload.file_name), "success")
    return _back(upload)


@pages.get("/uploads/<upload_id>/file")
@allow("enterprise", "officer", "supervisor")
def download(upload_id: str) -> Response:
    """The original, checked against its hash before the first byte goes out; never shown inside the browser."""
    actor = current_actor()
    upload = visible_upload(actor, upload_id)
    try:
        stream = the_vault().open(upload.sha256)
    except Damaged as why:
        raise Conflict(str(why), _("请与管理员联系，并告知文件名《%(name)s》。", name=upload.file_name)) from why
    note_download(actor, upload)
    response = send_file(stream, "application/octet-stream", as_attachment=True, download_name=upload.file_name)
    response.headers.update({"Cache-Control": "private, no-store", "Content-Security-Policy": "default-src 'none'; sandbox"})
    return response


@pages.get("/uploads/<upload_id>/pages/<int:number>.png")
@allow("enterprise", "officer", "supervisor")
def page_picture(upload_id: str, number: int) -> Response:
    """One page drawn. Who looked at it is kept."""
    actor = current_actor()
    upload = visible_upload(actor, upload_id)
    try:
        picture = page_png(upload, number, request.args.get("entry", ""))
    except NoPicture as why:
        raise NotFound(str(why), _("可以下载原件查看。")) from why
    note_page(actor, upload, number)
    kept = "no-store" if upload.secret else "max-age=600"
    return Response(picture, mimetype="image/png", headers={"Cache-Control": f"private, {kept}"})


@pages.get("/uploads/<upload_id>/pages/<int:number>")
@allow("enterprise", "officer", "supervisor")
def page(upload_id: str, number: int) -> str:
    """One page with its marked places: beside the findings where scripts run, else by itself."""
    actor = current_actor()
    sight = sight_of(actor, upload_id, number, request.args.get("mark", ""), request.args.get("entry", ""))
    if not sight.drawn:
        note_page(actor, sight.upload, number)
    alone = "HX-Request" not in request.headers
    return render_template("dossier/page.html" if alone else "dossier/sight.html", sight=sight)


def _receive(case_id: str, file: FileStorage, replaces: str | None = None) -> Received:
    secret = request.form.get("secret") == "yes"
    return uploads.receive(current_actor(), case_id, file.stream, file.filename or "", secret=secret, replaces=replaces)


def _told(received: Received) -> str:
    name = received.upload.file_name
    if received.same_as:
        return _(
            "《%(name)s》已收到；内容与《%(same)s》相同，如属误传可以移除其中一份。",
            name=name,
            same="》《".join(received.same_as),
        )
    return _("《%(name)s》已收到并计算校验值。", name=name)


def _told_json(case_id: str, received: Received) -> AnyResponse:
    case = own_case(current_actor(), case_id)
    row = render_template("reports/upload_row.html", case=case, row=materials.row(received.upload, None, True))
    body = {"id": received.upload.id, "told": _told(received), "same_as": received.same_as, "row": row}
    return jsonify(body)


def _back(upload: Upload) -> AnyResponse:
    """To where the person came from: the dossier or the list of materials."""
    place = "dossiers.show" if request.form.get("back") == "dossier" else "materials.show"
    return redirect(url_for(place, case_id=upload.case_id, _anchor=f"upload-{upload.id}"))
