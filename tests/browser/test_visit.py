"""A visitor without an account: chooses files, watches them being read, sees what is missing, takes the notice away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from casefiles.letters.printed import can_print
from ipdesk.clock import today
from tests.browser.conftest import Desk
from tests.browser.papers import first_papers

pytestmark = pytest.mark.browser

READ_IN = 90_000  # milliseconds for reading on a busy machine


def test_a_visitor_pre_reviews_without_an_account_and_nothing_stays(page: Page, desk: Desk) -> None:
    before = {path for path in desk.folder.rglob("*") if path.is_file()}
    page.goto("/")
    page.get_by_role("link", name="不注册，先预审几份材料").click()
    papers = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in first_papers(today()).items()
    ]
    page.get_by_label("材料文件").set_input_files(papers)
    page.get_by_role("button", name="开始预审").click()
    told = page.get_by_label("我确认文件里没有国家秘密")
    assert told.evaluate("box => box.matches(':invalid') && document.activeElement === box"), "asked before anything is sent"
    told.check()
    page.get_by_role("button", name="开始预审").click()
    expect(page.locator(".visit-result")).to_contain_text("您的文件已经删除", timeout=READ_IN)
    expect(page.locator(".visit-steps")).to_contain_text("正在读取第 1 个")
    expect(page.locator(".visit-steps")).to_be_hidden()
    finding = page.locator("article.finding", has_text="授权委托书").first
    finding.get_by_text("怎么补").click()
    expect(finding).to_contain_text("向谁要")
    if can_print():
        with page.expect_download() as saved:
            page.get_by_role("button", name="下载预审提示（PDF）").click()
        notice = "".join(one.get_textpage().get_text_range() for one in PdfDocument(saved.value.path()))
        assert "非法律文书" in notice and "授权委托书" in notice
    kept = {path for path in desk.folder.rglob("*") if path.is_file()} - before
    assert not [path for path in kept if path.parent.name in ("vault", "ocr", "pictures", "sheets")]
