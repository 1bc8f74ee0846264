"""补正通知 as a document, for the desk that asked and for the applicant."""

from __future__ import annotations

from flask import Blueprint, Response

from ipdesk.guard import allow, current_actor
from ipdesk.services.notices import notice_letter
from ipdesk.web.downloads import FORMS, paper

pages = Blueprint("supplements", __name__, url_prefix="/supplements")


@pages.get(f"/<supplement_id>/notice.<{FORMS}>")
@allow("enterprise", "officer", "supervisor")
def notice(supplement_id: str, form: str) -> Response:
    number, made = notice_letter(current_actor(), supplement_id)
    return paper(made, form, f"材料补正通知-{number}")
