"""Pre-review for a visitor without an account: choose files, look on, see the result; nothing is kept."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request, stream_template
from flask_babel import gettext as _

from casefiles.letters.prereview_notice import prereview_notice
from casefiles.offences import load_offences
from ipdesk.config import MEBIBYTE
from ipdesk.extensions import limiter
from ipdesk.guard import EVERYONE, allow
from ipdesk.queries.visits import unsealed, view_of
from ipdesk.refusals import STATUS, Invalid, TooMuch, Unavailable
from ipdesk.services import visits
from ipdesk.services.visits import receive
from ipdesk.web.downloads import FORMS, KEPT_BY_NOBODY, paper

pages = Blueprint("visits", __name__, url_prefix="/precheck")

FORM_ROOM = 1 * MEBIBYTE
TRIES = "3 per minute; 12 per hour"


@pages.url_value_preprocessor
def make_room(_endpoint: str | None, _values: dict[str, str] | None) -> None:
    """A visitor's request is bounded before it is read."""
    request.max_content_length = visits.TOTAL_SIZE + FORM_ROOM


@pages.get("/")
@allow(EVERYONE)
def show() -> str:
    return _form()


@pages.post("/")
@allow(EVERYONE)
@limiter.limit(TRIES)
def create() -> Response | tuple[str, int]:
    """The result as a page that arrives while the files are read; whatever ends it ends the visit too."""
    offence = request.form.get("offence", "")
    files = [file for file in request.files.getlist("files") if file.filename]
    try:
        understood = request.form.get("understood") == "yes"
        visit = receive(files, offence=offence if offence in load_offences() else None, understood=understood)
    except (Invalid, TooMuch, Unavailable) as why:
        return _form(why), STATUS[type(why)]
    response = Response(stream_template("visit/result.html", visit=visit, view_of=view_of))
    response.call_on_close(visit.close)
    response.headers.update({"Cache-Control": KEPT_BY_NOBODY, "X-Accel-Buffering": "no"})
    return response


@pages.post(f"/notice.<{FORMS}>")
@allow(EVERYONE)
@limiter.limit("30 per hour")
def notice(form: str) -> Response:
    """材料预审提示 of a result that the visitor brings back; the desk has not kept it."""
    review = unsealed(request.form.get("sealed", ""))
    return paper(prereview_notice(review), form, _("材料预审提示"))


def _form(letter: Invalid | TooMuch | Unavailable | None = None) -> str:
    return render_template("visit/index.html", letter=letter, offences=load_offences().values(), limits=visits, mebibyte=MEBIBYTE)
