"""Numbers of persons, organisations, rights and papers: their shapes and their check digits.

Shapes of the credit code after GB 32100-2015, of the organisation code after GB 11714-1997,
of the identity number after GB 11643-1999; of case numbers after 法〔2015〕137号 and 法〔2018〕335号.
"""

from __future__ import annotations

import re
from datetime import date

from casefiles.values.characters import halfwidth, with_plain_dashes, without_spaces

_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_USCC_SHAPE = re.compile(rf"[{_USCC}]{{2}}\d{{6}}[{_USCC}]{{10}}")
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CHECKS = "10X98765432"
_IDENTITY_SHAPE = re.compile(r"[1-9]\d{16}[\dX]")
_PATENT = re.compile(r"(?:ZL)?(?P<base>\d{12}|\d{8})(?:\.(?P<check>[\dX]))?")
_TRADEMARK = re.compile(r"G\d{6,7}[A-Z]?|\d{1,8}[A-Z]?")
_SOFTWARE = re.compile(r"\d{4}SR\d{6,7}|软著登字第\d{4,8}号")
_WORK = re.compile(r"[\u4e00-\u9fa5]{1,3}作登字-?\d{2,4}-?(?:\d{4}-)?(?:[A-Z]-?)?\d{4,8}号?")
_CASE = re.compile(
    r"\((?:19|20)\d{2}\)(?:最高法|[\u4e00-\u9fa5])(?:\d{2,4})?知?(?:刑|民|行|执|司|破|赔|财|认)[\u4e00-\u9fa5]{0,3}\d+号"
)
_CASE_BEFORE_2016 = re.compile(r"\((?:19|20)\d{2}\)[\u4e00-\u9fa5()]{2,12}字第?\d+(?:-\d+)?号")
_DEED = re.compile(r"[(〔\[](?:19|20)\d{2}[)〕\]][\u4e00-\u9fa5()]{1,20}第?\d{1,8}号")
_DOCUMENT = re.compile(r"[\u4e00-\u9fa5()]{1,20}[(〔\[](?:19|20)\d{2}[)〕\]](?:[\u4e00-\u9fa5]{0,6})第?[\dA-Z-]{1,12}号")


def compact(number: str) -> str:
    """``number`` without spaces, in half width and capitals, with plain hyphens."""
    return with_plain_dashes(halfwidth(without_spaces(number))).upper()


def mark_number(number: str) -> str:
    """``number`` of a mark for comparison: the G of an international registration is printed on some papers only."""
    return re.sub(r"^G(?=\d{6,7}[A-Z]?$)", "", compact(number))


def credit_code_is_shaped(number: str) -> bool:
    """Whether ``number`` has the 18 characters and the alphabet of a credit code."""
    return _USCC_SHAPE.fullmatch(compact(number)) is not None


def credit_code_is_valid(number: str) -> bool:
    """Whether ``number`` is a credit code whose 18th character fits the others (GB 32100-2015)."""
    code = compact(number)
    if not credit_code_is_shaped(code):
        return False
    total = sum(_USCC.index(sign) * weight for sign, weight in zip(code, _USCC_WEIGHTS, strict=False))
    return code[17] == _USCC[(31 - total % 31) % 31]


def organisation_code_is_valid(number: str) -> bool:
    """Whether the organisation code inside a credit code (places 9 to 17) fits its own check character (GB 11714)."""
    code = compact(number)[8:17]
    if not re.fullmatch(r"[0-9A-Z]{8}[0-9X]", code):
        return False
    total = sum(int(sign, 36) * weight for sign, weight in zip(code, _ORGANISATION_WEIGHTS, strict=False))
    return code[8] == {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def identity_number_is_valid(number: str) -> bool:
    """Whether ``number`` has 18 places, a real date of birth and the right check digit (GB 11643-1999).

    The region is not looked at: counties come and go, and real people keep their numbers.
    """
    code = compact(number)
    if not _IDENTITY_SHAPE.fullmatch(code) or birth_date(code) is None:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(code, _IDENTITY_WEIGHTS, strict=False))
    return code[17] == _IDENTITY_CHECKS[total % 11]


def birth_date(identity_number: str) -> date | None:
    """The date of birth in an identity number, or None where there is no such day."""
    digits = compact(identity_number)[6:14]
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born if born.year >= 1800 else None


def patent_number_is_shaped(number: str) -> bool:
    """Whether ``number`` is a patent number of either system: ZL + 8 or 12 digits, and a check digit after a point."""
    return _PATENT.fullmatch(compact(number)) is not None


def patent_number_is_valid(number: str) -> bool:
    """Whether the check digit of a patent number fits: digits × 2…9 (repeated) mod 11, 10 as X. False without one."""
    match = _PATENT.fullmatch(compact(number))
    if not match or not match["check"]:
        return False
    total = sum(int(digit) * (2 + place % 8) for place, digit in enumerate(match["base"]))
    return match["check"] == "0123456789X"[total % 11]


def trademark_number_is_shaped(number: str) -> bool:
    """Whether ``number`` is one of a Chinese registration (digits, a letter after a division) or of Madrid (G…)."""
    return _TRADEMARK.fullmatch(compact(number)) is not None


def software_number_is_shaped(number: str) -> bool:
    """Whether ``number`` is a registration number (2019SR1041330) or a certificate number (软著登字第…号) of software."""
    return _SOFTWARE.fullmatch(compact(number)) is not None


def work_number_is_shaped(number: str) -> bool:
    """Whether ``number`` is a registration number of a work: 国作登字-2021-A-01233328, 浙作登字11-2013-F-14787."""
    return _WORK.fullmatch(compact(number)) is not None


def case_number_is_shaped(number: str) -> bool:
    """Whether ``number`` is a court's case number, of the system since 2016 or of the one before."""
    code = compact(number)
    return bool(_CASE.fullmatch(code) or _CASE_BEFORE_2016.fullmatch(code))


def deed_number_is_shaped(number: str) -> bool:
    """Whether ``number`` is a notary's: (2026)川成蜀证内经字第10234号."""
    return _DEED.fullmatch(compact(number)) is not None


def document_number_is_shaped(number: str) -> bool:
    """Whether ``number`` is an authority's or an expert's: 成高市监处罚〔2026〕12号, 川西知鉴字〔2026〕第061号."""
    return _DOCUMENT.fullmatch(compact(number)) is not None
