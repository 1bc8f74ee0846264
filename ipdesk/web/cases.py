"""A report at a desk: the officer's page and what can be done on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from casefiles import states
from casefiles.understanding import fields_of, kind_names
from ipdesk import clock
from ipdesk.guard import allow, current_actor
from ipdesk.queries.cases import OfficerCase, officer_case
from ipdesk.queries.dossiers import dossier_view
from ipdesk.queries.progress import ROLE_NAMES, desk_name
from ipdesk.refusals import STATUS, Conflict, Invalid, NotAllowed
from ipdesk.services.named_readers import name_reader, remove_reader
from ipdesk.services.originals import check_original
from ipdesk.services.referrals import take_step
from ipdesk.services.supplements import ask
from ipdesk.web.typed_values import day_of, number_of, numbers_of

pages = Blueprint("cases", __name__, url_prefix="/cases")

# A desk usually gives a week; no rule sets this time, the officer chooses it.
USUAL_DAYS = 7

Answer = str | tuple[str, int] | Response


@pages.get("/<case_id>")
@allow("officer", "supervisor")
def show(case_id: str) -> str:
    return _page(case_id)


@pages.post("/<case_id>/steps")
@allow("officer", "supervisor")
def step(case_id: str) -> Answer:
    def act(seen: OfficerCase) -> str:
        take_step(
            current_actor(),
            seen.referral.id,
            request.form.get("action", ""),
            version=number_of(request.form, "version"),
            document_no=request.form.get("document_no", ""),
            document_date=day_of(request.form, "document_date", _("文书日期")),
            note=request.form.get("note", ""),
        )
        return _("已登记。")

    return _do(case_id, act)


@pages.post("/<case_id>/supplements")
@allow("officer", "supervisor")
def ask_supplement(case_id: str) -> Answer:
    def act(seen: OfficerCase) -> str:
        ask(
            current_actor(),
            seen.referral.id,
            version=number_of(request.form, "version"),
            due=day_of(request.form, "due", _("补正期限"), needed=True),
            findings=numbers_of(request.form, "findings"),
            items=request.form.get("items", "").splitlines(),
            note=request.form.get("supplement_note", ""),
            review_id=request.form.get("review_id") or None,
        )
        return _("补正通知已发出，报案人现在就能看到。")

    return _do(case_id, act)


@pages.post("/<case_id>/uploads/<upload_id>/original")
@allow("officer", "supervisor")
def original(case_id: str, upload_id: str) -> Answer:
    def act(_seen: OfficerCase) -> str:
        agrees = request.form.get("agrees") != "no"
        check_original(current_actor(), upload_id, agrees=agrees, note=request.form.get("original_note", ""))
        return _("原件核对已登记。")

    return _do(case_id, act, place="files")


@pages.post("/<case_id>/uploads/<upload_id>/readers")
@allow("officer", "supervisor")
def reader(case_id: str, upload_id: str) -> Answer:
    def act(_seen: OfficerCase) -> str:
        name_reader(current_actor(), upload_id, request.form.get("account_id", ""))
        return _("已指定查阅人。")

    return _do(case_id, act, place="files")


@pages.post("/<case_id>/uploads/<upload_id>/readers/remove")
@allow("officer", "supervisor")
def no_reader(case_id: str, upload_id: str) -> Answer:
    def act(_seen: OfficerCase) -> str:
        remove_reader(current_actor(), upload_id, request.form.get("account_id", ""))
        return _("已撤销查阅人。")

    return _do(case_id, act, place="files")


def _do(case_id: str, act: Callable[[OfficerCase], str], place: str = "") -> Answer:
    """Do it and show the page anew; a refusal is shown above the page with everything typed still in its fields."""
    try:
        told = act(officer_case(current_actor(), case_id))
    except (Conflict, Invalid, NotAllowed) as why:
        return _page(case_id, letter=why, typed=request.form), STATUS[type(why)]
    flash(told, "success")
    return redirect(url_for("cases.show", case_id=case_id, _anchor=place or None))


def _page(case_id: str, **more: Any) -> str:
    actor = current_actor()
    return render_template(
        "cases/show.html",
        seen=officer_case(actor, case_id),
        view=dossier_view(actor, case_id),
        usual_due=clock.today() + timedelta(days=USUAL_DAYS),
        **{"letter": None, "typed": {}, **WORDS, **more},
    )


def _acts_text(answers: dict[str, Any] | None) -> str:
    """The days of the acts as the form has them: ``2026-05-01 至 2026-06-30``."""
    first, last = ((answers or {}).get(name) or "" for name in ("acts_from", "acts_until"))
    return _("%(first)s 至 %(last)s", first=first, last=last) if first and last and first != last else first or last


# What the page calls things.
WORDS = {
    "acts_text": _acts_text,
    "desk_name": desk_name,
    "kind_names": kind_names,
    "field_names": fields_of,
    "law_is_open": True,
    "role_names": ROLE_NAMES,
    "task_of": states.task_of,
    "state_final": lambda code: code in states.STATES and states.STATES[code].final,
    "state_name": states.state_name,
}
