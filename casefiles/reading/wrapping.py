"""Lines that only the width of a cell broke are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable

LATIN = re.compile(r"[A-Za-z0-9.,;:!?%)\]}'\"-]$")
LATIN_START = re.compile(r"^[A-Za-z(\[{'\"]")


def unwrap(lines: Iterable[str]) -> str:
    """The lines as one text: a blank between Latin words, nothing between Chinese characters or within a number."""
    text = ""
    for line in filter(None, (line.strip() for line in lines)):
        text += (" " if LATIN.search(text) and LATIN_START.match(line) else "") + line
    return text
