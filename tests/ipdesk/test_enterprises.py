"""Colleagues: invited by a link, joined, removed; a lawyer for several enterprises."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask, current_app
from flask.testing import FlaskClient
from sqlalchemy import select, update

from ipdesk.acting import acting_enterprise
from ipdesk.clock import now
from ipdesk.database import db, transaction
from ipdesk.refusals import Conflict, NotAllowed, NotFound
from ipdesk.services.enterprises import hand_over, remove_member
from ipdesk.services.invitations import accept_invitation, invite, open_invitation
from ipdesk.tables import Account, Enterprise, Invitation, Membership
from tests.ipdesk.builders import actor, make_account, make_enterprise, make_member, make_officer, sign_in
from tests.ipdesk.forms import send, text


@pytest.fixture
def owner(app: Flask) -> Account:
    return make_member()


def _request():
    return current_app.test_request_context()


def invited_key(owner: Account, email: str, position: str = "colleague") -> str:
    with _request():
        return invite(actor(owner), owner.memberships[0].enterprise_id, email, position)


def test_an_existing_account_joins_by_the_link(client: FlaskClient, owner: Account) -> None:
    guest = make_member()
    key = invited_key(owner, guest.email, "lawyer")
    sign_in(client, guest)
    send(client, f"/invitations/{key}")
    db.session.refresh(guest)
    assert {m.position for m in guest.memberships} == {"owner", "lawyer"}


def test_somebody_new_registers_through_the_link(client: FlaskClient, owner: Account) -> None:
    key = invited_key(owner, "new@example.com")
    page = f"/register?invitation={key}"
    given = {"email": "new@example.com", "name": "林知夏", "agreed": "y"}
    secret = "A-sentence-of-mine-9"
    send(client, "/register", form_page=page, invitation=key, password=secret, password_confirm=secret, **given)
    joined = db.session.execute(select(Account).filter_by(email="new@example.com")).scalar_one()
    assert [m.enterprise_id for m in joined.memberships] == [owner.memberships[0].enterprise_id]
    assert db.session.query(Enterprise).count() == 1


def test_the_key_itself_is_kept_nowhere(owner: Account) -> None:
    key = invited_key(owner, "a@example.com")
    assert key not in str(db.session.execute(select(Invitation.key_digest)).scalars().all())


def test_a_link_works_once_for_one_person_and_seven_days(owner: Account) -> None:
    guest, other = make_member(), make_member()
    key = invited_key(owner, guest.email)
    with pytest.raises(NotAllowed):
        accept_invitation(other, key)
    accept_invitation(guest, key)
    with pytest.raises(NotFound):
        accept_invitation(guest, key)
    late = invited_key(owner, other.email)
    with transaction() as session:
        session.execute(update(Invitation).values(expires_at=now() - timedelta(seconds=1)))
    assert open_invitation(late) is None


def test_an_officer_never_acts_for_an_enterprise(owner: Account) -> None:
    officer = make_officer()
    key = invited_key(owner, officer.email)
    with pytest.raises(NotAllowed):
        accept_invitation(officer, key)


def test_nobody_invites_to_somebody_elses_enterprise(owner: Account) -> None:
    with _request(), pytest.raises(NotFound):
        invite(actor(owner), make_enterprise().id, "a@example.com", "colleague")


def test_an_unusable_address_is_said_on_the_page(client: FlaskClient, owner: Account) -> None:
    sign_in(client, owner)
    enterprise = owner.memberships[0].enterprise_id
    page = send(
        client, f"/enterprises/{enterprise}/invitations", form_page="/enterprises", email="nonsense", position="colleague"
    )
    assert page.status_code == 422
    assert "邮箱地址有误" in text(page)


def colleague_of(owner: Account) -> Account:
    return make_member(owner.memberships[0].enterprise, position="colleague")


def test_owners_remove_colleagues_and_colleagues_only_themselves(owner: Account) -> None:
    first, second = colleague_of(owner), colleague_of(owner)
    with pytest.raises(NotAllowed):
        remove_member(actor(first), second.memberships[0].id)
    remove_member(actor(first), first.memberships[0].id)
    remove_member(actor(owner), second.memberships[0].id)
    assert db.session.execute(select(Membership.account_id)).scalars().all() == [owner.id]


def test_the_last_owner_stays_until_another_is_named(owner: Account) -> None:
    colleague = colleague_of(owner)
    with pytest.raises(Conflict):
        remove_member(actor(owner), owner.memberships[0].id)
    hand_over(actor(owner), colleague.memberships[0].id)
    remove_member(actor(owner), owner.memberships[0].id)


def test_another_enterprises_people_are_not_found(owner: Account) -> None:
    stranger = make_member()
    with pytest.raises(NotFound):
        remove_member(actor(owner), stranger.memberships[0].id)
    with pytest.raises(NotFound):
        hand_over(actor(owner), stranger.memberships[0].id)


def test_a_lawyer_chooses_for_whom_to_act(app: Flask, client: FlaskClient) -> None:
    lawyer = make_member()
    second = make_enterprise()
    with transaction() as session:
        session.add(Membership(account_id=lawyer.id, enterprise_id=second.id, position="lawyer"))
    sign_in(client, lawyer)
    send(client, f"/enterprises/{second.id}/choose", form_page="/enterprises")
    with client.session_transaction() as held:
        assert held["enterprise"] == second.id
    assert send(client, f"/enterprises/{make_enterprise().id}/choose", form_page="/enterprises").status_code == 404


def test_whoever_acts_for_no_enterprise_has_none(app: Flask) -> None:
    with _request():
        assert acting_enterprise(actor(make_account("legal"))) is None
