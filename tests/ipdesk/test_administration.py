"""What an administrator does with accounts, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask, current_app
from flask.testing import FlaskClient

from ipdesk.access import Actor
from ipdesk.clock import now
from ipdesk.database import db, transaction
from ipdesk.office import the_office
from ipdesk.refusals import Conflict, Invalid, NotAllowed, NotFound
from ipdesk.services.accounts import (
    create_account,
    disable_account,
    enable_account,
    reset_second_factor,
    unlock_account,
)
from ipdesk.services.tokens import account_for_token, make_token
from ipdesk.tables import Account
from tests.ipdesk.builders import PASSWORD, actor, make_account, make_member, make_officer, sign_in
from tests.ipdesk.forms import send, text


@pytest.fixture
def administrator(app: Flask) -> Account:
    return make_account("administrator")


def test_an_officer_gets_an_account_and_a_link_to_set_the_password(client: FlaskClient, administrator: Account) -> None:
    sign_in(client, administrator)
    desk = the_office().desk("police").code
    given = {"name": "何警官", "email": "he@example.com", "role": "officer", "desk": desk}
    page = send(client, "/accounts/new", **given)
    link = next(word for word in text(page).split() if "/reset/" in word)
    visitor = current_app.test_client()
    fresh = "A-sentence-of-mine-9"
    send(visitor, link.split("localhost", 1)[1], password=fresh, password_confirm=fresh)
    answer = send(visitor, "/login", email="he@example.com", password=fresh)
    assert answer.location.endswith("/tf-setup")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "nonsense"}, "email"),
        ({"name": " "}, "name"),
        ({"role": "enterprise"}, "role"),
        ({"role": "emperor"}, "role"),
        ({"role": "officer", "desk": None}, "desk"),
        ({"role": "officer", "desk": "no_such_desk"}, "desk"),
    ],
)
def test_unusable_answers_are_named_by_field(administrator: Account, changes: dict[str, str | None], field: str) -> None:
    given = {"email": "he@example.com", "name": "何警官", "role": "legal", "desk": None, **changes}
    with pytest.raises(Invalid) as why:
        create_account(actor(administrator), **given)
    assert list(why.value.data["fields"]) == [field]


def test_an_address_has_one_account(administrator: Account) -> None:
    with pytest.raises(Conflict):
        create_account(actor(administrator), email=make_member().email, name="何警官", role="legal", desk=None)


ACTS: list[Callable[[Actor, str], Account]] = [disable_account, enable_account, unlock_account, reset_second_factor]


@pytest.mark.parametrize("act", ACTS)
def test_only_administrators_change_accounts(administrator: Account, act: Callable[[Actor, str], Account]) -> None:
    account = make_member()
    for other in (make_officer(), make_officer(role="supervisor"), make_account("legal"), make_member()):
        with pytest.raises(NotAllowed):
            act(actor(other), account.id)
    act(actor(administrator), account.id)
    with pytest.raises(NotFound):
        act(actor(administrator), "0" * 32)


def test_a_disabled_account_loses_sessions_and_tokens(client: FlaskClient, administrator: Account) -> None:
    account = make_member()
    token = make_token(actor(account), "法务系统")
    sign_in(client, account)
    assert client.get("/profile").status_code == 200
    disable_account(actor(administrator), account.id)
    assert client.get("/profile").status_code == 302
    assert account_for_token(token) is None
    enable_account(actor(administrator), account.id)
    assert account_for_token(token) is None, "a token that was ended stays ended"


def test_nobody_disables_their_own_account(administrator: Account) -> None:
    with pytest.raises(Conflict):
        disable_account(actor(administrator), administrator.id)


def test_a_lock_can_be_lifted_before_its_time(client: FlaskClient, administrator: Account) -> None:
    account = make_member(locked_until=now() + timedelta(minutes=10))
    unlock_account(actor(administrator), account.id)
    send(client, "/login", email=account.email, password=PASSWORD)
    assert client.get("/profile").status_code == 200


def test_a_reset_second_factor_is_set_up_anew(client: FlaskClient, administrator: Account) -> None:
    officer = make_officer(tf_primary_method="authenticator", tf_totp_secret="x", mf_recovery_codes=["a"])
    reset_second_factor(actor(administrator), officer.id)
    assert send(client, "/login", email=officer.email, password=PASSWORD).location.endswith("/tf-setup")


def test_the_list_is_searched_by_name_and_role(client: FlaskClient, administrator: Account) -> None:
    make_officer(name="何警官")
    make_member(name="赵启明")
    sign_in(client, administrator)
    assert "赵启明" not in text(client.get("/accounts?role=officer"))
    found = text(client.get("/accounts?words=启明"))
    assert "赵启明" in found
    assert "何警官" not in found
    assert "没有找到账号" in text(client.get("/accounts?words=%25"))
    assert client.get("/accounts?page=99999999").status_code == 200
    assert client.get("/accounts?page=x").status_code == 200


def test_an_unknown_act_is_not_found(client: FlaskClient, administrator: Account) -> None:
    sign_in(client, administrator)
    account = make_member()
    with transaction() as session:
        session.get_one(Account, account.id).active = True
    assert send(client, f"/accounts/{account.id}/promote", form_page="/accounts/new").status_code == 404
    db.session.refresh(account)
    assert [role.name for role in account.roles] == ["enterprise"]
