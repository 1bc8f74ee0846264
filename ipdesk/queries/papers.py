"""What papers about a dossier are made of, as one reader may see it."""

from __future__ import annotations

from casefiles.arrangement import written
from casefiles.forms.known import Known, known_of
from casefiles.letters.catalogue import Entry
from casefiles.model import Answers, Material
from ipdesk.access import Actor
from ipdesk.clock import local
from ipdesk.queries.answers import answers_of
from ipdesk.queries.dossier_values import DossierView, MaterialShown
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.redaction import eyes_of, series_of
from ipdesk.queries.uploads import openable
from ipdesk.refusals import NotFound
from ipdesk.services.reviews import kept, newest_review


def open_dossier(actor: Actor, case_id: str) -> DossierView:
    """The dossier, for who may see its files. Raises NotFound for all else, desks that are only informed included."""
    view = dossier_view(actor, case_id)
    if view.informed:
        raise NotFound("本窗口为知悉，不开放卷内文件。", "编号、罪名、当事人、权利和日期见案件页。")
    return view


def entries_of(view: DossierView) -> list[Entry]:
    """The documents of the dossier in order, as the catalogue lists them."""
    return [
        Entry(
            kind=one.kind_name or "（尚未读完）",
            file=_file(one),
            pages=one.pages,
            sha256=one.sha256 or one.upload.sha256,
            received=f"{local(one.upload.uploaded_at):%Y-%m-%d}",
            remark=_remark(one),
        )
        for one in view.materials
    ]


def known_to(actor: Actor, view: DossierView) -> Known:
    """What a form may be filled with for ``actor``: nothing from a file that ``actor`` may not open."""
    return known_of(
        _open_materials(actor, view),
        answers_of(view.case) if view.case else Answers(),
        offence=view.offence if view.review_id else "",
        files=[(one.kind, one.file, str(one.pages or "")) for one in entries_of(view)],
    )


def _open_materials(actor: Actor, view: DossierView) -> tuple[Material, ...]:
    row = newest_review(view.case.id)
    if row is None:
        return ()
    review = kept(row)
    eyes = eyes_of(actor, openable(actor, view.case.id), row.uploads, series_of(review))
    return tuple(one for one in review.materials if not eyes.sealed(one.file))


def _file(one: MaterialShown) -> str:
    """The file, the pages of it, or the photos that are one document."""
    if one.files:
        return "、".join(one.files)
    return f"{one.file}（第{written(one.part)}页）" if one.part else one.file


def _remark(one: MaterialShown) -> str:
    if one.upload.secret:
        return "商业秘密，未获指定不能查阅" if one.sealed else "商业秘密"
    return ""
