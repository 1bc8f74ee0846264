"""材料提交回执: the page, and the same as JSON and Word to keep and to verify by."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from casefiles.letters.receipt import receipt_letter
from ipdesk.guard import allow, current_actor
from ipdesk.queries.progress import progress
from ipdesk.services.receipts import note_download, receipt_of
from ipdesk.web.downloads import FORMS, paper, receipt_json

pages = Blueprint("receipts", __name__, url_prefix="/reports/<case_id>")


@pages.get("/receipt")
@allow("enterprise")
def show(case_id: str) -> str:
    actor = current_actor()
    receipt = receipt_of(actor, case_id)
    return render_template("reports/receipt.html", receipt=receipt, progress=progress(actor, case_id))


@pages.get("/receipt.json")
@allow("enterprise")
def as_json(case_id: str) -> Response:
    actor = current_actor()
    receipt = receipt_of(actor, case_id)
    note_download(actor, receipt, "json")
    return receipt_json(receipt.content, receipt.number)


@pages.get(f"/receipt.<{FORMS}>")
@allow("enterprise")
def as_paper(case_id: str, form: str) -> Response:
    actor = current_actor()
    receipt = receipt_of(actor, case_id)
    note_download(actor, receipt, form)
    return paper(receipt_letter(receipt.content), form, f"材料提交回执{receipt.number}")
