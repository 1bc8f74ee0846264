"""The names by which instruments are cited: full titles, short names, document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from statutes.folding import fold_name
from statutes.model import Instrument

_NUMBERED = re.compile(r"\(([一二三四五六七八九十]+)\)$")
_STATE = "中华人民共和国"
_LONGEST_NAME = 80
_VERSION_SUFFIX = re.compile(r"\((?:19|20)\d{2}年?(?:修正|修订|修改)?(?:文本)?\)$")
_YEAR_AFTER = re.compile(r"》?\(?(?P<year>(?:19|20)\d{2})年?(?:修正|修订|修改|版)?\)?》?(?:之|的)?(?:规定)?(?:中)?$")
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d{2})年?(?:修正|修订|版)?的?《?$")
_NUMBER_BEFORE = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,5})[(]?(?P<year>(?:19|20)\d{2})[)]?年?第?(?P<number>\d{1,4})号[》)]?$")
_QUOTED = re.compile(r"《(?P<name>[^《》]{2,60})》?$")
_LOOKS_LIKE_LAW = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,25}?(?:法典|法|条例|规定|办法|解释|规则|细则|意见))$")
_POINTS_BACK = re.compile(r"(?:同|该|本|前述|上述|此)(?:法|条例|规定|办法|解释|规则|细则|意见)$")
_LEADING_WORDS = re.compile(r"^.*(?:根据|依据|依照|按照|违反|适用|参照|符合|以及|和|与|及|对|在|按)(?=.{2})")


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name that ends where an article number begins. ``start`` is its place in the folded text."""

    start: int
    written: str
    code: str
    year: int | None = None


def plain_title(title: str) -> str:
    """The title as compared between sources: folded, without 中华人民共和国 and without （2019修正）."""
    return _VERSION_SUFFIX.sub("", fold_name(title)).replace(_STATE, "").replace("、", "")


class Names:
    """Every name we know, folded, with the code of its instrument. The first to claim a name keeps it."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._codes: dict[str, str] = {}
        for instrument in instruments:
            for name in map(fold_name, _names_of(instrument)):
                self._codes.setdefault(name, instrument.code)
                self._codes.setdefault(_NUMBERED.sub(r"\1", name), instrument.code)  # 刑法修正案十一
        self._endings = {name[-2:] for name in self._codes}

    def code(self, name: str) -> str:
        """The instrument a whole name means, or an empty text."""
        folded = fold_name(name)
        return self._codes.get(folded) or self._codes.get(_canonical_number(folded), "")

    def before(self, text: str, end: int) -> NameFound | None:
        """The name that ends at ``end`` of a folded text, with a year before or after it if one is written."""
        head = text[max(0, end - _LONGEST_NAME - 20) : end]
        offset = end - len(head)
        found = self._by_document_number(head, offset) or self._with_year(head, offset) or self._known(head, offset)
        return found or _unknown(head, offset)

    def _by_document_number(self, head: str, offset: int) -> NameFound | None:
        match = _NUMBER_BEFORE.search(head) if "号" in head[-3:] else None
        if not match:
            return None
        for skip in range(len(match["who"]) - 1):
            code = self._codes.get(f"{match['who'][skip:]}({match['year']}){match['number']}号", "")
            if code:
                start = match.start() + skip
                return self._titled(head, start, offset, code) or NameFound(offset + start, head[start:].rstrip(")"), code)
        return NameFound(offset + match.start(), match.group(), "")

    def _titled(self, head: str, start: int, offset: int, code: str) -> NameFound | None:
        """《…的解释》（法释〔2025〕5号）: the title and the number in brackets are one name."""
        title = self._known(head[: start - 1], offset) if start and head[start - 1] == "(" else None
        return title if title and title.code == code else None

    def _with_year(self, head: str, offset: int) -> NameFound | None:
        match = _YEAR_AFTER.search(head)
        known = self._known(head[: match.start()], offset) if match else None
        if not match or not known:
            return None
        return NameFound(known.start, known.written, known.code, int(match["year"]))

    def _known(self, head: str, offset: int) -> NameFound | None:
        end = len(head.rstrip("》"))
        if head[:end].replace("》", "").replace("《", "")[-2:] not in self._endings:
            return None  # most numbers follow no name at all: this saves trying every beginning
        for start in range(max(0, end - _LONGEST_NAME), end - 1):
            code = self._codes.get(head[start:end].lstrip("《").replace("》", "").replace("《", ""))
            if code:
                year = _YEAR_BEFORE.search(head[:start])
                first = year.start() if year else start
                return NameFound(offset + first, head[start:end], code, int(year["year"]) if year else None)
        return None


def _unknown(head: str, offset: int) -> NameFound | None:
    """A name that is plainly meant to be a law although we do not know it, so that it can be reported."""
    quoted = _QUOTED.search(head)
    if quoted:
        return NameFound(offset + quoted.start(), quoted["name"], "")
    match = _LOOKS_LIKE_LAW.search(head)
    if not match:
        return None
    name = _LEADING_WORDS.sub("", match["name"])
    if len(name) < 3 or _POINTS_BACK.search(name):
        return None
    return NameFound(offset + match.end() - len(name), name, "")


def _names_of(instrument: Instrument) -> Iterable[str]:
    yield instrument.title
    yield instrument.title.replace(_STATE, "")
    yield plain_title(instrument.title)
    yield from instrument.short_names
    if instrument.document_number:
        yield instrument.document_number
        yield _canonical_number(fold_name(instrument.document_number))


def _canonical_number(folded: str) -> str:
    match = _NUMBER_BEFORE.search(folded)
    return f"{match['who']}({match['year']}){match['number']}号" if match else folded
