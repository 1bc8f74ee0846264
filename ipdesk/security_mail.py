"""Flask-Security's letters take the same way as all others: a row with the act, a job that sends."""

from __future__ import annotations

from typing import Any

from flask_security import MailUtil


class SecurityMail(MailUtil):
    """What Flask-Security calls to send."""

    def send_mail(
        self, template: str, subject: str, recipient: Any, sender: Any, body: str | None, html: str | None, **kwargs: Any
    ) -> None:
        """Write the letter in the act's transaction."""
        from ipdesk.mailing import post  # it needs the extensions, which need this class

        post(str(recipient), str(subject), body or "")
