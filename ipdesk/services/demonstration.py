"""Fills a desk with the demonstration accounts (``ipdesk/demonstration.py``) and says how the sign-in page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from flask_security import hash_password
from sqlalchemy import select
from sqlalchemy.orm import Session

from ipdesk import audit
from ipdesk.database import transaction
from ipdesk.demonstration import ACCOUNTS, ENTERPRISES, DemonstrationAccount
from ipdesk.office import desk_named
from ipdesk.services.registration import role_named
from ipdesk.tables import Account, Enterprise, Membership


@dataclass(frozen=True, slots=True)
class Shown:
    """A demonstration account as the sign-in page shows it."""

    email: str
    password: str
    name: str
    place: str
    shows: str


def shown_accounts() -> list[Shown]:
    """What the sign-in page lists: who, for which desk or enterprise, and what it shows."""
    return [Shown(one.email, one.password, one.name, _place(one), one.shows) for one in ACCOUNTS]


def make_accounts() -> list[str]:
    """Make every demonstration account and enterprise that is not there yet; the addresses of the new ones."""
    with transaction() as session:
        known = set(session.execute(select(Account.email)).scalars())
        new = [one for one in ACCOUNTS if one.email not in known]
        enterprises = {number: _enterprise(session, *named) for number, named in ENTERPRISES.items()}
        for one in new:
            _make(session, one, enterprises)
    return [one.email for one in new]


def _make(session: Session, one: DemonstrationAccount, enterprises: dict[int, Enterprise]) -> None:
    account = Account(email=one.email, name=one.name, password=hash_password(one.password), desk=one.desk)
    session.add(account)
    account.roles.append(role_named(one.role))
    session.flush()
    audit.record(session, "account.created", subject=account.id, roles=[one.role], desk=one.desk)
    for number in one.enterprises:
        joined = {"enterprise": enterprises[number].id, "position": one.position}
        session.add(Membership(account_id=account.id, enterprise_id=joined["enterprise"], position=one.position))
        audit.record(session, "account.joined", subject=account.id, **joined)
    session.refresh(account, ["memberships"])


def _enterprise(session: Session, name: str, uscc: str) -> Enterprise:
    found = session.execute(select(Enterprise).filter_by(name=name, uscc=uscc)).scalars().first()
    if found is None:
        found = Enterprise(name=name, uscc=uscc)
        session.add(found)
        session.flush()
    return found


def _place(one: DemonstrationAccount) -> str:
    desk = desk_named(one.desk)
    return desk.name if desk else "、".join(ENTERPRISES[number][0] for number in one.enterprises)
