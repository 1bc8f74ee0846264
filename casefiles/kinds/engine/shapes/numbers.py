"""Numbers of persons, organisations, rights and papers, as printed without spaces."""

from __future__ import annotations

import re
from collections.abc import Callable

from casefiles.kinds.engine.model import Shape
from casefiles.values import identifiers
from casefiles.values.characters import plain, with_plain_dashes, without_spaces


def _first(pattern: str, text: str) -> str | None:
    match = re.search(pattern, text)
    return match.group() if match else None


def _mended(number: str, is_valid: Callable[[str], bool], swaps: dict[str, str]) -> str:
    """``number`` with lookalikes exchanged where only that makes its check digit fit."""
    if is_valid(number):
        return number
    mended = "".join(swaps.get(sign, sign) for sign in number)
    return mended if is_valid(mended) else number


def _identity_number(text: str) -> str | None:
    number = _first(r"(?<![0-9A-Z])[1-9OIL][0-9OIL]{14,17}[0-9XOIL]?(?![0-9A-Z])", identifiers.compact(text))
    if number is None:
        return None
    return _mended(number, identifiers.identity_number_is_valid, {"O": "0", "I": "1", "L": "1"})


def _credit_code(text: str) -> str | None:
    number = _first(r"(?<![0-9A-Z])[0-9A-Z]{15,20}(?![0-9A-Z])", identifiers.compact(text))
    if number is None:
        return None
    return _mended(number, identifiers.credit_code_is_valid, {"O": "0", "I": "1", "S": "5", "Z": "2"})


def _trademark_number(text: str) -> str | None:
    """Digits, with the letter of Madrid before them or that of a division behind."""
    return _first(r"(?<![0-9A-Z])(?:G\d{5,8}[A-Z]?|\d{4,9}[A-Z]?)(?![0-9])", identifiers.compact(text))


def _patent_number(text: str) -> str | None:
    match = re.search(r"(ZL)?\d{8}(?:\d{4})?(?:\.?[\dX](?!\d))?", identifiers.compact(text))
    return match.group() if match else None


def _printed(pattern: str) -> Callable[[str], str | None]:
    """Finds ``pattern`` in the half-width text without spaces, and gives back what is printed there."""

    def read(text: str) -> str | None:
        bare = without_spaces(text)
        match = re.search(pattern, with_plain_dashes(plain(bare)))
        return bare[match.start() : match.end()] if match else None

    return read


_YEAR = r"[(〔\[【<]\s*(?:19|20)\d{2}\s*[)〕\]】>]"
_WORD = r"[\u4e00-\u9fa5A-Za-z]"
DEED = rf"(?:{_WORD}{{1,12}})?{_YEAR}{_WORD}{{1,20}}?(?:字)?第?[\dA-Za-z-]{{1,10}}号"
DOCUMENT = rf"(?:{_WORD}|[()]){{1,24}}?{_YEAR}(?:{_WORD}{{0,8}})第?[\dA-Za-z-]{{1,14}}号"
CASE = rf"{_YEAR}[\u4e00-\u9fa5\d()]{{2,20}}?字?第?\d{{1,8}}(?:-\d+)?号"

IDENTITY_NUMBER = Shape(_identity_number, strict=bool)
CREDIT_CODE = Shape(_credit_code, strict=bool)
TRADEMARK_NUMBER = Shape(_trademark_number, strict=bool)
PATENT_NUMBER = Shape(_patent_number, strict=bool)
WORK_NUMBER = Shape(
    _printed(r"[\u4e00-\u9fa5]{1,3}作登字-?\d{2,4}-?(?:\d{4}-)?(?:[A-Z]-?)?\d{4,9}|\d{4}[A-Z]\d{6,9}"), strict=bool
)
SOFTWARE_NUMBER = Shape(_printed(r"\d{4}SR[A-Z]?\d{5,8}"), strict=bool)
DEED_NUMBER = Shape(_printed(DEED), strict=bool)
CASE_NUMBER = Shape(_printed(CASE), strict=bool)


def _document_number(text: str) -> str | None:
    """A number with a year in brackets, else any sign with a digit in it, as printed."""
    found = _printed(rf"{DOCUMENT}|{CASE}")(text)
    if found:
        return re.sub(r"^[\u4e00-\u9fa5]*(?:编号|文号|案号)", "", found)
    return _printed(r"(?:[\u4e00-\u9fa5]{0,12}[第字])?[A-Za-z]{0,10}[-\d][\dA-Za-z\-/〔〕()]{3,28}号?")(text)


DOCUMENT_NUMBER = Shape(_document_number, strict=lambda value: "号" in value)


def _classes(text: str) -> str | None:
    """The numbers of Nice classes (1–45), joined with 、."""
    numbers = [int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", plain(text))]
    kept = list(dict.fromkeys(str(number) for number in numbers if 1 <= number <= 45))
    return "、".join(kept) or None


CLASSES = Shape(_classes, strict=bool)
