"""Letters by mail: to a server where one is configured, else laid down as .eml files in the data folder.

A letter is a row in the transaction of what it tells; a job sends it (``ipdesk/jobs/mail.py``).
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from flask import Flask

from ipdesk import jobs
from ipdesk.database import transaction
from ipdesk.extensions import mail
from ipdesk.tables.mail import OutgoingMail

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def post(recipient: str, subject: str, body: str) -> None:
    """Write a letter to ``recipient`` in the caller's transaction; it leaves once that is committed."""
    with transaction() as session:
        letter = OutgoingMail(recipient=recipient, subject=subject, body=body)
        session.add(letter)
        session.flush()
        jobs.put(session, "mail", letter.id)


def server_settings(url: str) -> dict[str, object]:
    """Flask-Mailman's settings for ``smtp://user:password@host:port``.

    ``smtp+tls`` asks for STARTTLS, ``smtps`` speaks TLS at once.
    """
    parts = urlsplit(url)
    return {
        "MAIL_BACKEND": "smtp",
        "MAIL_SERVER": parts.hostname,
        "MAIL_PORT": parts.port or PORTS[parts.scheme],
        "MAIL_USERNAME": unquote(parts.username or "") or None,
        "MAIL_PASSWORD": unquote(parts.password or "") or None,
        "MAIL_USE_TLS": parts.scheme == "smtp+tls",
        "MAIL_USE_SSL": parts.scheme == "smtps",
        "MAIL_TIMEOUT": 30,
    }


def settings(mail_url: str, outbox: str) -> dict[str, object]:
    """How letters leave: by the server at ``mail_url``, or as files in the folder ``outbox`` where there is none."""
    return server_settings(mail_url) if mail_url else {"MAIL_BACKEND": "ipdesk.outbox", "MAIL_FILE_PATH": outbox}


def init_app(app: Flask) -> None:
    config = app.extensions["ipdesk"]
    app.config["MAIL_DEFAULT_SENDER"] = config.mail_from
    app.config.update(settings(config.mail_url, str(config.outbox_dir)))
    mail.init_app(app)  # reads the settings, and only once
