"""The letter box of a desk without a mail server: each letter is an .eml file in the data folder, for a person to send on."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flask_mailman.backends.base import BaseEmailBackend

from ipdesk.clock import local, now


class EmailBackend(BaseEmailBackend):
    """What Flask-Mailman calls to send."""

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        """Lay each letter down as ``<time>-<number>.eml``; how many."""
        folder = Path(self.mailman.file_path)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for letter in email_messages:
            name = f"{local(now()):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}.eml"
            (folder / name).write_bytes(letter.message().as_bytes())
        return len(email_messages)
