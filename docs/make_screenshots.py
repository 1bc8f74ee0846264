"""Starts a demonstration desk in a temporary folder and photographs the pages the README shows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from ipdesk.demonstration import PASSWORD

HERE = Path(__file__).parent
PORT = "18765"
URL = f"http://127.0.0.1:{PORT}"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "IPDESK_DATA_DIR": folder, "IPDESK_PORT": PORT, "IPDESK_DEMO": "1"}
        for words in (["init"], ["demo"]):
            subprocess.run([sys.executable, "-m", "ipdesk", *words], env=environ, check=True)  # noqa: S603  # our own commands
        desk = subprocess.Popen([sys.executable, "-m", "ipdesk", "serve"], env=environ)  # our own command
        try:
            wait()
            take_all()
        finally:
            desk.terminate()
            desk.wait()


def wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(URL, timeout=2)  # our own desk
            return
        except OSError:
            time.sleep(0.3)
    raise SystemExit("the desk did not start")


def take_all() -> None:
    (HERE / "screenshots").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        visitor = browser.new_page(base_url=URL, viewport={"width": 1280, "height": 860}, locale="zh-CN")
        visitor.goto("/law?q=未经许可使用他人注册商标怎么处罚")
        keep(visitor, "law")
        applicant = signed_in(browser, "zhao@chuanling.example.com")
        applicant.get_by_role("link", name="网店销售假冒“川岭”登山鞋一案").click()
        keep(applicant, "report")
        applicant.get_by_role("link", name="预审结果").click()
        applicant.locator(".finding .see").first.click()
        applicant.locator("#pane").get_by_text("有效期至").first.wait_for()
        applicant.locator("#findings").scroll_into_view_if_needed()
        applicant.evaluate("document.getElementById('findings').scrollIntoView()")
        keep(applicant, "dossier")
        officer = signed_in(browser, "police@desk.example.com")
        officer.goto("/queue")
        keep(officer, "queue")
        browser.close()


def signed_in(browser: Browser, email: str) -> Page:
    page = browser.new_context(base_url=URL, viewport={"width": 1280, "height": 860}, locale="zh-CN").new_page()
    page.goto("/login")
    page.get_by_label("邮箱").fill(email)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_label("密码", exact=True).press("Enter")
    page.wait_for_load_state("networkidle")
    return page


def keep(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / "screenshots" / f"{name}.png")


if __name__ == "__main__":
    main()
