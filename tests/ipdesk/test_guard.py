"""Deny by default, and nothing that cannot be kept gets past the door."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from ipdesk.guard import allow
from tests.ipdesk.builders import make_account, make_member, sign_in
from tests.ipdesk.forms import send, text


def test_a_route_that_names_nobody_answers_nobody(app: Flask) -> None:
    app.add_url_rule("/forgotten", view_func=lambda: "the secret", endpoint="forgotten")
    client = sign_in(app.test_client(), make_account("administrator"))
    assert client.get("/forgotten").status_code == 404


def test_a_role_opens_only_what_names_it(app: Flask) -> None:
    app.add_url_rule("/for-legal", view_func=allow("legal")(lambda: "the library"), endpoint="for_legal")
    assert app.test_client().get("/for-legal").status_code == 302
    assert sign_in(app.test_client(), make_member()).get("/for-legal").status_code == 403
    assert sign_in(app.test_client(), make_account("legal")).get("/for-legal").text == "the library"


@pytest.mark.parametrize("unkeepable", ["a\x00b", "\x00"])
def test_what_no_database_keeps_is_refused_with_a_letter(client: FlaskClient, unkeepable: str) -> None:
    sign_in(client, make_account("administrator"))
    page = client.get("/accounts", query_string={"words": unkeepable})
    assert page.status_code == 422
    assert "控制字符" in text(page)
    assert send(client, "/accounts/new", name=unkeepable, email="a@example.com", role="legal").status_code == 422
    assert client.get(f"/invitations/{unkeepable}").status_code == 404


def test_pages_take_no_json(client: FlaskClient) -> None:
    answer = client.post("/login", json={"email": "a\x00@example.com", "password": "x"})
    assert answer.status_code in (400, 415)
