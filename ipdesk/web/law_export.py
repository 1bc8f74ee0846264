"""A selection of results as a Word document: our own print, never posing as an official one."""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask_babel import gettext as _

from casefiles.letters.law_extract import law_extract
from ipdesk.extensions import limiter
from ipdesk.guard import EVERYONE, allow
from ipdesk.queries.keeping import held, title_of
from ipdesk.refusals import Invalid, TooMuch
from ipdesk.web.downloads import paper
from ipdesk.web.law_words import day_asked

pages = Blueprint("law_export", __name__, url_prefix="/law")
MOST = 50


@pages.get("/extract.docx")
@limiter.limit("60 per minute")
@allow(EVERYONE)
def selection() -> Response:
    """Every article and precedent named by ``key``, in the order given, each with its version, day and source."""
    keys = list(dict.fromkeys(request.args.getlist("key")))
    if not keys:
        told = _("还没有选择要导出的条文或者案例。")
        raise Invalid(told, _("请先勾选结果前面的方框，再点导出。"), fields={"key": told})
    if len(keys) > MOST:
        raise TooMuch(_("一次最多导出 %(most)s 条。", most=MOST), _("请分几次导出。"))
    for key in keys:
        title_of(key)
    chosen = [held(key) for key in keys]
    day = day_asked()
    made = law_extract([article for article, _case in chosen if article], [case for _article, case in chosen if case], day)
    return paper(made, "docx", f"法规案例摘录{day.isoformat()}")
