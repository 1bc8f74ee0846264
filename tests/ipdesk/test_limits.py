"""Whoever asks too often is told to wait, and other forms are not touched by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from ipdesk.extensions import limiter
from tests.ipdesk.forms import send, text


@pytest.fixture
def limited(app: Flask) -> Iterator[FlaskClient]:
    """A visitor's browser at a desk whose limits count."""
    app.config["RATELIMIT_ENABLED"] = True
    limiter.init_app(app)
    limiter.reset()
    yield app.test_client()
    limiter.enabled = False


def test_the_twenty_first_attempt_to_sign_in_within_a_minute_waits(limited: FlaskClient) -> None:
    def attempt() -> TestResponse:
        return send(limited, "/login", email="nobody@example.com", password="wrong-1")

    for _ in range(20):
        assert attempt().status_code == 200
    answer = attempt()
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) <= 60
    assert "稍等一分钟" in text(answer)
    assert limited.get("/login").status_code == 200, "looking at the form is not limited"
