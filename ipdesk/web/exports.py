"""The whole dossier to save: one PDF to read, or the originals to keep and to prove."""

from __future__ import annotations

import logging
from typing import IO

from flask import Blueprint, Response, render_template
from flask_babel import gettext as _

from casefiles.letters.printed import NoPrinter
from ipdesk.extensions import limiter
from ipdesk.guard import allow, current_actor
from ipdesk.refusals import Unavailable
from ipdesk.services.exports import as_archive, as_volume
from ipdesk.services.laying_out import lay_out_soon
from ipdesk.sheets import BindingFailed
from ipdesk.web.downloads import saved

pages = Blueprint("exports", __name__, url_prefix="/cases/<case_id>")

ASK_AGAIN = 202  # accepted, not done yet
SECONDS = "2"
OFTEN = "60 per hour"  # laying out a long dossier takes the machine's time

log = logging.getLogger(__name__)


@pages.get("/dossier.pdf")
@allow("enterprise", "officer", "supervisor")
@limiter.limit(OFTEN, deduct_when=lambda response: response.status_code != ASK_AGAIN)
def volume(case_id: str) -> Response:
    """The volume; while its files are being laid out, a page that counts them and asks again by itself."""
    if waiting := lay_out_soon(current_actor(), case_id):
        page = render_template("dossier/laying_out.html", case_id=case_id, waiting=waiting)
        return Response(page, ASK_AGAIN, {"Refresh": SECONDS, "Cache-Control": "no-store"})
    try:
        number, made = as_volume(current_actor(), case_id)
    except NoPrinter as why:
        raise Unavailable(str(why), _("可以改为下载整卷压缩包。")) from why
    except BindingFailed as why:
        log.error("the dossier of case %s could not be bound: %s", case_id, why)
        raise Unavailable(_("整卷 PDF 没有做成。"), _("可以改为下载整卷压缩包，里面是全部原件。")) from why
    return _answer(made, "application/pdf", f"整卷材料{number}.pdf")


@pages.get("/dossier.zip")
@allow("enterprise", "officer", "supervisor")
@limiter.limit(OFTEN)
def archive(case_id: str) -> Response:
    number, made = as_archive(current_actor(), case_id)
    return _answer(made, "application/zip", f"整卷材料{number}.zip")


def _answer(made: IO[bytes], mimetype: str, name: str) -> Response:
    response = saved(made, mimetype, name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
