"""账号与安全: one's own password, second factor and API tokens."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security import current_user

from ipdesk.extensions import limiter
from ipdesk.guard import SIGNED_IN, allow, current_actor
from ipdesk.queries.accounts import tokens
from ipdesk.refusals import Invalid
from ipdesk.services.signing_in import needs_second_factor
from ipdesk.services.tokens import make_token, revoke_token
from ipdesk.web.administration import ROLE_NAMES

pages = Blueprint("profile", __name__, url_prefix="/profile")


@pages.get("")
@allow(SIGNED_IN)
def index() -> str:
    return _page()


@pages.post("/tokens")
@limiter.limit("20 per hour")
@allow(SIGNED_IN)
def add_token() -> ResponseReturnValue:
    """The new token is shown on this very answer and never again."""
    try:
        text = make_token(current_actor(), request.form.get("label", ""))
    except Invalid as why:
        return _page(errors=why.data["fields"]), 422
    return _page(new_token=text)


@pages.post("/tokens/<token_id>/revoke")
@allow(SIGNED_IN)
def end_token(token_id: str) -> ResponseReturnValue:
    revoke_token(current_actor(), token_id)
    flash(_("令牌已停用。"), "ok")
    return redirect(url_for(".index"))


def _page(errors: dict[str, str] | None = None, new_token: str = "") -> str:
    return render_template(
        "accounts/profile.html",
        account=current_user,
        roles=[ROLE_NAMES[role.name] for role in current_user.roles],
        second_factor_required=needs_second_factor(current_user),
        tokens=tokens(current_actor()),
        errors=errors or {},
        new_token=new_token,
    )
