"""The whole dossier to take away: as one indexed PDF, and as a ZIP of the originals with a manifest that proves itself.

Both hold what the reader may open and name what is left out; both are in the audit chain.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from casefiles.binding.frames import Leaf, frames
from casefiles.manifest import README, SHEETS, make_manifest, sums
from casefiles.reading.rooms import own_room
from casefiles.receipts import ReceivedFile
from casefiles.vault import Damaged
from ipdesk import audit, clock
from ipdesk.access import Actor
from ipdesk.database import transaction
from ipdesk.queries.dossier_values import DossierView
from ipdesk.queries.papers import open_dossier
from ipdesk.queries.reports import live_uploads
from ipdesk.queries.uploads import openable
from ipdesk.refusals import Conflict, NotFound
from ipdesk.sheets import Sheets, bind, sheets_of
from ipdesk.storage import the_vault
from ipdesk.tables import Upload

FOLDER = "材料"
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Content:
    """What one reader takes away of a dossier: files that may be opened, and those that may not."""

    view: DossierView
    uploads: tuple[Upload, ...]
    withheld: tuple[Upload, ...]

    @property
    def number(self) -> str:
        return self.view.case.number or ""


def content_of(actor: Actor, case_id: str) -> Content:
    """The files of the dossier for ``actor``. Raises NotFound for who sees none, a desk that is only informed included."""
    view = open_dossier(actor, case_id)
    may_open, live = openable(actor, case_id), live_uploads(case_id)
    uploads = tuple(one for one in live if one.id in may_open)
    if not uploads:
        raise NotFound("卷内没有您可以打开的文件。", "商业秘密文件须先由上传人或者窗口负责人指定查阅人。")
    return Content(view, uploads, tuple(one for one in live if one.id not in may_open))


def as_volume(actor: Actor, case_id: str) -> tuple[str, IO[bytes]]:
    """The report's number and the dossier as one PDF: catalogue, bookmarks, each page with its file, number and digest.

    Raises NotFound, Conflict (an original is damaged), NoPrinter (no Pango) and BindingFailed.
    """
    content = content_of(actor, case_id)
    with own_room() as work:
        out = _bound(content, Path(work))
        _note(actor, content, "pdf")
        volume = tempfile.TemporaryFile()  # noqa: SIM115  # the answer closes it, and then it is gone
        with out.open("rb") as made:
            while piece := made.read(CHUNK):
                volume.write(piece)
    volume.seek(0)
    return content.number, volume


def as_archive(actor: Actor, case_id: str) -> tuple[str, IO[bytes]]:
    """The report's number and the originals as a ZIP with ``manifest.json``, ``SHA256SUMS`` and ``SM3SUMS``.

    Raises as ``as_volume``, but needs no Pango.
    """
    content = content_of(actor, case_id)
    manifest = _note(actor, content, "zip")
    packed = tempfile.TemporaryFile()  # noqa: SIM115  # the answer closes it, and then it is gone
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for upload in content.uploads:
            _add(archive, upload)
        told = (
            json.dumps(manifest, ensure_ascii=False, indent=2) + "\n",
            sums(manifest, "sha256"),
            sums(manifest, "sm3"),
            README,
        )
        for name, text in zip(SHEETS, told, strict=True):
            archive.writestr(name, text)
    packed.seek(0)
    return content.number, packed


def _bound(content: Content, work: Path) -> Path:
    for upload in content.uploads:
        _verify(upload)
    sheets = sheets_of(content.uploads, work)
    leaves = [_leaf(content, upload, made) for upload, made in zip(content.uploads, sheets, strict=True)]
    case = content.view.case
    told = {"applicant": case.enterprise.name, "as_of": f"{clock.local(clock.now()):%Y-%m-%d %H:%M}"}
    left_out = [one.file_name for one in content.withheld]
    (work / "frames.pdf").write_bytes(frames(leaves, number=content.number, left_out=left_out, **told))
    files = [
        {
            "path": str(made.path),
            "pages": made.pages,
            "marks": [(f"{place}. {kind} {leaf.file}", at) for kind, at in leaf.documents],
        }
        for place, (made, leaf) in enumerate(zip(sheets, leaves, strict=True), 1)
    ]
    job = {"frames": str(work / "frames.pdf"), "files": files, "out": str(work / "volume.pdf")}
    (work / "job.json").write_text(json.dumps(job), encoding="utf-8")
    bind(work / "job.json")
    return work / "volume.pdf"


def _leaf(content: Content, upload: Upload, made: Sheets) -> Leaf:
    """The file with the documents in it; a part begins on the page its range names, where the sheets are the original's."""
    shown = content.view.materials
    mine = [one for one in shown if one.upload.id == upload.id] or [one for one in shown if upload.file_name in one.files]
    begins = [
        (one.kind_name or "（尚未读完）", min(one.first_page, made.pages) if one.part and not made.remark else 1) for one in mine
    ]
    told = "；".join(filter(None, (made.remark, "商业秘密" if upload.secret else "")))
    return Leaf(upload.file_name, upload.sha256, made.pages, tuple(begins) or (("（尚未读完）", 1),), told)


def _add(archive: zipfile.ZipFile, upload: Upload) -> None:
    try:
        stream = the_vault().open(upload.sha256)
    except Damaged as why:
        raise _damaged(upload, why) from why
    with stream, archive.open(f"{FOLDER}/{upload.file_name}", "w", force_zip64=True) as entry:
        while piece := stream.read(CHUNK):
            entry.write(piece)


def _verify(upload: Upload) -> None:
    try:
        the_vault().verify(upload.sha256)
    except Damaged as why:
        raise _damaged(upload, why) from why


def _damaged(upload: Upload, why: Damaged) -> Conflict:
    return Conflict(str(why), f"请与管理员联系，并告知文件名《{upload.file_name}》。")


def _note(actor: Actor, content: Content, form: str) -> dict[str, Any]:
    """Keep in the audit chain who took what; the manifest, with the chain's head at that moment."""
    case = content.view.case
    with transaction() as session:
        audit.record(
            session,
            "dossier.exported",
            actor=actor.id,
            case_id=case.id,
            subject=case.id,
            form=form,
            files=[one.sha256 for one in content.uploads],
            withheld=len(content.withheld),
        )
        head = audit.chain_head(session)
    return make_manifest(
        number=content.number,
        given_at=clock.local(clock.now()),
        files=[_line(one) for one in content.uploads],
        withheld=[_line(one) for one in content.withheld],
        chain_head=head,
        applicant=case.enterprise.name,
    )


def _line(upload: Upload) -> ReceivedFile:
    return ReceivedFile(f"{FOLDER}/{upload.file_name}", upload.size, upload.sha256, upload.sm3)
