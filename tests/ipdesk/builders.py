"""Rows with defaults: a test names only what it is about."""

from __future__ import annotations

from itertools import count
from typing import Any

from flask.testing import FlaskClient
from flask_security import hash_password

from ipdesk.access import Actor, actor_of
from ipdesk.database import transaction
from ipdesk.tables import Account, Case, Enterprise, Membership, ReferralRow, Role

PASSWORD = "Gongshang-2026-yun"

_numbers = count(1)


def make_role(name: str) -> Role:
    with transaction() as session:
        role = session.query(Role).filter_by(name=name).one_or_none()
        if role is None:
            role = Role(name=name)
            session.add(role)
            session.flush()
    return role


def make_account(role: str = "enterprise", **values: Any) -> Account:
    """An account with ``role`` that signs in with ``PASSWORD``."""
    number = next(_numbers)
    row = make_role(role)
    with transaction() as session:
        given = {"email": f"{role}{number}@example.com", "name": f"{role}{number}", "password": hash_password(PASSWORD)}
        account = Account(**{**given, **values})
        session.add(account)
        account.roles.append(session.merge(row))
    return account


def make_enterprise(**values: Any) -> Enterprise:
    with transaction() as session:
        enterprise = Enterprise(**{"name": f"成都测试{next(_numbers)}号科技有限公司", **values})
        session.add(enterprise)
    return enterprise


def make_member(enterprise: Enterprise | None = None, position: str = "owner", **values: Any) -> Account:
    """An enterprise user who acts for ``enterprise`` (a new one by default)."""
    account = make_account("enterprise", **values)
    enterprise = enterprise or make_enterprise()
    with transaction() as session:
        session.add(Membership(account_id=account.id, enterprise_id=enterprise.id, position=position))
    db_refresh(account)
    return account


def make_officer(agency: str = "police", role: str = "officer", **values: Any) -> Account:
    """An officer at the office's desk of ``agency`` that takes every offence."""
    from ipdesk.office import the_office

    desk = the_office().desk(agency)  # type: ignore[arg-type]  # the tests name real agencies
    return make_account(role, desk=desk.code, **values)


def make_case(author: Account | None = None, **values: Any) -> Case:
    """A draft of ``author``'s first enterprise."""
    author = author or make_member()
    with transaction() as session:
        case = Case(**{"author_id": author.id, "enterprise_id": author.memberships[0].enterprise_id, **values})
        session.add(case)
    return case


def make_referral(case: Case, desk: str, agency: str = "police", **values: Any) -> ReferralRow:
    given = {"case_id": case.id, "desk": desk, "agency": agency, "role": "lead", "reason": "测试"}
    with transaction() as session:
        row = ReferralRow(**{**given, **values})
        session.add(row)
    return row


def actor(account: Account) -> Actor:
    return actor_of(account)


def db_refresh(row: Any) -> None:
    from ipdesk.extensions import db

    db.session.refresh(row)


def sign_in(client: FlaskClient, account: Account) -> FlaskClient:
    """``client`` with a session of ``account`` (past the second factor)."""
    with client.session_transaction() as session:
        session["_user_id"] = account.fs_uniquifier
        session["_fresh"] = True
        session["fs_cc"] = "set"
        session["fs_paa"] = 9_999_999_999.0
        session["tf_state"] = "ready"
    return client
