"""Filling in forms as a browser does: with the CSRF token of the page."""

from __future__ import annotations

import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def token_of(page: TestResponse) -> str:
    """The CSRF token in the page's first form."""
    found = TOKEN.search(page.get_data(as_text=True))
    assert found, "the page has no form with a CSRF token"
    return found[1]


def send(client: FlaskClient, url: str, form_page: str | None = None, **fields: Any) -> TestResponse:
    """Post ``fields`` to ``url`` with the CSRF token of ``form_page`` (``url`` itself by default)."""
    token = token_of(client.get(form_page or url))
    return client.post(url, data={"csrf_token": token, **fields})


def text(page: TestResponse) -> str:
    """The page's visible words."""
    bare = re.sub(r"(?s)<(script|style).*?</\1>", " ", page.get_data(as_text=True))
    return re.sub(r"\s+", " ", re.sub(r"(?s)<[^>]+>", " ", bare))


def complaints(page: TestResponse) -> list[str]:
    """What the page says beside its fields that is wrong."""
    return [
        re.sub(r"<[^>]+>", "", one) for one in re.findall(r'(?s)class="field-error"[^>]*>(.*?)</p>', page.get_data(as_text=True))
    ]
