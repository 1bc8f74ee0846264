"""Every page in a real browser: readable by everyone, at home in 360 pixels, and free of anything the policy forbids.

Pages added later are looked at without a change here.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from ipdesk.config import Config
from tests.ipdesk.test_routes import Route, address, may, routes
from tests.ipdesk.world import KINDS, World, browser_of, ids_of, make_world

NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.parametrize("config", ["sqlite"], indirect=True),
]


@pytest.fixture
def served(app: Flask, config: Config) -> Iterator[str]:
    """The desk at an address of this machine."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor without cookies."""
    context = browser.new_context()
    yield context
    context.close()


def shown(app: Flask, world: World) -> Iterator[tuple[str, Route]]:
    """Every page once, with the first kind of visitor that may open it."""
    for route in routes(app):
        if route.method == "GET" and not route.api and route.endpoint != "static":
            kind = next((kind for kind in KINDS if may(world, kind, route)), None)
            if kind:
                yield kind, route


def become(context: BrowserContext, app: Flask, world: World, kind: str, root: str) -> None:
    """Give the browser the session of that kind of visitor."""
    context.clear_cookies()
    client = browser_of(app, world, kind)
    client.get("/")
    name = app.config["SESSION_COOKIE_NAME"]
    cookie = client.get_cookie(name)
    if cookie:
        context.add_cookies([{"name": name, "value": cookie.value, "url": root}])


def faults_of(page: Page, url: str) -> list[str]:
    """What is wrong with the page: the console's complaints, overflow when narrow, axe's violations."""
    complaints: list[str] = []
    listen = lambda message: complaints.append(message.text) if message.type == "error" else None  # noqa: E731
    page.on("console", listen)
    page.set_viewport_size(NARROW)
    answer = page.goto(url)
    page.remove_listener("console", listen)
    if answer is None or "text/html" not in answer.headers.get("content-type", ""):
        return []
    faults = [f"console: {complaint}" for complaint in complaints if answer.ok]
    if answer.status >= 500:
        faults.append(f"answers {answer.status}")
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > NARROW["width"]:
        faults.append(f"{wide} pixels wide on a screen of {NARROW['width']}")
    page.set_viewport_size(WIDE)
    return faults


def violations_of(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"axe {fault['id']}: {[node['html'][:120] for node in fault['nodes'][:3]]}" for fault in found]


def test_every_page_can_be_read_by_everyone(app: Flask, served: str, context: BrowserContext) -> None:
    world = make_world(app)
    page, faults, read = context.new_page(), [], 0
    for kind, route in shown(app, world):
        become(context, app, world, kind, served)
        url = served + address(app, route, dict(ids_of(world)))
        if "." in url.rsplit("/", 1)[1] or "/file" in url:
            continue  # a download, not a page
        found = faults_of(page, url)
        if page.evaluate("document.documentElement.lang"):  # else a piece that htmx puts into a page
            found += violations_of(page)
            read += 1
        faults += [f"{route} as {kind}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)
    assert read > 20, "the walk has lost its way"
