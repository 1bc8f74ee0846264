"""An evidence list as entries: the papers it names, each with the kind of document its name is the title of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casefiles.kinds import all_kinds
from casefiles.kinds.engine.titles import title_of
from casefiles.model import Material
from casefiles.values.characters import plain

SURE = 8.0
"""How much a title must weigh before its kind is taken for sure; weaker ones are shared by several kinds."""
LONGEST = 300
"""A longer line is no entry of a list."""

_NUMBERED = re.compile(
    r"^\s*(?:(?:证据|材料|附件)?\s*[\d一二三四五六七八九十]{1,3}\s*[.、．)）:：]|[（(]\s*[\d一二三四五六七八九十]{1,3}\s*[)）])\s*(.+)$"
)
_COUNT = re.compile(r"\s*(?:共|各)?\s*[\d一二三四五六七八九十]{1,3}\s*(?:份|页|张|本|册|件|套)\s*$")
_FORM = re.compile(
    r"(?:的)?(?:复\s*印\s*件|原\s*件|扫\s*描\s*件|影\s*印\s*件|副\s*本|打印件|电子版|照片)$|[（(][^（()）]*[)）]$|[，,。;；].*$|[\s《》“”\"]"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list. ``kind`` is None where the name tells no kind for sure."""

    name: str
    kind: str | None


def entries_of(listing: Material) -> tuple[Entry, ...]:
    """The papers ``listing`` names, in its order."""
    lines = [line.text for page in listing.reading.pages for line in page.lines]
    return tuple(Entry(name, kind_of(name)) for name in dict.fromkeys(_names(lines)))


def kind_of(name: str) -> str | None:
    """The kind whose title ``name`` certainly is."""
    kinds = all_kinds()
    found = max(((title_of([(name, 1.0)], [kind]) or ("", 0.0))[1], -kind.place, kind.code) for kind in kinds)
    return found[2] if found[0] >= SURE else None


def _names(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if len(line) > LONGEST:
            continue
        numbered = _NUMBERED.match(plain(line))
        cells = [cell.strip() for cell in plain(line).split("\t")]
        if len(cells) > 1 and re.fullmatch(r"\d{1,3}", cells[0]):
            yield _bare(cells[1])
        elif numbered and len(cells) == 1:
            yield _bare(_COUNT.sub("", numbered[1]))


def _bare(name: str) -> str:
    before = None
    while before != name:
        before, name = name, _FORM.sub("", _COUNT.sub("", name)).strip()
    return name
