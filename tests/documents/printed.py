"""PDF with a text layer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from tests.documents.blocks import COLUMN, LETTER, PAGE_BREAK, Block, wrapped
from tests.documents.drawn import seal_png

LEFT, TOP, BOTTOM, LEADING, SIZE, WIDE, HALF = 72, 780, 60, 24, 12, 38, 240


def text_pdf(blocks: Sequence[Block] = LETTER, *, password: str = "", seal: bool = False) -> bytes:
    """A PDF with printed Chinese text (A4, 12 pt, from x = 72 pt; the first line at y = 780 pt). ``password`` encrypts it."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    encryption = StandardEncryption(password, strength=128) if password else None
    sheet = _PdfSheet(Canvas(buffer, pagesize=(595.28, 841.89), invariant=1, encrypt=encryption))
    for block in blocks:
        sheet.add(block)
    if seal:
        sheet.stamp()
    sheet.canvas.save()
    return buffer.getvalue()


class _PdfSheet:
    def __init__(self, canvas: Any) -> None:
        self.canvas: Any = canvas
        self._new()

    def _new(self) -> None:
        self.y = float(TOP)
        self.canvas.setFont("STSong-Light", SIZE)

    def add(self, block: Block) -> None:
        if block == PAGE_BREAK:
            self._turn()
        elif isinstance(block, str):
            for line in [block] if COLUMN in block else wrapped(block, WIDE):
                self._room(LEADING)
                for column, text in enumerate(line.split(COLUMN)):
                    self.canvas.drawString(LEFT + column * HALF, self.y, text)
                self.y -= LEADING
        else:
            self._table(block)

    def _turn(self) -> None:
        self.canvas.showPage()
        self._new()

    def _room(self, height: float) -> None:
        if self.y - height < BOTTOM:
            self._turn()

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        columns = max(map(len, rows))
        width = 450 / columns
        for row in rows:
            texts = [list(wrapped(text, max(1, int(width / SIZE) - 1))) for text in row]
            height = LEADING * 0.75 * max(map(len, texts)) + 6
            self._room(height)
            for column, lines in enumerate(texts):
                self.canvas.rect(LEFT + column * width, self.y - height + 16, width, height)
                for number, line in enumerate(lines):
                    self.canvas.drawString(LEFT + column * width + 4, self.y - number * LEADING * 0.75, line)
            self.y -= height
        self.y -= LEADING / 2

    def stamp(self) -> None:
        from reportlab.lib.utils import ImageReader

        self.canvas.drawImage(ImageReader(io.BytesIO(seal_png())), 350, 120, 113, 113, mask="auto")
