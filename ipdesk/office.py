"""The office this desk serves: its district and its agencies' desks, as ``casefiles/offices`` describes them."""

from __future__ import annotations

from flask import current_app

from casefiles.offices import Desk, Office, office


def the_office() -> Office:
    """The office named by ``IPDESK_OFFICE``. Raises ``OfficeError`` where there is none of that name."""
    return office(current_app.extensions["ipdesk"].office)


def desk_named(code: str | None) -> Desk | None:
    """The desk with that code, or None."""
    return next((desk for desk in the_office().desks if desk.code == code), None)


def agency_of(code: str | None) -> str | None:
    """The agency the desk belongs to, or None where there is no such desk."""
    desk = desk_named(code)
    return desk.agency if desk else None
