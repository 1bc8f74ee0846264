"""The visitor's pages: what this desk does, and which materials each offence needs."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_security import current_user
from werkzeug.wrappers import Response

from casefiles.offences import Need, load_offences
from ipdesk.access import VISITOR
from ipdesk.guard import EVERYONE, allow, current_actor
from ipdesk.navigation import start_of

pages = Blueprint("home", __name__)

# When a material is asked for only in some cases (``Need.when``), in the reader's words.
CONDITIONS: Mapping[str, object] = {
    "organisation": _l("只在单位报案时"),
    "foreign_organisation": _l("只在境外单位报案时"),
    "person": _l("只在个人报案时"),
    "agent": _l("只在委托他人办理时"),
    "holder_differs": _l("只在证书上的权利人不是报案人时"),
}


def shared_needs() -> list[Need]:
    """The needed materials that every offence asks for, in their order."""
    first, *others = load_offences().values()
    return [need for need in first.needs if all(need in other.needs for other in others)]


@pages.get("/")
@allow(EVERYONE)
def index() -> str:
    return render_template("home/index.html", start=start_of(current_actor()))


@pages.get("/start")
@allow(EVERYONE)
def start() -> Response:
    """Where an account begins its work. Whoever has just set the second factor gets recovery codes first."""
    actor = current_actor()
    if actor is not VISITOR and current_user.tf_primary_method and not current_user.mf_recovery_codes:
        flash(_("请生成恢复码：手机丢失时，凭恢复码登录。"), "warning")
        return redirect(url_for("security.mf_recovery_codes"))
    return redirect(start_of(actor))


@pages.get("/guide")
@allow(EVERYONE)
def guide() -> str:
    return render_template("home/guide.html", offences=load_offences().values(), common=shared_needs(), conditions=CONDITIONS)
