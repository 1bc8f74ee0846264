"""Numbers that were torn apart: a scan breaks 576,800.00 into ``576,8`` and ``00.00``. What looks torn is never a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from casefiles.values.characters import plain

REACH = 2
"""How many lines below a number its other half may stand."""

_OPEN_GROUP = re.compile(r"(?<![\d,，.])\d{1,3}(?:[,，]\d{3})*[,，]\d{0,2}(?![\d年月日号时])")
_OTHER_HALF = re.compile(r"[,，]?0\d{1,5}(?:\.\d{0,2})?元?|[,，]\d{3}(?:\.\d{0,2})?元?|\.\d{2}元?")
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?![\d,])")


def looks_cut(line: str, below: Sequence[str] = ()) -> bool:
    """Whether a number of ``line`` ends inside a group of three digits, or a line ``below`` begins like the rest of one."""
    return bool(_OPEN_GROUP.search(_even(line))) or any(_OTHER_HALF.fullmatch(_even(one)) for one in below[:REACH])


def is_less_than_a_row(total: Decimal, text: str) -> bool:
    """Whether some amount of ``text`` (a ledger) is larger than its ``total``, which cannot be."""
    rows = (Decimal(match[0].replace(",", "")) for match in _GROUPED.finditer(_even(text)))
    return any(row > total for row in rows)


def _even(text: str) -> str:
    return re.sub(r"[ \t]+", " ", plain(text)).strip()
