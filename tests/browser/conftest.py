"""A real desk, its worker, and a real Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


@dataclass
class Desk:
    """A running desk: its address and its data folder; ``kill`` ends it without a word, ``start`` begins again."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environ(self) -> dict[str, str]:
        return {**os.environ, "IPDESK_DATA_DIR": str(self.folder), "IPDESK_PORT": str(self.port), "IPDESK_DEMO": "1"}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ipdesk", *words]
        return subprocess.run(command, env=self.environ, capture_output=True, text=True, check=True)

    def start(self) -> None:
        command = [sys.executable, "-m", "ipdesk", "serve", "--workers", "1"]
        self.process = subprocess.Popen(command, env=self.environ, start_new_session=True)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(self.url, timeout=2)  # noqa: S310  # our own desk
                return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the desk did not answer within two minutes")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(30)
            self.process = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with demonstration accounts and no cases, on a free port."""
    desk = Desk(tmp_path_factory.mktemp("desk"), free_port())
    desk.run("init", "--no-laws")
    desk.run("demo", "--accounts-only")
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """A fresh visitor's page; anything the page's scripts complain of fails the test."""
    context = browser.new_context(base_url=desk.url, locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if "Content Security Policy" in message.text else None)
    yield page
    context.close()
    assert complaints == []
