"""Every route, for every kind of visitor. Routes added later are walked without a change here.

A parameter of a new kind needs a value in ``tests/ipdesk/world.py`` (``ids_of``, and ``OWNED`` where it belongs to somebody).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from ipdesk.access import VISITOR, actor_of
from ipdesk.guard import EVERYONE, OPEN_BLUEPRINTS, SIGNED_IN, allowed_roles
from ipdesk.tables.accounts import ROLES
from tests.ipdesk.world import KINDS, NOWHERE, OWNED, SECRET_WORD, World, browser_of, ids_of, key_of, make_world

SAFE = frozenset({"GET"})


@dataclass(frozen=True)
class Route:
    """One way into the desk: a rule and one of its methods."""

    method: str
    rule: str
    endpoint: str
    parameters: frozenset[str]

    @property
    def api(self) -> bool:
        return self.rule.startswith("/api/")

    @property
    def unsafe(self) -> bool:
        return self.method not in SAFE

    def __str__(self) -> str:
        return f"{self.method} {self.rule} ({self.endpoint})"


def routes(app: Flask) -> Iterator[Route]:
    """Every route but those of libraries, which have rules of their own."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint.split(".")[0] in OPEN_BLUEPRINTS:
            continue
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield Route(method, rule.rule, rule.endpoint, frozenset(rule.arguments))


def address(app: Flask, route: Route, ids: dict[str, object]) -> str:
    unknown = route.parameters - set(ids)
    assert not unknown, f"{route}: give {sorted(unknown)} a value in ids_of (tests/ipdesk/world.py)"
    adapter = app.url_map.bind("localhost")
    given = {name: ids[name] for name in route.parameters}
    return adapter.build(route.endpoint, given, method=route.method)


def ask(app: Flask, browser: FlaskClient, route: Route, ids: dict[str, object], headers: dict[str, str]) -> TestResponse:
    body = {"json": {}} if route.api and route.unsafe else {}
    return browser.open(address(app, route, ids), method=route.method, headers=headers if route.api else {}, **body)


def may(world: World, kind: str, route: Route) -> bool:
    allowed = allowed_roles(route.endpoint)
    roles = actor_of(world.accounts[kind]).roles if kind != "visitor" else VISITOR.roles
    return EVERYONE in allowed or (kind != "visitor" and SIGNED_IN in allowed) or bool(allowed & roles)


@pytest.fixture
def world(app: Flask) -> World:
    return make_world(app)


@pytest.fixture
def no_csrf(app: Flask) -> Flask:
    """The desk without the CSRF check, so that what lies behind it is reached."""
    app.config["WTF_CSRF_ENABLED"] = False
    return app


def test_every_route_names_whom_it_answers(app: Flask) -> None:
    known = {EVERYONE, SIGNED_IN, *ROLES}
    unmarked = [str(route) for route in routes(app) if not allowed_roles(route.endpoint)]
    misspelt = [str(route) for route in routes(app) if allowed_roles(route.endpoint) - known]
    assert unmarked == []
    assert misspelt == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_visitor_gets_where_the_marks_allow_and_no_further(no_csrf: Flask, world: World, kind: str) -> None:
    browser, headers, ids = browser_of(no_csrf, world, kind), key_of(world, kind), dict(ids_of(world))
    wrong = []
    for route in routes(no_csrf):
        answer = ask(no_csrf, browser, route, ids, headers)
        turned_away = answer.status_code in (401, 403) or "/login" in (answer.location or "")
        if answer.status_code >= 500 or (not may(world, kind, route) and not turned_away):
            wrong.append(f"{route}: {answer.status_code} {answer.location or ''}")
        if kind == "visitor" and may(world, kind, route) and turned_away:
            wrong.append(f"{route}: a visitor is turned away ({answer.status_code})")
    assert wrong == []


@pytest.mark.parametrize("kind", ["other_enterprise", "administrative", "legal", "administrator"])
def test_what_belongs_to_others_is_as_if_it_were_not_there(no_csrf: Flask, world: World, kind: str) -> None:
    browser, headers = browser_of(no_csrf, world, kind), key_of(world, kind)
    theirs = dict(ids_of(world))
    nowhere = {**theirs, **dict.fromkeys(OWNED, NOWHERE)}
    wrong = []
    for route in routes(no_csrf):
        if not route.parameters & OWNED or not may(world, kind, route):
            continue
        answer = ask(no_csrf, browser, route, theirs, headers)
        missing = ask(no_csrf, browser, route, nowhere, headers)
        if answer.status_code not in ((404, 422) if route.unsafe else (404,)):
            wrong.append(f"{route}: {answer.status_code}, not 404")
        if bare(answer, theirs) != bare(missing, nowhere):
            wrong.append(f"{route}: answers otherwise than for an id that does not exist")
        if SECRET_WORD in answer.get_data(as_text=True):
            wrong.append(f"{route}: shows another's report")
    assert wrong == []


def bare(answer: TestResponse, ids: dict[str, object]) -> tuple[int, str]:
    """Status and words without what differs from answer to answer."""
    body = answer.get_data(as_text=True)
    for value in ids.values():
        body = body.replace(str(value), "…")
    return answer.status_code, re.sub(r'nonce="[^"]+"|content="[^"]+"|value="[^"]+"', "", body)


def test_nothing_is_changed_without_the_csrf_token(app: Flask, world: World) -> None:
    wrong = []
    for kind in KINDS:
        browser, ids = browser_of(app, world, kind), dict(ids_of(world))
        for route in routes(app):
            if not route.unsafe or not may(world, kind, route):
                continue
            answer = ask(app, browser, route, ids, headers={})
            refused = answer.status_code == 401 if route.api else "没有执行" in answer.get_data(as_text=True)
            if not refused:
                wrong.append(f"{kind}: {route}: {answer.status_code}")
    assert wrong == []


def test_no_session_opens_the_api(app: Flask, world: World) -> None:
    wrong = []
    for kind in KINDS[1:]:
        browser, ids = browser_of(app, world, kind), dict(ids_of(world))
        for route in routes(app):
            if not route.api or EVERYONE in allowed_roles(route.endpoint):
                continue
            answer = ask(app, browser, route, ids, headers={})
            if answer.status_code != 401:
                wrong.append(f"{kind}: {route}: {answer.status_code}")
    assert wrong == []


HOSTILE = ["../../../etc/passwd", "'; DROP TABLE account; --", "a\x00b", "💥", "长" * 300, "%2e%2e%2f", "-1", "9" * 30, "null"]


@pytest.mark.parametrize("kind", ["enterprise", "police", "administrator"])
def test_hostile_ids_are_not_found(no_csrf: Flask, world: World, kind: str) -> None:
    browser, headers, ids = browser_of(no_csrf, world, kind), key_of(world, kind), dict(ids_of(world))
    wrong = []
    for route in routes(no_csrf):
        texts = {name for name in route.parameters if isinstance(ids[name], str)}
        if not texts or not may(world, kind, route):
            continue
        for hostile in HOSTILE:
            answer = ask(no_csrf, browser, route, {**ids, **dict.fromkeys(texts, hostile)}, headers)
            if answer.status_code not in (302, 308, 404, 422):
                wrong.append(f"{route} with {hostile[:20]!r}: {answer.status_code}")
    assert wrong == []
