"""What people type, made fit to keep: databases refuse NUL, printers and readers stumble over control characters."""

from __future__ import annotations

import re

# Everything below the blank except tab and line feed, and the C1 controls; also bidirectional overrides, which let a text show
# something else than it says.
UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean_text(text: str) -> str:
    """``text`` without control characters and lone surrogates, line ends as LF, no blanks at its ends."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return UNWANTED.sub("", whole.replace("\r\n", "\n").replace("\r", "\n")).strip()
