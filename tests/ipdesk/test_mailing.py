"""Letters: written with the act, sent by a job, laid down as files where no server is named."""

from __future__ import annotations

import email
import email.policy

import pytest
from flask import Flask
from sqlalchemy import select

from ipdesk import jobs
from ipdesk.config import ConfigError, load_config
from ipdesk.database import db, transaction
from ipdesk.mailing import post, server_settings
from ipdesk.tables import OutgoingMail


def test_a_letter_without_a_server_becomes_a_file_and_its_body_is_forgotten(app: Flask) -> None:
    post("a@example.com", "邀请您加入", "请打开链接。")
    jobs.run_waiting()
    (path,) = app.extensions["ipdesk"].outbox_dir.glob("*.eml")
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert letter["Subject"] == "邀请您加入"
    assert letter["To"] == "a@example.com"
    assert letter.get_content().strip() == "请打开链接。"
    kept = db.session.execute(select(OutgoingMail)).scalar_one()
    assert (kept.body, kept.sent_at is not None) == ("", True)


def test_a_letter_of_an_act_that_failed_is_never_sent(app: Flask) -> None:
    with pytest.raises(RuntimeError), transaction():
        post("a@example.com", "邀请您加入", "请打开链接。")
        raise RuntimeError
    jobs.run_waiting()
    assert not app.extensions["ipdesk"].outbox_dir.exists()


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.com", 25, False, False),
        ("smtp+tls://mail.example.com", 587, True, False),
        ("smtps://mail.example.com:4465", 4465, False, True),
    ],
)
def test_a_server_is_named_by_one_address(url: str, port: int, tls: bool, ssl: bool) -> None:
    made = server_settings(url)
    assert (made["MAIL_PORT"], made["MAIL_USE_TLS"], made["MAIL_USE_SSL"]) == (port, tls, ssl)


def test_name_and_password_are_read_from_the_address() -> None:
    made = server_settings("smtps://desk%40example.com:p%3Aw@mail.example.com")
    assert (made["MAIL_USERNAME"], made["MAIL_PASSWORD"]) == ("desk@example.com", "p:w")


@pytest.mark.parametrize("url", ["mail.example.com", "http://mail.example.com", "smtp://"])
def test_an_address_that_names_no_server_is_refused_at_the_start_without_showing_it(url: str) -> None:
    with pytest.raises(ConfigError, match="IPDESK_MAIL_URL") as why:
        load_config({"IPDESK_MAIL_URL": url})
    assert "example.com" not in str(why.value)
