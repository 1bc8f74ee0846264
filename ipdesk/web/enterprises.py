"""企业与同事: the enterprises an account acts for, their people, invitations."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security import current_user
from werkzeug.datastructures import MultiDict

from ipdesk.acting import acting_enterprise, choose_enterprise
from ipdesk.extensions import limiter
from ipdesk.guard import EVERYONE, SIGNED_IN, allow, current_actor
from ipdesk.queries.accounts import colleagues, enterprises, open_invitations
from ipdesk.refusals import Invalid
from ipdesk.services.enterprises import hand_over, remove_member
from ipdesk.services.invitations import accept_invitation, invite, open_invitation
from ipdesk.services.registration import add_enterprise

pages = Blueprint("enterprises", __name__)


@pages.get("/enterprises")
@allow("enterprise")
def index() -> str:
    return _page()


@pages.post("/enterprises")
@allow("enterprise")
def add() -> ResponseReturnValue:
    """A further enterprise of the same account."""
    try:
        enterprise = add_enterprise(current_actor(), request.form.get("name", ""), request.form.get("uscc", ""))
    except Invalid as why:
        return _page(new_errors=why.data["fields"], given=request.form), 422
    flash(_("已添加企业 %(name)s。", name=enterprise.name), "ok")
    return redirect(url_for(".index"))


@pages.post("/enterprises/<enterprise_id>/choose")
@allow("enterprise")
def choose(enterprise_id: str) -> ResponseReturnValue:
    """Act for this enterprise from now on."""
    choose_enterprise(current_actor(), enterprise_id)
    return redirect(url_for(".index"))


@pages.post("/enterprises/<enterprise_id>/invitations")
@limiter.limit("20 per hour")
@allow("enterprise")
def invite_person(enterprise_id: str) -> ResponseReturnValue:
    given = request.form
    try:
        key = invite(current_actor(), enterprise_id, given.get("email", ""), given.get("position", ""))
    except Invalid as why:
        return _page(invite_errors=why.data["fields"], given=given), 422
    link = url_for(".invitation", key=key, _external=True)
    return _page(invited={"email": given["email"], "link": link})


@pages.post("/enterprises/members/<membership_id>/remove")
@allow("enterprise")
def remove(membership_id: str) -> ResponseReturnValue:
    remove_member(current_actor(), membership_id)
    flash(_("已移除该成员。"), "ok")
    return redirect(url_for(".index"))


@pages.post("/enterprises/members/<membership_id>/owner")
@allow("enterprise")
def make_owner(membership_id: str) -> ResponseReturnValue:
    hand_over(current_actor(), membership_id)
    flash(_("已设为管理人。"), "ok")
    return redirect(url_for(".index"))


@pages.get("/invitations/<key>")
@allow(EVERYONE)
def invitation(key: str) -> ResponseReturnValue:
    found = open_invitation(key)
    status = 200 if found else 404
    return render_template("accounts/invitation.html", invitation=found, key=key), status


@pages.post("/invitations/<key>")
@allow(SIGNED_IN)
def accept(key: str) -> ResponseReturnValue:
    enterprise = accept_invitation(current_user._get_current_object(), key)
    flash(_("您已加入 %(name)s。", name=enterprise.name), "ok")
    return redirect(url_for(".index"))


def _page(
    invite_errors: dict[str, str] | None = None,
    new_errors: dict[str, str] | None = None,
    invited: dict[str, str] | None = None,
    given: MultiDict[str, str] | None = None,
) -> str:
    actor = current_actor()
    acting = acting_enterprise(actor)
    return render_template(
        "accounts/enterprises.html",
        acting=acting,
        enterprises=enterprises(actor),
        members=colleagues(actor, acting.id) if acting else [],
        invitations=open_invitations(actor, acting.id) if acting else [],
        invite_errors=invite_errors or {},
        new_errors=new_errors or {},
        invited=invited,
        given=given or {},
    )
