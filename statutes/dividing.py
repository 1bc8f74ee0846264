"""The words of an article divided as Chinese statutes are printed: 款, the 项 under them, the 目 under those.

Every line begins a 款, unless it begins with （一）, （二） …: it is then a 项 of the 款 before it. A line that begins with
1. 2. … under a 项 is a 目 of that 项. The number of a 项 or 目 is the one printed, not its turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from statutes.model import Citation, Piece
from statutes.numerals import parse_number

_ITEM = re.compile(r"[（(](?P<number>[一二三四五六七八九十百]{1,5})[）)]")
_SUBITEM = re.compile(r"(?P<number>\d{1,2})[.．、](?!\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line and where it stands: ``item`` is None in the opening of a 款, ``subitem`` in that of a 项."""

    text: str
    paragraph: int
    item: int | None = None
    subitem: int | None = None


def divide(text: str) -> tuple[Line, ...]:
    """Every line of an article's text with its place; empty lines and white space around a line are left out."""
    lines: list[Line] = []
    for words in filter(None, map(str.strip, text.splitlines())):
        lines.append(_placed(words, lines[-1] if lines else None))
    return tuple(lines)


def meant(lines: Sequence[Line], citation: Citation) -> tuple[Line, ...]:
    """The lines ``citation`` means: a 款 with its 项, a 项 with its 目, or one 目.

    None where it names no part, or where no part or more than one answers to it: a 项 without its 款 is clear only
    if a single 款 has such a 项.
    """
    if not citation.part:
        return ()
    wanted = (citation.paragraph, citation.item, citation.subitem)
    found = tuple(line for line in lines if _answers(line, wanted))
    return found if len({line.paragraph for line in found}) == 1 else ()


def cut(text: str, citation: Citation) -> Piece | None:
    """Just the part of ``text`` that ``citation`` names, with the words it hangs on; None where there is no one such part."""
    lines = divide(text)
    found = meant(lines, citation)
    if not found:
        return None
    lead = (line for line in lines[: lines.index(found[0])] if _opens(line, found[0]))
    return Piece("\n".join(line.text for line in found), "\n".join(line.text for line in lead))


def _placed(words: str, before: Line | None) -> Line:
    if before is None:
        before = Line("", 0)
    if mark := _ITEM.match(words):
        return Line(words, before.paragraph or 1, parse_number(mark["number"]))
    if before.item and (mark := _SUBITEM.match(words)):
        return Line(words, before.paragraph, before.item, int(mark["number"]))
    return Line(words, before.paragraph + 1)


def _answers(line: Line, wanted: tuple[int | None, ...]) -> bool:
    place = (line.paragraph, line.item, line.subitem)
    return all(asked in (None, there) for asked, there in zip(wanted, place, strict=True))


def _opens(line: Line, piece: Line) -> bool:
    """Whether ``piece`` hangs on ``line``: the opening of its 款, and for a 目 that of its 项 too."""
    if line.paragraph != piece.paragraph or line.subitem or piece.item is None:
        return False
    return line.item is None or (piece.subitem is not None and line.item == piece.item)
