"""Forms of days beside the usual one: 民國115年11月2日, 20 August 2026, September 4th, 2033, and 26年11月3日 as people write it.

Each pattern has the groups y, m and d; beside it stands the year from which its years are counted.
"""

from __future__ import annotations

import re

_REPUBLIC, _CENTURY = 1911, 2000
_N = r"[〇○零一二三四五六七八九十百\d]"
_MONTH = r"(?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"

# Running text has lost its spaces: until December 31, 2027 is untilDecember31,2027 there.
_APART = r"(?:(?<![A-Za-z])|(?<=until)|(?<=till)|(?<=through)|(?<=from)|(?<=to)|(?<=on))"

FORMS = (
    (re.compile(rf"民\s*[国國]\s*(?P<y>{_N}{{1,6}})\s*年\s*(?P<m>{_N}{{1,3}})\s*月\s*(?P<d>{_N}{{1,4}})\s*日"), _REPUBLIC),
    (re.compile(r"(?<![\d.])(?P<y>(?:0[89]|1[0-4])\d)\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"), _REPUBLIC),
    (re.compile(r"(?<![\d.年满])(?P<y>[0-4]\d)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号]"), _CENTURY),
    (re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s?(?:st|nd|rd|th)?\s*(?:(?:day)?\s*of\s*)?{_MONTH},?\s*{_YEAR}", re.I), 0),
    (re.compile(rf"{_APART}{_MONTH}\s*(?P<d>\d{{1,2}})\s?(?:st|nd|rd|th)?\s*,?\s*{_YEAR}", re.I), 0),
)
MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
