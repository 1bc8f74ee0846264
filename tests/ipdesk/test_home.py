"""The visitor's pages, the frame around every page, and where each account begins."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from casefiles.offences import load_offences
from ipdesk.web.home import CONDITIONS, shared_needs
from tests.ipdesk.builders import make_account, make_case, make_member, make_officer, sign_in
from tests.ipdesk.forms import text


def test_the_home_page_says_what_the_desk_is_and_what_it_is_not(client: FlaskClient) -> None:
    page = text(client.get("/"))
    for words in ("三家同收", "不是立案决定", "110", "国家秘密"):
        assert words in page


def test_the_guide_lists_every_offence_with_its_needed_materials(client: FlaskClient) -> None:
    page = text(client.get("/guide"))
    for offence in load_offences().values():
        assert offence.name in page
        for need in offence.needs:
            assert need.name in page


def test_every_condition_of_a_material_has_words_for_the_reader() -> None:
    used = {case for offence in load_offences().values() for need in offence.needs for case in need.when}
    assert used <= set(CONDITIONS)


def test_what_is_common_to_all_offences_is_told_once() -> None:
    assert {"missing.complaint_letter", "missing.power_of_attorney"} <= {need.code for need in shared_needs()}
    assert "missing.trademark_certificate" not in {need.code for need in shared_needs()}


@pytest.mark.parametrize(
    ("role", "shown", "hidden"),
    [
        ("enterprise", ["我的报案", "新建报案", "企业与同事"], ["工作队列", "账号管理"]),
        ("officer", ["工作队列", "法规案例库"], ["我的报案", "账号管理"]),
        ("legal", ["法规案例库"], ["我的报案", "工作队列"]),
        ("administrator", ["账号管理"], ["我的报案", "工作队列"]),
    ],
)
def test_each_role_is_shown_its_own_rooms(client: FlaskClient, role: str, shown: list[str], hidden: list[str]) -> None:
    account = make_member() if role == "enterprise" else make_officer() if role == "officer" else make_account(role)
    navigation = sign_in(client, account).get("/profile").get_data(as_text=True).split('class="nav"', 1)[1].split("</ul>", 1)[0]
    assert [word for word in shown if word not in navigation] == []
    assert [word for word in hidden if word in navigation] == []


@pytest.mark.parametrize(
    ("role", "start"),
    [("enterprise", "/reports/"), ("officer", "/queue"), ("administrator", "/accounts"), ("legal", "/law")],
)
def test_each_account_begins_in_its_own_room(app: Flask, client: FlaskClient, role: str, start: str) -> None:
    account = make_officer() if role == "officer" else make_account(role)
    assert sign_in(client, account).get("/start").location == start


def test_a_visitor_begins_at_home(client: FlaskClient) -> None:
    assert client.get("/start").location == "/"


def test_the_page_says_its_language_and_can_be_skipped_through(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    assert '<html lang="zh-CN">' in page
    assert 'href="#content"' in page


@pytest.mark.parametrize(
    ("path", "current"), [("/", None), ("/guide", "办事指南"), ("/reports/", "我的报案"), ("/reports/{}/materials/", "我的报案")]
)
def test_the_navigation_marks_the_room_a_page_lies_in(client: FlaskClient, path: str, current: str | None) -> None:
    author = make_member()
    case = make_case(author)
    page = sign_in(client, author).get(path.format(case.id)).get_data(as_text=True)
    marked = re.findall(r'aria-current="page">([^<]+)</a></li>', page.split('class="nav"', 1)[1].split("</ul>", 1)[0])
    assert marked == ([current] if current else [])
