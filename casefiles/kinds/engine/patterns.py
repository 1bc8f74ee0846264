"""Patterns of the kinds, each compiled once: there are more of them than the store of ``re`` keeps."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """``pattern`` compiled so that ^ and $ mean the ends of printed lines."""
    return re.compile(pattern, re.MULTILINE)
