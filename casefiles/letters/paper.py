"""A sheet of A4 in Chinese typography: title, paragraphs, tables, and the font set for East Asian text too."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

LATIN, EAST_ASIAN = "Times New Roman", "宋体"
HEADING_FONT = "黑体"
MARGIN = Cm(2.5)
MADE_ON = datetime(2000, 1, 1, tzinfo=UTC)  # so that the same letter always gives the same document properties


class Paper:
    """Collects a letter from top to bottom; ``to_bytes`` gives the .docx file."""

    def __init__(self, title: str, *, note: str = "") -> None:
        self._document = Document()
        self._lay_out()
        properties = self._document.core_properties
        properties.title, properties.author, properties.created, properties.modified = title, "", MADE_ON, MADE_ON
        self._heading(title)
        if note:
            self.paragraph(note, centred=True, size=10.5)

    def paragraph(self, text: str, *, centred: bool = False, bold: bool = False, size: float = 12) -> None:
        """One paragraph; the first line is indented by two characters unless it is centred."""
        paragraph = self._document.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            paragraph.paragraph_format.first_line_indent = Pt(size * 2)
        paragraph.paragraph_format.space_after = Pt(4)
        _style(paragraph.add_run(text), size=size, bold=bold)

    def section(self, text: str) -> None:
        """A heading inside the letter."""
        _style(self._document.add_paragraph().add_run(text), size=13, bold=True, font=HEADING_FONT)

    def items(self, texts: Iterable[str]) -> None:
        """Numbered items, one paragraph each."""
        for number, text in enumerate(texts, 1):
            self.paragraph(f"{number}. {text}")

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], *, size: float = 9) -> None:
        """A ruled table with a heading row."""
        table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, heads, strict=True):
            _style(cell.paragraphs[0].add_run(text), size=size, bold=True)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                _style(cell.paragraphs[0].add_run(text), size=size)
        self._document.add_paragraph()

    def to_bytes(self) -> bytes:
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _heading(self, text: str) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _style(paragraph.add_run(text), size=18, bold=True, font=HEADING_FONT)

    def _lay_out(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
        normal = self._document.styles["Normal"]
        normal.font.name = LATIN
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), EAST_ASIAN)


def _style(run: Any, *, size: float, bold: bool = False, font: str = EAST_ASIAN) -> None:
    """Without ``w:eastAsia`` Word shows Chinese in whatever font it likes."""
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, LATIN
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
