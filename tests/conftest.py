"""What tests of every room share: one Chromium in a process.

Playwright keeps an event loop of its own running and cannot be started twice in one process, so the tests in
``browser`` and those in ``ipdesk`` take the browser from here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless; without one the test is skipped and says which package is missing."""
    if CHROMIUM is None:
        pytest.skip("browser half left out: no Chromium (Debian package chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
