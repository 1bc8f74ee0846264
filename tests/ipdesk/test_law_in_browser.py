"""The library under a reader's fingers: keys, smooth narrowing, side by side on a telephone; all in a real Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from ipdesk.config import Config

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("config", ["sqlite"], indirect=True)]
NARROW = {"width": 390, "height": 800}


@pytest.fixture
def page(app: Flask, config: Config, law_folder: Path, browser: Browser) -> Iterator[Page]:
    """A visitor's page on a desk with a library; a complaint of scripts or of the policy fails the test."""
    shutil.copytree(law_folder, config.library_dir)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}", locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    server.shutdown()
    thread.join()
    assert complaints == []


def pasted(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_days_work_goes_without_the_mouse(page: Page) -> None:
    page.goto("/law?q=侵犯商业秘密")
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    at = page.locator(".hits > .at")
    expect(at).to_have_count(1)
    expect(page.locator(".hits > li").first).to_have_class("at")
    page.keyboard.press("c")
    expect(page.locator("#law-said")).to_have_text("已复制")
    assert pasted(page).startswith("《")
    page.keyboard.press("x")
    expect(at.locator("input[type=checkbox]")).to_be_checked()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".law-article h1")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()


def test_keys_are_left_alone_while_someone_types(page: Page) -> None:
    page.goto("/law?q=侵犯商业秘密")
    page.keyboard.press("/")
    page.keyboard.press("End")
    page.keyboard.type("jkcx?/")
    expect(page.locator("#q")).to_have_value("侵犯商业秘密jkcx?/")
    expect(page.locator(".at")).to_have_count(0)
    expect(page.locator("#law-keys")).not_to_be_visible()


def test_the_key_of_the_box_is_not_written_into_an_empty_box(page: Page) -> None:
    page.goto("/law")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(page.locator("#q")).to_have_value("a/b")


def test_help_on_keys_opens_and_closes(page: Page) -> None:
    page.goto("/law/articles/criminal_law/213")
    page.keyboard.press("?")
    expect(page.locator("#law-keys")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(page.locator("#law-keys")).not_to_be_visible()


def test_neighbours_are_an_arrow_away(page: Page) -> None:
    page.goto("/law/articles/criminal_law/213")
    with page.expect_navigation():
        page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_have_text("第二百一十四条")


def test_narrowing_swaps_the_list_keeps_the_address_and_goes_back(page: Page) -> None:
    page.goto("/law?q=侵犯商业秘密")
    page.evaluate("window.stays = true")
    whole = page.locator(".hits-told strong").inner_text()
    page.locator("#f-kind-precedent").click()
    expect(page.locator(".law-chips")).to_contain_text("案例")
    assert "kind=precedent" in page.url
    assert page.evaluate("window.stays"), "only the list was swapped"
    page.keyboard.press("j")
    expect(page.locator(".hits > .at")).to_have_count(1)
    narrowed = page.locator(".hits-told strong").inner_text()
    page.reload()
    expect(page.locator(".hits-told strong")).to_have_text(narrowed)
    page.locator(".law-chips a").click()
    expect(page.locator(".hits-told strong")).to_have_text(whole)


def test_the_order_is_sent_when_chosen(page: Page) -> None:
    page.goto("/law?q=商标&status=any")
    page.get_by_label("排序").select_option("oldest")
    page.wait_for_url("**sort=oldest**")
    expect(page.get_by_label("排序")).to_have_value("oldest")


def test_a_citation_typed_into_the_results_leads_to_its_article(page: Page) -> None:
    page.goto("/law?q=商业秘密")
    page.locator("#q").fill("刑法213条")
    with page.expect_navigation():
        page.locator("#q").press("Enter")
    expect(page.locator("h1")).to_have_text("第二百一十三条")


@pytest.mark.parametrize(
    "path",
    [
        "/law?q=侵犯商业秘密&kind=article",
        "/law/articles/trademark_law/57?version=2019",
        "/law/articles/trademark_law/57/compare?version=2019",
        "/law/instruments/trademark_law/compare",
        "/law/precedents/spc-087",
        "/guides/cases?by=instrument",
    ],
)
def test_pages_read_on_a_telephone_and_to_a_screen_reader(page: Page, path: str) -> None:
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dict of width and height
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_wordings_are_stacked_where_there_is_no_room_beside(page: Page) -> None:
    for size, beside in (({"width": 1280, "height": 800}, True), (NARROW, False)):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict of width and height
        page.goto("/law/articles/trademark_law/57/compare?version=2019")
        old, new = (page.locator(".law-sides.head > div").nth(place).bounding_box() for place in (0, 1))
        assert old is not None
        assert new is not None
        assert (old["y"] == new["y"]) is beside
