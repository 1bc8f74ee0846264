"""Names of organisations and persons, made comparable."""

from __future__ import annotations

import re

from casefiles.values.characters import plain, with_plain_dashes, without_spaces

_BRACKETS = str.maketrans("〔〕【】[]{}「」『』《》", '()()()()""""""')
_QUOTES = str.maketrans("“”‘’＂«»", '""\'\'"""')
_TAIL = re.compile(r"(?:\((?:盖章|公章|签章|签名|签字|章|盖公章|加盖公章|签字或盖章|签名或盖章)\))+$")
_DOTS = str.maketrans("•・‧∙⋅．", "······")


def normal_name(name: str) -> str:
    """``name`` without spaces and seal notes, in half width, simplified and lower case, with plain brackets, quotes and dots."""
    flat = with_plain_dashes(plain(without_spaces(name))).translate(_BRACKETS).translate(_QUOTES).translate(_DOTS)
    return _TAIL.sub("", flat).strip(",.;:、。").casefold()


def same_name(one: str, other: str) -> bool:
    """Whether two printed names are the same but for spaces, width, brackets and case. Empty names are never the same."""
    first, second = normal_name(one), normal_name(other)
    return bool(first) and first == second
