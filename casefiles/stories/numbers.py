"""Registration numbers of rights, wherever a document mentions them."""

from __future__ import annotations

import re

from casefiles.model import Evidence
from casefiles.stories.passages import Passage

TRADEMARK = re.compile(r"第\s*(?P<number>G?\d{5,9}[A-Z]?)\s*号(?!鉴|公证|判)")
TRADEMARK_LABELLED = re.compile(
    r"(?:商标)?(?:注册证?号|注册号码?|商标号|证书号)(?:为|：|\s)*第?\s*(?P<number>G?\d{5,9}[A-Z]?)(?:\s*号)?"
)
PATENT = re.compile(r"(?P<number>ZL\s?\d{8,12}(?:\.[\dX])?)", re.IGNORECASE)
SOFTWARE = re.compile(r"(?P<number>\d{4}SR\d{6,7})")
SERIAL = re.compile(r"(?P<number>软著登字第\d{4,8}号)")
WORK = re.compile(r"(?P<number>(?:国|[\u4e00-\u9fff])作登字-?\d{2,4}-[A-Z0-9-]{5,24})")
NEAR = re.compile(r"商标|注册证|国际分类|核定")


def find_numbers(passages: tuple[Passage, ...]) -> tuple[tuple[str, Evidence], ...]:
    """(number, place) pairs: marks by their digits with a leading or trailing letter, other numbers as printed without spaces."""
    found: dict[tuple[str, str], tuple[str, Evidence]] = {}
    for passage in passages:
        for number, start, end in _mentioned(passage.text):
            evidence = passage.evidence(start, end)
            found.setdefault((number, evidence.file), (number, evidence))
    return tuple(found.values())


def _mentioned(text: str) -> list[tuple[str, int, int]]:
    hits = [match for pattern in (PATENT, SOFTWARE, SERIAL, WORK) for match in pattern.finditer(text)]
    hits += TRADEMARK_LABELLED.finditer(text)
    hits += [match for match in TRADEMARK.finditer(text) if NEAR.search(text[max(match.start() - 30, 0) : match.end() + 30])]
    return [(re.sub(r"\s", "", match["number"]).upper(), match.start("number"), match.end("number")) for match in hits]
