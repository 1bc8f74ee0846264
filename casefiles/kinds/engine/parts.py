"""A file that holds several documents, taken apart where a page begins with the title of another one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from casefiles.kinds.engine.fields import read_fields
from casefiles.kinds.engine.layout import Row, Sheet, sheet_of
from casefiles.kinds.engine.model import Kind
from casefiles.kinds.engine.pagination import goes_on, running_heads
from casefiles.kinds.engine.recognise import recognise
from casefiles.kinds.engine.titles import title_lines, title_of
from casefiles.model import Page

_CERTAIN_TITLE = 9.0
_CERTAIN_KIND = 0.8
_SURE_OF_A_CARD = 0.95
_CARDS = frozenset({"id_card"})  # the side that names the card stands below the side with the name
_ABOVE = 4  # rows that may stand above a title: a number, a code, the head of a letter
_NO_HEADING = re.compile(r"[。;,:]")
_LONGEST_ABOVE = 24
_NUMBERS = {  # papers of one page of which a file may hold several, and the number or name that tells them apart
    "trademark_certificate": "registration_no",
    "trademark_renewal": "registration_no",
    "patent_certificate": "patent_no",
    "copyright_certificate": "registration_no",
    "software_certificate": "registration_no",
    "business_license": "uscc",
    "lawyer_credentials": "name",
    "power_of_attorney": "principal",
    "legal_rep_certificate": "name",
}


@dataclass(frozen=True, slots=True)
class _Heading:
    """The title at the head of a page, and the number of the paper it names (empty: none told)."""

    title: str
    number: str = ""


def parts_of(pages: tuple[Page, ...], kinds: Iterable[Kind]) -> list[tuple[Page, ...]]:
    """``pages`` as consecutive documents. Cautious: a page that does not clearly begin another document stays where it is."""
    kinds = tuple(kinds)
    if len(pages) < 2:
        return [pages]
    heads = running_heads(pages)
    parts: list[list[Page]] = []
    before = _Heading("")
    for place, page in enumerate(pages, 1):
        sheet = sheet_of([page])
        begun = None if parts and goes_on(page, place) else _heading(sheet, kinds, heads)
        if not parts or (begun is not None and before.title and _is_another(begun, before)):
            parts.append([])
            before = begun or _Heading(_named(sheet, kinds)[0])
        parts[-1].append(page)
    return [tuple(part) for part in parts]


def _is_another(begun: _Heading, before: _Heading) -> bool:
    if begun.title != before.title:
        return True
    return bool(begun.number and before.number and begun.number != before.number)


def _heading(sheet: Sheet, kinds: tuple[Kind, ...], heads: frozenset[str]) -> _Heading | None:
    """What the page calls itself, where that is beyond doubt; ``heads`` are printed at the head of other pages too."""
    found = recognise(sheet, kinds)
    kind = found.kind
    if kind is None or found.confidence < _CERTAIN_KIND:
        return None
    if kind.code in _CARDS and found.confidence >= _SURE_OF_A_CARD:
        return _Heading(_named(sheet, (kind,))[0] or kind.zh)
    title = _title_at_head(sheet, kind) or _title_at_head(_without(heads, sheet), kind)
    return _Heading(title, _number(sheet, kind)) if title else None


def _title_at_head(sheet: Sheet, kind: Kind) -> str:
    for above in range(min(_ABOVE, len(sheet.rows))):
        title, weight = _named(Sheet(sheet.rows[above : above + 3]), (kind,))
        if weight >= _CERTAIN_TITLE:
            return title
        if not _stands_above(sheet.rows[above]):
            break
    return ""


def _stands_above(row: Row) -> bool:
    return len(row.bare) <= _LONGEST_ABOVE and not _NO_HEADING.search(row.bare)


def _number(sheet: Sheet, kind: Kind) -> str:
    fact = read_fields(kind, sheet).get(_NUMBERS[kind.code]) if kind.code in _NUMBERS else None
    return fact.value if fact else ""


def _without(heads: frozenset[str], sheet: Sheet) -> Sheet:
    return Sheet(tuple(row for row in sheet.rows if row.printed.strip() not in heads))


def _named(sheet: Sheet, kinds: tuple[Kind, ...]) -> tuple[str, float]:
    return title_of(title_lines(sheet), kinds) or ("", 0.0)
