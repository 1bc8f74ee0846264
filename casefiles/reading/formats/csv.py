"""CSV: text whose every row has the same number of cells, parted by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator

from casefiles.model import Page
from casefiles.reading.clean import one_line
from casefiles.reading.formats import txt, xlsx
from casefiles.reading.signature import HEAD, Signature
from casefiles.reading.source import Source

RANK = 8
DELIMITERS = ",\t;"
ROWS = 20  # looked at to tell a table from prose
FEWEST = 2


def claims(sign: Signature) -> bool:
    if not txt.claims(sign):
        return False
    text = txt.decoded(sign.head, whole=sign.size <= HEAD) or ""
    return _delimiter(text) is not None


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """One page with one table."""
    text = txt.decoded(source.path.read_bytes(), whole=True) or source.path.read_bytes().decode("utf-8", "replace")
    rows = csv.reader(text.replace("\x00", "").splitlines(), delimiter=_delimiter(text) or ",")
    found = [tuple(one_line(cell) for cell in row) for row in itertools.islice(rows, source.limits.rows)]
    if next(rows, None) is not None:
        source.report("unreadable.too_large", page=1, detail=f"只读取前 {source.limits.rows} 行。")
    yield xlsx.page(1, found)
    source.step(1, 1)


def _delimiter(text: str) -> str | None:
    """The sign that parts every one of the first rows into the same number of cells, at least two rows of at least two."""
    sample = [line for line in text.splitlines()[:ROWS] if line.strip()]
    if len(sample) < FEWEST:
        return None
    for delimiter in DELIMITERS:
        counts = {len(row) for row in csv.reader(sample, delimiter=delimiter)}
        if len(counts) == 1 and counts.pop() >= FEWEST:
            return delimiter
    return None
