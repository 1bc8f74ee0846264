"""Every page a person meets: no sideways scrolling at 360 pixels, and nothing a screen reader would stumble over."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from ipdesk.demonstration import PASSWORD

pytestmark = pytest.mark.browser

VISITOR = ["/", "/guide", "/guides/cases", "/login", "/register", "/reset"]
LAW = ["/law", "/law?q=假冒注册商标", "/law/instruments", "/law/cite?text=法释〔2025〕5号第三条"]
SIGNED_IN = [
    *[("zhao@chuanling.example.com", path) for path in ("/reports/", "/reports/new", "/enterprises", "/profile")],
    ("police@desk.example.com", "/queue"),
    ("admin@desk.example.com", "/accounts"),
]


def sign_in(page: Page, email: str) -> None:
    page.goto("/login")
    page.get_by_label("邮箱").fill(email)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_label("密码", exact=True).press("Enter")
    page.wait_for_load_state("networkidle")


def look(page: Page, path: str) -> None:
    """Look at ``path`` narrow and wide."""
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{path} scrolls sideways at {width}"
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], path


@pytest.mark.parametrize("path", [*VISITOR, *LAW])
def test_a_visitor_can_read_every_page_on_any_screen(page: Page, path: str) -> None:
    look(page, path)


@pytest.mark.parametrize(("email", "path"), SIGNED_IN)
def test_those_who_sign_in_can_too(page: Page, email: str, path: str) -> None:
    sign_in(page, email)
    look(page, path)
