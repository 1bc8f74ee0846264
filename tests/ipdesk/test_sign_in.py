"""Signing in: the password, the lock after failures, the second factor, and what ends a session."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from ipdesk import create_app
from ipdesk.clock import now
from ipdesk.config import Config
from ipdesk.database import db, transaction
from ipdesk.demonstration import ACCOUNTS
from ipdesk.extensions import security
from ipdesk.services.demonstration import make_accounts
from ipdesk.services.signing_in import FAILURES
from ipdesk.tables import Account, AuditRow
from tests.ipdesk.builders import PASSWORD, make_account, make_member, make_officer
from tests.ipdesk.conftest import Browser
from tests.ipdesk.forms import complaints, send, text


def try_to_sign_in(client: FlaskClient, account: Account, password: str = PASSWORD):
    return send(client, "/login", email=account.email, password=password)


def is_signed_in(client: FlaskClient) -> bool:
    return client.get("/profile").status_code == 200


def events(account: Account) -> list[str]:
    found = db.session.execute(select(AuditRow.event).where(AuditRow.actor == account.id).order_by(AuditRow.seq))
    return list(found.scalars())


def lock(account: Account) -> None:
    with transaction() as session:
        session.get_one(Account, account.id).locked_until = now() + timedelta(minutes=5)


def test_the_right_password_signs_in_and_is_audited(client: FlaskClient) -> None:
    account = make_member()
    try_to_sign_in(client, account)
    assert is_signed_in(client)
    assert events(account) == ["account.signed_in"]


def test_nobody_learns_whether_an_account_exists(client: FlaskClient) -> None:
    account, locked, disabled = make_member(), make_member(), make_member(active=False)
    lock(locked)
    answers = [
        try_to_sign_in(client, account, "wrong-password-1"),
        send(client, "/login", email="nobody@example.com", password="wrong-password-1"),
        try_to_sign_in(client, locked),
        try_to_sign_in(client, disabled),
    ]
    said = {re.sub(r"\S+@example\.com", "", text(answer)) for answer in answers}
    assert len(said) == 1
    assert "锁定 15 分钟" in said.pop()


def test_ten_failures_lock_for_a_quarter_of_an_hour(client: FlaskClient) -> None:
    account = make_member()
    for _ in range(FAILURES):
        try_to_sign_in(client, account, "wrong-password-1")
    try_to_sign_in(client, account)
    assert not is_signed_in(client)
    assert events(account).count("account.sign_in_failed") == FAILURES
    assert "account.locked" in events(account)
    with transaction() as session:
        session.get_one(Account, account.id).locked_until = now() - timedelta(seconds=1)
    try_to_sign_in(client, account)
    assert is_signed_in(client)


def test_a_success_starts_the_count_again(client: FlaskClient) -> None:
    account = make_member()
    for _ in range(FAILURES - 1):
        try_to_sign_in(client, account, "wrong-password-1")
    try_to_sign_in(client, account)
    db.session.refresh(account)
    assert account.failed_sign_ins == 0


@pytest.mark.parametrize("role", ["officer", "supervisor", "administrator"])
def test_the_agencies_and_administrators_must_set_a_second_factor_first(client: FlaskClient, role: str) -> None:
    account = make_account(role) if role == "administrator" else make_officer(role=role)
    answer = try_to_sign_in(client, account)
    assert answer.location.endswith("/tf-setup")
    assert not is_signed_in(client)


@pytest.mark.parametrize("role", ["enterprise", "legal"])
def test_others_may_go_without(client: FlaskClient, role: str) -> None:
    try_to_sign_in(client, make_account(role))
    assert is_signed_in(client)


def set_up_second_factor(client: FlaskClient, account: Account) -> str:
    """Sign in for the first time and set the factor; the answer is the key a phone would hold."""
    try_to_sign_in(client, account)
    page = send(client, "/tf-setup", setup="authenticator")
    with client.session_transaction() as session:
        secret = session["tf_totp_secret"]
    assert "data:image" in page.get_data(as_text=True)
    send(client, "/tf-validate", form_page="/tf-setup", code=code_of(secret))
    return secret


def code_of(secret: str) -> str:
    return security.totp_factory.generate_totp_password(secret)


def test_the_second_factor_is_set_up_once_and_asked_for_ever_after(app: Flask, client: FlaskClient) -> None:
    officer = make_officer()
    secret = set_up_second_factor(client, officer)
    assert is_signed_in(client)
    assert "account.second_factor_set" in events(officer)
    assert client.get("/start").location == "/mf-recovery-codes"
    later = app.test_client()
    assert "/tf-validate" in try_to_sign_in(later, officer).location
    assert not is_signed_in(later)
    send(later, "/tf-validate", code="000000")
    assert not is_signed_in(later)
    send(later, "/tf-validate", code=code_of(secret))
    assert is_signed_in(later)
    assert events(officer).count("account.second_factor_set") == 1


def test_wrong_codes_lock_the_account_too(app: Flask, client: FlaskClient) -> None:
    officer = make_officer()
    secret = set_up_second_factor(client, officer)
    later = app.test_client()
    for _ in range(FAILURES):
        try_to_sign_in(later, officer)
        send(later, "/tf-validate", code="000000")
    try_to_sign_in(later, officer)
    later.post("/tf-validate", data={"code": code_of(secret)})
    assert not is_signed_in(later)


def test_a_recovery_code_replaces_the_phone_once(app: Flask, client: FlaskClient) -> None:
    officer = make_officer()
    set_up_second_factor(client, officer)
    page = send(client, "/mf-recovery-codes", generate_new_codes="yes")
    code = re.findall(r"<li><code>([^<]+)</code></li>", page.get_data(as_text=True))[0]
    db.session.refresh(officer)
    assert code not in str(officer.mf_recovery_codes), "kept encrypted"
    later, again = app.test_client(), app.test_client()
    for browser, works in ((later, True), (again, False)):
        try_to_sign_in(browser, officer)
        send(browser, "/mf-recovery", code=code)
        assert is_signed_in(browser) == works


def test_demonstration_mode_asks_no_second_factor_and_shows_its_accounts(config: Config) -> None:
    app = create_app(replace(config, demo=True))
    app.test_client_class = Browser
    with app.app_context():
        client = app.test_client()
        assert "police@desk.example.com" in text(client.get("/login"))
        try_to_sign_in(client, make_officer())
        assert is_signed_in(client)
        db.session.remove()
        db.engine.dispose()


def test_a_demonstration_account_opens_nothing_once_the_demonstration_is_over(app: Flask, client: FlaskClient) -> None:
    shown = next(one for one in ACCOUNTS if one.role == "enterprise")
    make_accounts()
    send(client, "/login", email=shown.email, password=shown.password)
    assert not is_signed_in(client)
    app.extensions["ipdesk"] = replace(app.extensions["ipdesk"], demo=True)
    send(client, "/login", email=shown.email, password=shown.password)
    assert is_signed_in(client)


def test_no_demonstration_account_is_shown_otherwise(client: FlaskClient) -> None:
    assert "desk.example.com" not in text(client.get("/login"))


def test_an_endless_password_is_only_a_wrong_one(client: FlaskClient) -> None:
    account, endless = make_member(), "夜" * 10_000
    assert try_to_sign_in(client, account, endless).status_code == 200
    assert not is_signed_in(client)
    try_to_sign_in(client, account)
    assert "密码不正确" in complaints(send(client, "/change", password=endless, new_password="x", new_password_confirm="x"))[0]
    told = send(client, "/change", password=PASSWORD, new_password=endless, new_password_confirm=endless)
    assert "最多" in complaints(told)[0]
    assert "account.password_changed" not in events(account)


def test_changing_the_password_ends_every_other_session(app: Flask, client: FlaskClient) -> None:
    account = make_member()
    elsewhere = app.test_client()
    for browser in (client, elsewhere):
        try_to_sign_in(browser, account)
    weak = send(client, "/change", password=PASSWORD, new_password="Password2026!", new_password_confirm="Password2026!")
    assert "常见密码" in complaints(weak)[0]
    fresh = "An-other-sentence-2027"
    send(client, "/change", password=PASSWORD, new_password=fresh, new_password_confirm=fresh)
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert "account.password_changed" in events(account)


def test_signing_in_drops_what_the_visitors_session_held(client: FlaskClient) -> None:
    client.get("/login")
    with client.session_transaction() as session:
        session["enterprise"] = "f" * 32
        planted = session["csrf_token"]
    try_to_sign_in(client, make_member())
    client.get("/profile")
    with client.session_transaction() as session:
        assert session.get("csrf_token") != planted
        assert "enterprise" not in session


def test_a_disabled_account_is_out_at_once(client: FlaskClient) -> None:
    account = make_member()
    try_to_sign_in(client, account)
    with transaction() as session:
        session.get_one(Account, account.id).active = False
    assert not is_signed_in(client)


def test_the_librarys_own_tokens_open_nothing(client: FlaskClient) -> None:
    account = make_member()
    token = account.get_auth_token()
    assert client.get("/profile", headers={"Authentication-Token": token}).status_code == 302
    assert client.get(f"/profile?auth_token={token}").status_code == 302


def test_what_touches_security_asks_for_the_password_again_after_an_hour(client: FlaskClient) -> None:
    account = make_member()
    try_to_sign_in(client, account)
    with client.session_transaction() as session:
        session["fs_paa"] = session["fs_gexp"] = 0.0
    answer = client.get("/mf-recovery-codes")
    assert "/verify" in answer.location
    assert "确认身份" in text(client.get(answer.location))
    wrong = send(client, answer.location, password="wrong-password-1")
    assert "密码不正确" in text(wrong)
    assert send(client, answer.location, password=PASSWORD).status_code == 302
    assert client.get("/mf-recovery-codes").status_code == 200
