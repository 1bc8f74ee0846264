"""HTML: pages saved from a browser, and the tables that platforms export under the name of a workbook (.xls)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.model import Page
from casefiles.reading import hypertext
from casefiles.reading.formats import txt, xlsx
from casefiles.reading.signature import HEAD, Signature
from casefiles.reading.source import Source

# What stands before the first tag is passed over once and for all: comments can be parted in countless ways.
_BEGINNING = re.compile(r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|table|meta\s)")


def claims(sign: Signature) -> bool:
    if sign.is_zip or sign.is_ole or b"<" not in sign.head[:1024]:
        return False
    return _BEGINNING.match(txt.decoded(sign.head, whole=sign.size <= HEAD) or "") is not None


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """One page: the rows of a file that is one table as a table, anything else as plain lines."""
    data = source.path.read_bytes()
    text = txt.decoded(data, whole=True) or data.decode("utf-8", "replace")
    rows = hypertext.rows(text)
    yield xlsx.page(1, rows[: source.limits.rows]) if rows else txt.page(1, hypertext.plain(text))
    source.step(1, 1)
