"""A small world for walking every route: a submitted report with everything on it, and a visitor of every kind.

``ids_of(world)`` names a value for each parameter a route can have; a new parameter needs a line there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from ipdesk.clock import today
from ipdesk.database import db
from ipdesk.office import the_office
from ipdesk.services.invitations import invite
from ipdesk.services.keeping import keep, save_search
from ipdesk.services.supplements import ask
from ipdesk.services.tokens import make_token
from ipdesk.tables import Account, ApiToken, Case, Favourite, Receipt, ReferralRow, SavedSearch, Upload
from tests.ipdesk.builders import actor, make_account, make_case, make_member, make_officer, sign_in
from tests.ipdesk.dossier_builders import complaint, hand_in, hand_in_files

SECRET_WORD = "琥珀齿轮"  # stands in the report's title: nobody who may not see the report may read it
NOWHERE = "0" * 32


@dataclass
class World:
    """The report, its owner, and the accounts by kind of visitor (``visitor`` has none)."""

    owner: Account
    case: Case
    upload: Upload
    referral: ReferralRow
    supplement_id: str
    token_id: str
    receipt_id: str
    invitation_key: str
    favourite_id: str
    saved_id: str
    accounts: dict[str, Account] = field(default_factory=dict)


KINDS = (
    "visitor", "enterprise", "other_enterprise", "police", "procuratorate", "court", "administrative",
    "legal", "supervisor", "administrator",
)  # fmt: skip


def make_world(app: Flask) -> World:
    owner = make_member()
    case = make_case(owner, title=f"{SECRET_WORD}商标被仿冒", offence="counterfeit_trademark", narrative="有人仿冒我们的商标。")
    hand_in_files(actor(owner), case, {"刑事控告书.docx": complaint()})
    hand_in(actor(owner), case)
    upload = db.session.execute(select(Upload).filter_by(case_id=case.id)).scalars().first()
    police = make_account("officer", desk=the_office().desk("police", "counterfeit_trademark").code)
    entry = db.session.execute(select(ReferralRow).filter_by(case_id=case.id, agency="police")).scalar_one()
    due = today() + timedelta(days=7)
    notice = ask(actor(police), entry.id, version=entry.version, due=due, items=["请补交营业执照。"])
    make_token(actor(owner), "法务系统")
    with app.test_request_context():
        key = invite(actor(owner), case.enterprise_id, "guest@example.com", "colleague")
    token_id = db.session.execute(select(ApiToken.id).filter_by(account_id=owner.id)).scalar_one()
    keep(actor(owner), "criminal_law/2020/213")
    save_search(actor(owner), "商业秘密", {"q": "商业秘密"})
    kept = [
        db.session.execute(select(table.id).filter_by(account_id=owner.id)).scalar_one() for table in (Favourite, SavedSearch)
    ]
    receipt_id = db.session.execute(select(Receipt.id).filter_by(case_id=case.id)).scalar_one()
    made = World(owner, case, upload, entry, notice.id, token_id, receipt_id, key, *kept)
    made.accounts = _accounts(owner, police)
    return made


def _accounts(owner: Account, police: Account) -> dict[str, Account]:
    others = {agency: make_officer(agency) for agency in ("procuratorate", "court", "administrative")}
    return {
        "enterprise": owner,
        "other_enterprise": make_member(),
        "police": police,
        **others,
        "legal": make_account("legal"),
        "supervisor": make_account("supervisor", desk=police.desk),
        "administrator": make_account("administrator"),
    }


def ids_of(world: World) -> Mapping[str, Any]:
    """A value for each parameter of a route: the report's own ids, and plain words for the rest."""
    return {
        "case_id": world.case.id,
        "report_id": world.case.id,
        "upload_id": world.upload.id,
        "referral_id": world.referral.id,
        "supplement_id": world.supplement_id,
        "token_id": world.token_id,
        "receipt_id": world.receipt_id,
        "enterprise_id": world.case.enterprise_id,
        "membership_id": world.owner.memberships[0].id,
        "favourite_id": world.favourite_id,
        "saved_id": world.saved_id,
        "account_id": world.accounts["legal"].id,
        "key": world.invitation_key,
        "act": "enable",
        "step": "parties",
        "number": 1,
        "code": "criminal-law",
        "token": "no-such-token",
        "filename": "desk.css",
        "form": "docx",
        "form_code": "power_of_attorney",
    }


# Parameters that name something of one enterprise or one account; for everybody else it must be as if it were not there.
OWNED = frozenset(
    {
        "case_id",
        "report_id",
        "upload_id",
        "receipt_id",
        "referral_id",
        "supplement_id",
        "token_id",
        "enterprise_id",
        "membership_id",
        "favourite_id",
        "saved_id",
    }
)


def browser_of(app: Flask, world: World, kind: str) -> FlaskClient:
    """A browser with the session of that kind of visitor."""
    client = app.test_client()
    return client if kind == "visitor" else sign_in(client, world.accounts[kind])


def key_of(world: World, kind: str) -> dict[str, str]:
    """The header with an API token of that kind of visitor; none for a visitor."""
    if kind == "visitor":
        return {}
    return {"Authorization": f"Bearer {make_token(actor(world.accounts[kind]), '走遍每条路')}"}
