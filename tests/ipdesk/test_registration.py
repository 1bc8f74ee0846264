"""Registering: an account, its enterprise, its role; what is refused; what an existing address learns."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from ipdesk import jobs
from ipdesk.database import db
from ipdesk.tables import Account, AuditRow, Enterprise
from tests.ipdesk.builders import make_member
from tests.ipdesk.forms import complaints, send, text

GIVEN = {
    "email": "new@example.com",
    "name": "林知夏",
    "enterprise_name": "成都青禾软件有限公司",
    "uscc": "",
    "password": "A-sentence-of-mine-9",
    "password_confirm": "A-sentence-of-mine-9",
    "agreed": "y",
}


def register(client: FlaskClient, **changes: str):
    return send(client, "/register", **{**GIVEN, **changes})


def account_count() -> int:
    return db.session.execute(select(func.count()).select_from(Account)).scalar_one()


def letters(app: Flask) -> list[str]:
    """The letters that have left, as text."""
    jobs.run_waiting()
    folder = app.extensions["ipdesk"].outbox_dir
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.eml"))]


def test_registering_makes_account_enterprise_and_role_and_signs_in(app: Flask, client: FlaskClient) -> None:
    register(client)
    account = db.session.execute(select(Account).filter_by(email="new@example.com")).scalar_one()
    assert [role.name for role in account.roles] == ["enterprise"]
    assert [(m.enterprise.name, m.position) for m in account.memberships] == [("成都青禾软件有限公司", "owner")]
    assert "林知夏" in text(client.get("/profile"))
    events = db.session.execute(select(AuditRow.event).filter_by(actor=account.id).order_by(AuditRow.seq)).scalars().all()
    assert events == ["account.registered", "account.joined", "account.signed_in"]
    assert len(letters(app)) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"email": "not an address"}, "邮箱地址有误"),
        ({"email": ""}, "请填写邮箱"),
        ({"name": "  "}, "请填写您的姓名"),
        ({"name": "长" * 101}, "最多 100 个字"),
        ({"enterprise_name": ""}, "请填写单位全称"),
        ({"uscc": "91510100MA6D2K7W12"}, "与末位的校验码不符"),
        ({"password": "short", "password_confirm": "short"}, "至少"),
        ({"password": "Password2026!", "password_confirm": "Password2026!"}, "常见密码"),
        ({"password": "linzhixia-2026", "password_confirm": "linzhixia-2026", "email": "linzhixia@example.com"}, "邮箱"),
        ({"password_confirm": "Something-else-9"}, "不一致"),
        ({"agreed": ""}, "请阅读并确认"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(client: FlaskClient, changes: dict[str, str], said: str) -> None:
    page = register(client, **changes)
    assert [complaint for complaint in complaints(page) if said in complaint]
    assert account_count() == 0


def test_an_existing_address_is_told_by_mail_and_not_on_the_page(app: Flask, client: FlaskClient) -> None:
    member = make_member(email="here@example.com")
    page = register(client, email=member.email)
    assert page.status_code == 302
    assert "请查收邮件" in text(client.get("/"))
    assert account_count() == 1
    assert "已有账号" in letters(app)[0]


def test_markup_in_a_name_stays_text(client: FlaskClient) -> None:
    register(client, name="<script>alert(1)</script>", enterprise_name="<b>粗</b>公司")
    page = client.get("/enterprises").get_data(as_text=True)
    assert "<script>alert" not in page
    assert "<b>粗" not in page
    assert db.session.execute(select(Enterprise.name)).scalar_one() == "<b>粗</b>公司"


def test_a_forgotten_password_is_set_anew_by_the_link_in_the_letter(app: Flask, client: FlaskClient) -> None:
    make_member(email="here@example.com")
    unknown = text(send(client, "/reset", email="nobody@example.com")).replace("nobody@", "here@")
    assert text(send(client, "/reset", email="here@example.com")) == unknown
    (letter,) = letters(app)
    link = next(word for word in letter.split() if "/reset/" in word)
    path = link.split("localhost", 1)[1]
    weak = send(client, path, password="Password2026!", password_confirm="Password2026!")
    assert "常见密码" in complaints(weak)[0]
    fresh = "Fresh-sentence-2027"
    send(client, path, password=fresh, password_confirm=fresh)
    send(client, "/login", email="here@example.com", password=fresh)
    assert client.get("/profile").status_code == 200
    assert client.get(path).status_code == 302, "a link works once"
