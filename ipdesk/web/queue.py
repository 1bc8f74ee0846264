"""A desk's queue, as a page."""

from __future__ import annotations

from typing import Any, cast, get_args

from flask import Blueprint, render_template, request, url_for

from casefiles import states
from casefiles.offences import load_offences
from ipdesk import clock
from ipdesk.guard import allow, current_actor
from ipdesk.queries.queues import QueueFilter, Scope, desk_queue

pages = Blueprint("queue", __name__, url_prefix="/queue")


@pages.get("")
@allow("officer", "supervisor")
def index() -> str:
    wanted = filter_from(request.args)
    return render_template(
        "queue/index.html",
        queue=desk_queue(current_actor(), wanted, today=clock.today()),
        wanted=wanted,
        states=states.STATES,
        offences=load_offences(),
        address=address_for(wanted),
        page_address=lambda page: address_for(wanted)(page=page),
    )


def filter_from(args: Any) -> QueueFilter:
    """The filter an address names; what means nothing is left out, so that old links keep working."""
    scope = args.get("scope", "open")
    return QueueFilter(
        scope=cast(Scope, scope) if scope in get_args(Scope) else "open",
        state=args.get("state", "") if args.get("state") in states.STATES else "",
        offence=args.get("offence", "") if args.get("offence") in load_offences() else "",
        overdue=args.get("overdue") == "yes",
        text=args.get("text", "")[:100],
        page=args.get("page", 1, type=int) if 0 < args.get("page", 1, type=int) < 100_000 else 1,
    )


def address_for(wanted: QueueFilter) -> Any:
    """A function that gives the address of the queue with some of the filter changed; any change starts at page one."""
    now = {
        "scope": wanted.scope if wanted.scope != "open" else None,
        "state": wanted.state or None,
        "offence": wanted.offence or None,
        "overdue": "yes" if wanted.overdue else None,
        "text": wanted.text or None,
    }
    return lambda **changed: url_for("queue.index", **{**now, **changed})
