"""Failures, locks and the second factor: what happens around signing in besides checking the password."""

from __future__ import annotations

from datetime import timedelta

from flask import current_app, session
from flask_security.tf_plugin import tf_clean_session

from ipdesk import audit
from ipdesk.clock import now
from ipdesk.database import transaction
from ipdesk.demonstration import ACCOUNTS
from ipdesk.tables import Account

FAILURES = 10
LOCKED_FOR = timedelta(minutes=15)
DEMONSTRATION = frozenset(one.email for one in ACCOUNTS)
SECOND_FACTOR_ROLES = frozenset({"officer", "supervisor", "administrator"})


def needs_second_factor(account: Account) -> bool:
    """Whether the account's role requires a second factor. In demonstration mode nobody's does."""
    if current_app.extensions["ipdesk"].demo:
        return False
    return any(role.name in SECOND_FACTOR_ROLES for role in account.roles)


def is_locked(account: Account) -> bool:
    """Whether the account takes no sign-in just now: after too many failures, and demonstration accounts, whose
    password everybody knows, on a desk that has left demonstration mode.
    """
    if account.email in DEMONSTRATION and not current_app.extensions["ipdesk"].demo:
        return True
    return account.locked_until is not None and account.locked_until > now()


def note_failure(account: Account) -> None:
    """A wrong password or code: counted, and at ``FAILURES`` the account is locked for ``LOCKED_FOR``.

    While it is locked nothing is counted, so that a lock ends by itself. A sign-in half way through is ended.
    """
    if is_locked(account):
        return
    with transaction() as write:
        row = write.get_one(Account, account.id, populate_existing=True, with_for_update=True)
        row.failed_sign_ins += 1
        audit.record(write, "account.sign_in_failed", actor=row.id, subject=row.id)
        if row.failed_sign_ins >= FAILURES:
            row.locked_until = now() + LOCKED_FOR
            audit.record(write, "account.locked", actor=row.id, subject=row.id, failures=row.failed_sign_ins)
            row.failed_sign_ins = 0
            tf_clean_session()


def note_success(account: Account) -> None:
    """The account is signed in: the count starts again, and nothing of the visitor's session is carried over."""
    with transaction() as write:
        account.failed_sign_ins = 0
        account.locked_until = None
        audit.record(write, "account.signed_in", actor=account.id, subject=account.id)
    for leftover in ("csrf_token", "enterprise"):
        session.pop(leftover, None)
