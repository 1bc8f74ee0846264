"""What a document is made of here: a string is a paragraph, a list of rows is a table, ``PAGE_BREAK`` begins a new page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import ImageFont

Block = str | Sequence[Sequence[str]]
PAGE_BREAK = "\f"
COLUMN = "\t"  # in a paragraph: what follows stands in the next column
LETTER: tuple[Block, ...] = ("刑事控告书", "控告人:蜀光电子有限公司", "被控告人:王某", "2026年10月20日")
CJK_FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
SIMPLIFIED = 2  # the face of the collection with the simplified forms


def font(size: int) -> ImageFont.FreeTypeFont:
    """The CJK font of Debian's fonts-noto-cjk. Raises RuntimeError with what to install where it is missing."""
    if not CJK_FONT.exists():
        raise RuntimeError(f"{CJK_FONT} is missing: apt-get install fonts-noto-cjk (make setup does it)")
    return ImageFont.truetype(str(CJK_FONT), size, index=SIMPLIFIED)


def wrapped(text: str, width: int) -> Iterator[str]:
    """``text`` in lines as wide as ``width`` Chinese characters; others are half as wide."""
    line, room = "", 2 * width
    for sign in text:
        needed = 1 if sign.isascii() else 2
        if needed > room:
            yield line
            line, room = "", 2 * width
        line, room = line + sign, room - needed
    yield line
