"""补正通知 as a document, for the desk that asked and for the applicant."""

from __future__ import annotations

from flask import Blueprint, Response

from ipdesk.guard import allow, current_actor
from ipdesk.services.notices import notice_letter
from ipdesk.web.downloads import docx

pages = Blueprint("supplements", __name__, url_prefix="/supplements")


@pages.get("/<supplement_id>/notice.docx")
@allow("enterprise", "officer", "supervisor")
def notice(supplement_id: str) -> Response:
    number, content = notice_letter(current_actor(), supplement_id)
    return docx(content, f"补正通知-{number}.docx")
