"""What the standing of a text multiplies its score by.

Questions of laypeople are mostly answered by statutes, most of all by the basic laws the National People's Congress
itself enacts (宪法第六十二条第三项), and seldom by texts that only amend others; questions put to an IP desk by the articles
it relies on. The figures were chosen on one half
of 1,174 lay questions and hold on the other (see benchmarks/search.py); they are our practice, not law.
"""

from __future__ import annotations

import re

from statutes.naming import plain_title

BY_LEVEL = {
    "constitution": 1.0,
    "law": 1.0,
    "administrative_regulation": 0.7,
    "judicial_interpretation": 0.8,
    "department_rule": 0.6,
    "normative_document": 0.8,
    "precedent": 0.8,
    "other": 0.7,
}
BASIC_LAWS = frozenset({"民法典", "刑法", "民事诉讼法", "刑事诉讼法", "行政诉讼法"})
_BASIC, _AMENDING, _RELIED_ON = 1.2, 0.8, 1.2
_AMENDS = re.compile(r"修改|修正案|废止|决定$|批复|试行|暂行")


def prior(level: str, title: str, relied_on: bool = False) -> float:
    """The factor for one document by its level and title, and whether it is an article the desk itself relies on."""
    factor = BY_LEVEL[level] * (_RELIED_ON if relied_on else 1)
    if _AMENDS.search(title):
        factor *= _AMENDING
    return factor * _BASIC if plain_title(title) in BASIC_LAWS else factor
