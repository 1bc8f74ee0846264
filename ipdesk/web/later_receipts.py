"""材料补交回执: asked for, shown, and taken away as JSON, Word and PDF."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from casefiles.letters.receipt import receipt_letter
from ipdesk.guard import allow, current_actor
from ipdesk.queries.progress import progress
from ipdesk.services.later_receipts import ask_for_receipt, own_receipt
from ipdesk.services.receipts import note_download
from ipdesk.web.downloads import FORMS, paper, receipt_json

pages = Blueprint("later_receipts", __name__)


@pages.post("/reports/<case_id>/receipts")
@allow("enterprise")
def create(case_id: str) -> AnyResponse:
    receipt = ask_for_receipt(current_actor(), case_id)
    return redirect(url_for("later_receipts.show", receipt_id=receipt.id))


@pages.get("/receipts/<receipt_id>")
@allow("enterprise")
def show(receipt_id: str) -> str:
    actor = current_actor()
    receipt = own_receipt(actor, receipt_id)
    return render_template("reports/receipt.html", receipt=receipt, progress=progress(actor, receipt.case_id))


@pages.get("/receipts/<receipt_id>/receipt.json")
@allow("enterprise")
def as_json(receipt_id: str) -> Response:
    actor = current_actor()
    receipt = own_receipt(actor, receipt_id)
    note_download(actor, receipt, "json")
    return receipt_json(receipt.content, receipt.number)


@pages.get(f"/receipts/<receipt_id>/receipt.<{FORMS}>")
@allow("enterprise")
def as_paper(receipt_id: str, form: str) -> Response:
    actor = current_actor()
    receipt = own_receipt(actor, receipt_id)
    note_download(actor, receipt, form)
    return paper(receipt_letter(receipt.content), form, f"材料补交回执{receipt.number}")
