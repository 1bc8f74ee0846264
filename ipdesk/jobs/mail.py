"""Sends one letter."""

from __future__ import annotations

from flask_mailman import EmailMessage

from ipdesk.clock import now
from ipdesk.database import db, transaction
from ipdesk.tables.mail import OutgoingMail


def run(subject: str) -> None:
    """Send the letter ``subject`` unless it has gone already. Raises what the mail server answers, so that it is tried again."""
    letter = db.session.get(OutgoingMail, subject)
    if letter is None or letter.sent_at is not None:
        return
    EmailMessage(letter.subject, letter.body, to=[letter.recipient]).send()
    with transaction() as session:
        sent = session.get_one(OutgoingMail, subject)
        sent.sent_at = now()
        sent.body = ""
