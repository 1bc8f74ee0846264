"""The whole story in a real browser: a report with gaps is mended, handed in, and found in three queues at once."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

from ipdesk.clock import today
from ipdesk.demonstration import PASSWORD
from tests.browser.conftest import Desk
from tests.browser.papers import HOLDER, USCC, first_papers, mending_papers

pytestmark = pytest.mark.browser

READ_IN = 60_000  # milliseconds for the worker to read what was handed in
OWN_PASSWORD = "Minquan-chaju-2026"


def register(page: Page) -> None:
    page.goto("/register")
    page.get_by_label("邮箱").fill("gu@minquan.example.com")
    page.get_by_label("您的姓名").fill("顾怀山")
    page.get_by_label("单位全称").fill(HOLDER)
    page.get_by_label("统一社会信用代码").fill(USCC)
    page.get_by_label("密码", exact=True).fill(OWN_PASSWORD)
    page.get_by_label("再输入一次密码").fill(OWN_PASSWORD)
    page.get_by_label("我明白").check()
    page.get_by_role("button", name="注册").click()


def begin_report(page: Page) -> None:
    page.goto("/reports/new")
    page.get_by_label("给这份报案起个名字").fill("岷泉茶具被假冒")
    page.get_by_label("发生了什么").fill("高新区一家商行未经许可生产并销售标有“岷泉”商标的茶具，与我公司的注册商标相同。")
    expect(page.locator("#suggestions")).to_contain_text("假冒注册商标")
    page.get_by_role("radio", name=re.compile("^假冒注册商标罪")).check()
    page.get_by_role("button", name="建立草稿并继续").click()


def upload(page: Page, papers: Mapping[str, bytes]) -> None:
    files = [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in papers.items()]
    page.locator('form[data-uploads] input[type="file"]').set_input_files(files)
    for name in papers:
        expect(page.locator("#uploads")).to_contain_text(name)
    expect(page.locator("#uploads")).not_to_contain_text(re.compile("等待|正在|读取中"), timeout=READ_IN)


def open_step(page: Page, title: str) -> None:
    page.get_by_role("link", name="回到任务清单").first.click()
    page.get_by_role("link", name=title).click()


def sign_in(browser: Browser, desk: Desk, email: str) -> Page:
    page = browser.new_context(base_url=desk.url, locale="zh-CN").new_page()
    page.goto("/login")
    page.get_by_label("邮箱").fill(email)
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_label("密码", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="工作队列")).to_be_visible()
    return page


def test_a_report_with_gaps_is_mended_handed_in_and_found_in_three_queues(page: Page, browser: Browser, desk: Desk) -> None:
    register(page)
    begin_report(page)

    page.goto(page.url.split("/steps/")[0])
    page.get_by_role("link", name="材料").click()
    upload(page, first_papers(today()))
    page.get_by_role("link", name="看预审结果").click()
    findings = page.locator("section[aria-labelledby=findings]")
    expect(findings).to_contain_text("专用权期限", timeout=READ_IN)
    expect(findings).to_contain_text("没有找到授权委托书")

    page.locator(".finding.blocking .see").first.click()
    expect(page.locator("#pane img, #pane svg, #pane .lines").first).to_be_visible()

    page.get_by_role("link", name="补充或替换材料").first.click()
    upload(page, mending_papers(today()))
    page.get_by_role("link", name="看预审结果").click()
    expect(page.locator(".finding.blocking")).to_have_count(0, timeout=READ_IN)

    page.get_by_role("link", name="去确认提交").click()
    for box in page.locator("input[name=declared]").all():
        box.check()
    page.get_by_role("button", name="提交报案").click()
    expect(page.get_by_text("不是受案回执").first).to_be_visible()
    number = re.search(r"IP\d{8}-\d{4}", page.content())
    assert number
    report = page.url.rsplit("/receipt", 1)[0]

    police = sign_in(browser, desk, "police@desk.example.com")
    for officer in (police, *(sign_in(browser, desk, f"{who}@desk.example.com") for who in ("procuratorate", "court"))):
        expect(officer.get_by_role("link", name=number[0])).to_be_visible()
        officer.get_by_role("link", name=number[0]).click()
    expect(officer.get_by_text("营业执照.pdf")).to_have_count(0)

    police.get_by_role("button", name="登记“接报登记”").click()
    police.get_by_text("要求补正（一次性告知）").click()
    police.get_by_label("另外需要补充的").fill("请补充购买茶具的付款凭证。")
    police.get_by_role("button", name="发出补正通知").click()

    page.goto(report)
    page.get_by_role("link", name=re.compile("答复")).first.click()
    expect(page.get_by_text("请补充购买茶具的付款凭证。")).to_be_visible()
    page.get_by_label("第二步：逐项说明").fill("付款凭证原件将在窗口当面提交。")
    page.get_by_role("button", name="提交答复").click()

    police.reload()
    expect(police.get_by_text("付款凭证原件将在窗口当面提交。")).to_be_visible()
    police.locator("summary", has_text=re.compile("^受案$")).click()
    form = police.locator("details", has=police.locator("input[value=accept]"))
    form.get_by_label("文号").fill("高新公（知）受案字〔2026〕118号")
    form.get_by_label("文书日期").fill(today().isoformat())
    form.get_by_role("button", name="登记“受案”").click()

    page.goto(report)
    expect(page.get_by_text("高新公（知）受案字〔2026〕118号").first).to_be_visible()
    expect(page.get_by_text("已受案").first).to_be_visible()
