"""A file that holds several documents, taken apart where a page begins with the title of another one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casefiles.kinds.engine.layout import Sheet, sheet_of
from casefiles.kinds.engine.model import Kind
from casefiles.kinds.engine.recognise import recognise
from casefiles.kinds.engine.titles import title_lines, title_of
from casefiles.model import Page

_CERTAIN_TITLE = 9.0
_CERTAIN_KIND = 0.8
_SURE_OF_A_CARD = 0.95
_CARDS = frozenset({"id_card"})  # the side that names the card stands below the side with the name
_LATER_PAGE = re.compile(r"第(?:[2-9]|[1-9]\d+|[二三四五六七八九十]+)页|(?<!\d)(?:[2-9]|[1-9]\d+)/\d+(?!\d)|续(?:上页|表)")


def parts_of(pages: tuple[Page, ...], kinds: Iterable[Kind]) -> list[tuple[Page, ...]]:
    """``pages`` as consecutive documents. Cautious: a page that does not clearly begin another document stays where it is."""
    kinds = tuple(kinds)
    if len(pages) < 2:
        return [pages]
    parts: list[list[Page]] = []
    title = ""
    for page in pages:
        begun = _begins(sheet_of([page]), kinds, title) if parts else None
        if not parts or begun is not None:
            parts.append([])
            title = begun or _title(sheet_of([page]), kinds)[0]
        parts[-1].append(page)
    return [tuple(part) for part in parts]


def _begins(sheet: Sheet, kinds: tuple[Kind, ...], before: str) -> str | None:
    """The title with which the page clearly begins another document than that titled ``before``, or None."""
    if not before:
        return None
    title, weight = _title(Sheet(sheet.rows[:3]), kinds)
    found = recognise(sheet, kinds)
    if found.kind and found.kind.code in _CARDS and found.confidence >= _SURE_OF_A_CARD:
        title, weight = _title(sheet, (found.kind,))[0] or found.kind.zh, _CERTAIN_TITLE
    if weight < _CERTAIN_TITLE or title == before or _LATER_PAGE.search(sheet.flow.text):
        return None
    return title if found.confidence >= _CERTAIN_KIND else None


def _title(sheet: Sheet, kinds: tuple[Kind, ...]) -> tuple[str, float]:
    return title_of(title_lines(sheet), kinds) or ("", 0.0)
