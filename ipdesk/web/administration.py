"""账号管理: the administrator's pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from ipdesk.access import Actor
from ipdesk.clock import now
from ipdesk.guard import allow, current_actor
from ipdesk.office import the_office
from ipdesk.queries.accounts import accounts as list_accounts
from ipdesk.refusals import Conflict, Invalid
from ipdesk.services import accounts as services
from ipdesk.tables import Account

pages = Blueprint("administration", __name__, url_prefix="/accounts")

ROLE_NAMES: Mapping[str, object] = {
    "enterprise": _l("企业用户"),
    "officer": _l("办案人员"),
    "supervisor": _l("督办人员"),
    "legal": _l("法律人员"),
    "administrator": _l("管理员"),
}

# What can be done with an account: the last part of the address, the service, and what is said when it is done.
ACTS: Mapping[str, tuple[Callable[[Actor, str], Account], object]] = {
    "disable": (services.disable_account, _l("已停用，其登录与令牌立即失效。")),
    "enable": (services.enable_account, _l("已恢复使用。")),
    "unlock": (services.unlock_account, _l("已解除锁定。")),
    "reset-second-factor": (services.reset_second_factor, _l("已重设，下次登录时须重新设置第二重验证。")),
}


@pages.get("")
@allow("administrator")
def accounts() -> str:
    words, role = request.args.get("words", "").strip(), request.args.get("role", "")
    found = list_accounts(current_actor(), words=words, role=role, page=request.args.get("page", 1, type=int))
    desks = {desk.code: desk.name for desk in the_office().desks}
    return render_template(
        "accounts/list.html", found=found, words=words, role=role, role_names=ROLE_NAMES, desks=desks, now=now()
    )


@pages.get("/new")
@allow("administrator")
def new() -> str:
    return _form()


@pages.post("/new")
@allow("administrator")
def create() -> ResponseReturnValue:
    given = request.form
    try:
        account, link = services.create_account(
            current_actor(),
            email=given.get("email", ""),
            name=given.get("name", ""),
            role=given.get("role", ""),
            desk=given.get("desk") or None,
        )
    except Invalid as why:
        return _form(why.data["fields"], given), 422
    except Conflict as why:
        return _form({"email": why.message}, given), 409
    return render_template("accounts/made.html", account=account, link=link, role_names=ROLE_NAMES)


@pages.post("/<account_id>/<act>")
@allow("administrator")
def change(account_id: str, act: str) -> ResponseReturnValue:
    """One of ``ACTS``."""
    if act not in ACTS:
        abort(404)
    service, said = ACTS[act]
    account = service(current_actor(), account_id)
    flash(_("%(name)s：", name=account.name) + str(said), "ok")
    return redirect(url_for(".accounts"))


def _form(errors: dict[str, str] | None = None, given: MultiDict[str, str] | None = None) -> str:
    roles = [(role, ROLE_NAMES[role]) for role in services.MADE_ROLES]
    desks = [("", _("（不属于窗口）")), *((desk.code, desk.name) for desk in the_office().desks)]
    return render_template("accounts/new.html", errors=errors or {}, given=given or {}, roles=roles, desks=desks)
