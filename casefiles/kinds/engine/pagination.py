"""How the pages of a file count themselves, and what is printed at the head of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from casefiles.model import Page

_PAGE_MARK = re.compile(
    r"第\s*(\d{1,3})\s*页(?:[\s,，/／]*共\s*(\d{1,3})\s*页)?|^\s*[-–—]?\s*(\d{1,3})\s*[/／]\s*(\d{1,3})\s*[-–—]?\s*$"
)
_GOES_ON = re.compile(r"第[二三四五六七八九十]+页|[(（]?续(?:上页|表)")
_DIVIDER = re.compile(
    r"(?:证据|附件|材料|资料|卷)(?:材料)?[(（]?(?:第?[一二三四五六七八九十\d]{1,3}[组部分册]{0,2}|[A-Z])[)）]?[:：、.]?|"
    r"第[一二三四五六七八九十\d]{1,3}(?:组|部分|册|卷)(?:证据|材料)?[:：]?|(?:证据|材料)?分隔页"
)
_SHOWS = re.compile(r"照片|截图|图片|实物")
_MOST_ROWS, _MOST_SIGNS = 4, 60  # of a divider
_EDGE = 2  # lines at head and foot of a page among which its number stands


def count(page: Page) -> tuple[int | None, int | None]:
    """The number a page bears and how many pages there are, as far as it says so."""
    for text in _edges(page):
        if found := _PAGE_MARK.search(text):
            number, whole = found[1] or found[3], found[2] or found[4]
            return int(number), int(whole) if whole else None
    return None, None


def goes_on(page: Page, place: int) -> bool:
    """Whether ``page`` says that it continues another one.

    A number that is only the page's ``place`` in its file says nothing: whoever binds papers together numbers them through.
    """
    number, _ = count(page)
    return (number is not None and number > 1 and number != place) or any(_GOES_ON.search(text) for text in _edges(page))


def running_heads(pages: Iterable[Page]) -> frozenset[str]:
    """The lines that stand among the first of more than one page: the head of a form or a firm, no title."""
    heads = Counter(text for page in pages for text in {line.text.strip() for line in page.lines[:_EDGE]})
    return frozenset(text for text, times in heads.items() if times > 1 and text)


def is_divider(page: Page) -> bool:
    """Whether the page only announces what follows: 证据三 授权委托书. What it names need not be there."""
    rows = ["".join(line.text.split()) for line in page.lines if line.text.strip() and not _PAGE_MARK.search(line.text)]
    if not 1 <= len(rows) <= _MOST_ROWS or sum(map(len, rows)) > _MOST_SIGNS or page.pictures:
        return False
    return any(map(_DIVIDER.match, rows[:_EDGE])) and not any(_SHOWS.search(row) or "。" in row for row in rows)


def without_dividers(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages that say something themselves; all of them where none does."""
    pages = tuple(pages)
    return tuple(page for page in pages if not is_divider(page)) or pages


def _edges(page: Page) -> list[str]:
    lines = [line.text for line in page.lines]
    return [*lines[:_EDGE], *lines[-_EDGE:]]
