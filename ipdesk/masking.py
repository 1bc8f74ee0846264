"""Numbers of persons, shown only as far as needed to tell two of them apart."""

from __future__ import annotations

import re

# 18 characters (the last may be X), or 15 digits as issued before 1999; not part of a longer number.
IDENTITY_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])")
SHOWN_FIRST, SHOWN_LAST = 3, 4


def masked_id(text: str | None) -> str:
    """``text`` with every identity number in it reduced to its first three and last four characters.

    Values arrive without spaces, as the document fields hold them. None gives an empty text.
    """
    return IDENTITY_NUMBER.sub(lambda found: _reduced(found[0]), text or "")


def _reduced(number: str) -> str:
    return number[:SHOWN_FIRST] + "*" * (len(number) - SHOWN_FIRST - SHOWN_LAST) + number[-SHOWN_LAST:]
