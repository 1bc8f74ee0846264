"""What every answer tells the browser, and that the pages can live with it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk import create_app
from ipdesk.config import Config
from tests.ipdesk.builders import make_member, sign_in

PUBLIC = ["/", "/guide", "/login", "/register", "/reset", "/no-such-page", "/static/desk.css"]


def policy_of(answer) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


@pytest.mark.parametrize("address", PUBLIC)
def test_every_answer_carries_the_headers(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    policy = policy_of(answer)
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_each_answer_has_a_nonce_of_its_own_and_its_scripts_carry_it(client: FlaskClient) -> None:
    nonces = set()
    for _ in range(2):
        answer = client.get("/")
        nonce = re.search(r"'nonce-([^']+)'", policy_of(answer)["script-src"])[1]
        assert set(re.findall(r'<script nonce="([^"]+)"', answer.get_data(as_text=True))) == {nonce}
        nonces.add(nonce)
    assert len(nonces) == 2


@pytest.mark.parametrize("address", PUBLIC[:6])
def test_no_page_needs_inline_code(client: FlaskClient, address: str) -> None:
    page = client.get(address).get_data(as_text=True)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page), "a script without a file"
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", page), "an event attribute"
    assert not re.search(r"<[^>]+\sstyle\s*=", page), "a style attribute"
    assert "javascript:" not in page


def test_what_an_account_sees_is_never_cached(client: FlaskClient) -> None:
    assert "no-store" not in client.get("/").headers.get("Cache-Control", "")
    sign_in(client, make_member())
    assert client.get("/profile").headers["Cache-Control"] == "private, no-store"


def test_static_files_with_a_digest_are_kept_for_good(client: FlaskClient) -> None:
    address = re.search(r'href="(/static/desk\.css\?v=[0-9a-f]+)"', client.get("/").get_data(as_text=True))[1]
    assert "immutable" in client.get(address).headers["Cache-Control"]
    assert "immutable" not in client.get("/static/desk.css").headers.get("Cache-Control", "")


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client: FlaskClient) -> None:
    cookie = client.get("/login").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_under_https_the_cookie_is_secure_and_the_browser_stays_with_https(config: Config) -> None:
    client = create_app(replace(config, https=True)).test_client()
    answer = client.get("/login", base_url="https://localhost")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_a_desk_with_named_hosts_answers_to_no_other(app: Flask, config: Config) -> None:
    client = create_app(replace(config, hosts=("desk.example.com",))).test_client()
    assert client.get("/", base_url="http://desk.example.com").status_code == 200
    assert client.get("/", base_url="http://evil.example.com").status_code == 400
