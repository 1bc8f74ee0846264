"""Plain text in UTF-8, UTF-16 or GB18030. Claims whatever decodes, so it is asked last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.model import Line, Page
from casefiles.reading.clean import one_line
from casefiles.reading.signature import HEAD, Signature
from casefiles.reading.source import Source

RANK = 9
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
USUAL = re.compile("[\t\n\r -~\u2000-\u206f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
BROKEN = 0.02  # of a text's characters
MOSTLY, FEW = 0.01, 3  # control characters: text that was cut or pasted may hold a few, a binary file holds many


def claims(sign: Signature) -> bool:
    if sign.is_zip or sign.is_ole:
        return False
    text = decoded(sign.head, whole=sign.size <= HEAD)
    return text is not None and len(CONTROL.findall(text)) <= max(FEW, MOSTLY * len(text))


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """A page for each form feed. The whole file is decoded as its beginning was."""
    text = decoded(source.path.read_bytes(), whole=True) or source.path.read_bytes().decode("utf-8", "replace")
    parts = text.split("\f")[: source.allowed(text.count("\f") + 1)]
    for number, part in enumerate(parts, 1):
        yield page(number, part)
        source.step(number, len(parts))


def page(number: int, text: str) -> Page:
    """The lines of ``text`` that say something."""
    found = tuple(Line(line) for raw in text.splitlines() if (line := one_line(raw)))
    return Page(number, found, source="text" if found else "none", pictures=0)


def decoded(data: bytes, *, whole: bool) -> str | None:
    """``data`` as text, or None where it is none.

    ``whole`` is false for the beginning of a file, which may end within a character.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace").removesuffix("\ufffd")
    if (wide := _wide(data)) is not None:
        return wide
    for encoding in ("utf-8", "gb18030"):
        for cut in range(1 if whole else 4):
            try:
                return data[: len(data) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
    return _mended(data)


def _mended(data: bytes) -> str | None:
    """Text with a few broken bytes, as mailers and old programs leave it; each shows as a replacement character."""
    text = min((data.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")), key=lambda text: text.count("\ufffd"))
    return text if text.count("\ufffd") <= BROKEN * len(text) else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: blanks and digits show as zero bytes on one side, and what comes out is what people write."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) <= 4 * min(even, odd):
        return None
    text = data.decode("utf-16-le" if odd > even else "utf-16-be", "replace").removesuffix("\ufffd")
    return text if len(USUAL.findall(text)) >= 0.95 * len(text) else None
