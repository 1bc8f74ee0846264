"""Papers about a dossier: its catalogue, the police desk's draft list of evidence, and forms to fill in."""

from __future__ import annotations

from flask import Blueprint, Response
from flask_babel import gettext as _

from casefiles.forms import Form, all_forms, fill
from casefiles.forms.known import Known
from casefiles.letters.catalogue import catalogue as catalogue_of
from casefiles.letters.evidence_receipt import evidence_receipt as evidence_receipt_of
from ipdesk import clock
from ipdesk.guard import EVERYONE, allow, current_actor
from ipdesk.queries.papers import entries_of, known_to, open_dossier
from ipdesk.queries.progress import desk_name
from ipdesk.refusals import NotAllowed, NotFound
from ipdesk.services.opened import note_letter
from ipdesk.web.downloads import FORMS, paper

pages = Blueprint("papers", __name__)


@pages.get(f"/cases/<case_id>/catalogue.<{FORMS}>")
@allow("enterprise", "officer", "supervisor")
def catalogue(case_id: str, form: str) -> Response:
    """卷宗目录."""
    actor = current_actor()
    view = open_dossier(actor, case_id)
    number = view.case.number or ""
    made = catalogue_of(
        entries_of(view),
        number=number,
        applicant=view.case.enterprise.name,
        offence=view.offence,
        as_of=f"{clock.local(clock.now()):%Y-%m-%d %H:%M}",
    )
    note_letter(actor, case_id, "catalogue")
    return paper(made, form, f"卷宗目录{number}")


@pages.get(f"/cases/<case_id>/evidence-receipt.<{FORMS}>")
@allow("officer", "supervisor")
def evidence_receipt(case_id: str, form: str) -> Response:
    """接受证据材料清单 as a draft: the police receive evidence, nobody else."""
    actor = current_actor()
    view = open_dossier(actor, case_id)
    if actor.agency != "police":
        raise NotAllowed(_("接受证据材料清单由公安机关出具。"), _("其他窗口可以下载卷宗目录。"))
    number = view.case.number or ""
    reporter, desk = view.case.enterprise.name, desk_name(actor.desk or "")
    note_letter(actor, case_id, "evidence_receipt")
    made = evidence_receipt_of(entries_of(view), case_number=number, reporter=reporter, desk=desk)
    return paper(made, form, f"接受证据材料清单（草稿）{number}")


@pages.get(f"/cases/<case_id>/forms/<form_code>.<{FORMS}>")
@allow("enterprise", "officer", "supervisor")
def prefilled(case_id: str, form_code: str, form: str) -> Response:
    """A form with what the dossier tells."""
    actor = current_actor()
    view = open_dossier(actor, case_id)
    wanted = _form(form_code)
    note_letter(actor, case_id, f"form.{wanted.code}")
    return paper(fill(wanted, known_to(actor, view)), form, f"{wanted.title}（样式）")


@pages.get(f"/forms/<form_code>.<{FORMS}>")
@allow(EVERYONE)
def blank(form_code: str, form: str) -> Response:
    """A form with nothing in it."""
    wanted = _form(form_code)
    return paper(fill(wanted, Known()), form, f"{wanted.title}（空白样式）")


def _form(code: str) -> Form:
    if code not in all_forms():
        raise NotFound(_("没有这份样式。"), _("请从案卷页的问题旁打开。"))
    return all_forms()[code]
