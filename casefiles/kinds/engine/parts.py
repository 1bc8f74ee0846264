"""A file that holds several documents, taken apart where a page begins with the title of another one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from casefiles.kinds.engine.fields import read_fields
from casefiles.kinds.engine.layout import Row, Sheet, sheet_of
from casefiles.kinds.engine.model import Kind
from casefiles.kinds.engine.pagination import count, goes_on, is_divider, running_heads
from casefiles.kinds.engine.recognise import recognise
from casefiles.kinds.engine.titles import title_lines, title_of
from casefiles.model import Page

_CERTAIN_TITLE, _LIKELY_TITLE = 9.0, 5.5
_CERTAIN_KIND, _BEYOND_DOUBT = 0.8, 0.97
_SURE_OF_A_CARD = 0.95
_LETTER_WITH_LIST = ("complaint_letter", "evidence_list")
_CARDS = frozenset({"id_card"})  # the side that names the card stands below the side with the name
_ABOVE = 4  # rows that may stand above a title: a number, a code, the head of a letter
_BEGINNING = 0.9  # the share a title keeps that begins with the first row
_NO_HEADING = re.compile(r"[。;,:]")
_LONGEST_ABOVE = 32


@dataclass(frozen=True, slots=True)
class _Heading:
    """The title at the head of a page with its weight, its kind, and the number of the paper it names (empty: none told)."""

    title: str
    kind: Kind | None = None
    number: str = ""
    weight: float = 0.0

    @property
    def code(self) -> str:
        return self.kind.code if self.kind else ""

    @property
    def bears_annexes(self) -> bool:
        return self.kind is not None and self.kind.bears_annexes

    @property
    def is_annexed(self) -> bool:
        return self.kind is not None and self.kind.is_annexed


def parts_of(pages: tuple[Page, ...], kinds: Iterable[Kind]) -> list[tuple[Page, ...]]:
    """``pages`` as consecutive documents. Cautious: a page that does not clearly begin another document stays where it is."""
    kinds = tuple(kinds)
    if len(pages) < 2:
        return [pages]
    heads = running_heads(pages)
    parts: list[list[Page]] = []
    before = _Heading("")
    for place, page in enumerate(pages, 1):
        follows_divider = bool(parts) and is_divider(parts[-1][-1])
        begun = None if parts and goes_on(page, place) else _heading(page, kinds, heads)
        if begun and (before.code, begun.code) == _LETTER_WITH_LIST and count(page)[0] == place:
            begun = None  # the list that a letter ends with, on its numbered pages
        if not parts or is_divider(page) or (not follows_divider and _begins(begun, before, first=len(parts) == 1)):
            parts.append([])
        if len(parts[-1]) == 0 or follows_divider:
            before = begun or _Heading(_named(sheet_of([page]), kinds)[0])
        elif begun and begun.code == before.code and not before.number:
            before = replace(before, number=begun.number)
        parts[-1].append(page)
    return [tuple(part) for part in parts]


def _begins(begun: _Heading | None, before: _Heading, *, first: bool) -> bool:
    """Whether ``begun`` is the heading of another document than that of ``before``; ``first``: the first one of its file."""
    if begun is None or not before.title:
        return False
    if begun.code == before.code and begun.number and before.number and begun.number != before.number:
        return True
    if begun.title in before.title or before.title in begun.title:
        return False
    if first and before.bears_annexes and begun.is_annexed:
        return False  # a deed or an opinion with what is bound to it
    if begun.code == before.code:
        return begun.weight >= _CERTAIN_TITLE and not begun.bears_annexes
    return True


def _heading(page: Page, kinds: tuple[Kind, ...], heads: frozenset[str]) -> _Heading | None:
    """What the page calls itself, where that is beyond doubt; ``heads`` are printed at the head of other pages too."""
    sheet = sheet_of([page])
    found = recognise(sheet, kinds)
    kind = found.kind
    if kind is None or found.confidence < _CERTAIN_KIND or is_divider(page):
        return None
    if kind.code in _CARDS and found.confidence >= _SURE_OF_A_CARD:
        return _Heading(_named(sheet, (kind,))[0] or kind.zh, kind, weight=_CERTAIN_TITLE)
    least = _LIKELY_TITLE if found.confidence >= _BEYOND_DOUBT else _CERTAIN_TITLE
    title, weight = max((_title_at_head(one, kind, least) for one in (sheet, _without(heads, sheet))), key=lambda one: one[1])
    return _Heading(title, kind, _number(sheet, kind), weight) if title else None


def _title_at_head(sheet: Sheet, kind: Kind, least: float) -> tuple[str, float]:
    for above in range(min(_ABOVE, len(sheet.rows))):
        title, weight = _named(Sheet(sheet.rows[above : above + 2]), (kind,), _BEGINNING)
        if weight >= least:
            return title, weight
        if not _stands_above(sheet.rows[above]):
            break
    return "", 0.0


def _stands_above(row: Row) -> bool:
    return len(row.bare) <= _LONGEST_ABOVE and not _NO_HEADING.search(row.bare)


def _number(sheet: Sheet, kind: Kind) -> str:
    fact = read_fields(kind, sheet).get(kind.told_apart_by) if kind.told_apart_by else None
    return fact.value if fact else ""


def _without(heads: frozenset[str], sheet: Sheet) -> Sheet:
    return Sheet(tuple(row for row in sheet.rows if row.printed.strip() not in heads))


def _named(sheet: Sheet, kinds: tuple[Kind, ...], least: float = 0.0) -> tuple[str, float]:
    """The title of ``sheet`` with its weight, among the lines that keep at ``least`` that share of theirs."""
    return title_of([line for line in title_lines(sheet) if line[1] > least], kinds) or ("", 0.0)
