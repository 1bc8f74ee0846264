"""Keys to the API: shown once, kept as a digest, ended by their owner."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from ipdesk.database import db
from ipdesk.refusals import Invalid, NotFound, TooMuch
from ipdesk.services.tokens import AT_MOST, account_for_token, make_token, revoke_token
from ipdesk.tables import ApiToken
from tests.ipdesk.builders import actor, make_member, sign_in
from tests.ipdesk.forms import send


def only_token() -> ApiToken:
    return db.session.execute(select(ApiToken)).scalar_one()


def test_a_token_opens_its_account_and_is_kept_only_as_a_digest(app: Flask) -> None:
    account = make_member()
    text = make_token(actor(account), "法务系统")
    assert account_for_token(text) is account
    kept = only_token()
    assert text not in (kept.digest, kept.label)
    assert kept.last_used_at is not None


@pytest.mark.parametrize("text", ["", "ipdesk_", "ipdesk_" + "x" * 43, "\x00", "' OR 1=1 --"])
def test_nothing_else_opens_an_account(app: Flask, text: str) -> None:
    make_token(actor(make_member()), "法务系统")
    assert account_for_token(text) is None


def test_a_revoked_token_opens_nothing(app: Flask) -> None:
    account = make_member()
    text = make_token(actor(account), "法务系统")
    revoke_token(actor(account), only_token().id)
    assert account_for_token(text) is None


def test_nobody_ends_somebody_elses_token(app: Flask) -> None:
    text = make_token(actor(make_member()), "法务系统")
    with pytest.raises(NotFound):
        revoke_token(actor(make_member()), only_token().id)
    assert account_for_token(text) is not None


def test_a_token_needs_a_label_and_there_is_a_limit(app: Flask) -> None:
    who = actor(make_member())
    with pytest.raises(Invalid):
        make_token(who, "   ")
    for number in range(AT_MOST):
        make_token(who, f"系统{number}")
    with pytest.raises(TooMuch):
        make_token(who, "再一个")


def test_the_page_shows_a_new_token_once(client: FlaskClient) -> None:
    account = make_member()
    sign_in(client, account)
    page = send(client, "/profile/tokens", form_page="/profile", label="法务系统").get_data(as_text=True)
    shown = page.split("<code>", 1)[1].split("</code>", 1)[0]
    assert account_for_token(shown) is not None
    assert shown not in client.get("/profile").get_data(as_text=True)
