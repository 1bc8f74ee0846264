"""A paper as a Word document: A4, Chinese typography, the fonts set for East Asian text too."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from casefiles.letters.paper import Item, Paper, Paragraph, Section, Table

LATIN, EAST_ASIAN, HEADING_FONT = "Times New Roman", "宋体", "黑体"
MARGIN, TEXT_WIDTH = Cm(2.5), 16.0
MADE_ON = datetime(2000, 1, 1, tzinfo=UTC)  # so that the same paper always gives the same document properties
ALIGN = {
    "indent": WD_ALIGN_PARAGRAPH.LEFT,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def as_docx(paper: Paper) -> bytes:
    """The bytes of the .docx; the same paper gives the same text and properties."""
    document = Document()
    _lay_out(document, paper)
    _paragraph(document, Paragraph(paper.title, "centre", bold=True, size=18), HEADING_FONT)
    if paper.note:
        _paragraph(document, Paragraph(paper.note, "centre", size=10.5))
    for block in paper.blocks:
        _MAKERS[type(block)](document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _lay_out(document: Any, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.created, properties.modified = paper.title, "", MADE_ON, MADE_ON
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    normal = document.styles["Normal"]
    normal.font.name = LATIN
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), EAST_ASIAN)
    if paper.mark:
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _style(head.add_run(paper.mark), size=9)
    _number_pages(section.footer.paragraphs[0])


def _number_pages(foot: Any) -> None:
    """The page number, as a field that Word fills in."""
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = foot.add_run()
    _style(run, size=9)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._element.append(part)


def _paragraph(document: Any, block: Paragraph, font: str = EAST_ASIAN) -> None:
    made = document.add_paragraph()
    made.alignment = ALIGN[block.align]
    made.paragraph_format.space_after = Pt(4)
    if block.align == "indent":
        made.paragraph_format.first_line_indent = Pt(block.size * 2)
    _style(made.add_run(block.text), size=block.size, bold=block.bold, font=font)


def _section(document: Any, block: Section) -> None:
    made = document.add_paragraph()
    made.paragraph_format.space_before, made.paragraph_format.keep_with_next = Pt(8), True
    _style(made.add_run(block.text), size=13, bold=True, font=HEADING_FONT)


def _item(document: Any, block: Item) -> None:
    head = document.add_paragraph()
    head.paragraph_format.space_after, head.paragraph_format.keep_with_next = Pt(2), bool(block.lines)
    _style(head.add_run(f"{block.number}. {block.head}"), size=12, bold=bool(block.lines))
    for place, line in enumerate(block.lines, 1):
        made = document.add_paragraph()
        made.paragraph_format.left_indent, made.paragraph_format.space_after = Pt(20), Pt(2)
        made.paragraph_format.keep_together, made.paragraph_format.keep_with_next = True, place < len(block.lines)
        _style(made.add_run(line), size=11)


def _table(document: Any, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    table.autofit = False
    widths = [Cm(TEXT_WIDTH * width / sum(block.widths)) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    rows = [(table.rows[0], block.heads, True), *((table.add_row(), row, False) for row in block.rows)]
    for row, texts, bold in rows:
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            _style(cell.paragraphs[0].add_run(text), size=block.size, bold=bold)
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    document.add_paragraph()


_MAKERS: Mapping[type, Callable[[Any, Any], None]] = {
    Paragraph: _paragraph,
    Section: _section,
    Item: _item,
    Table: _table,
}


def _style(run: Any, *, size: float, bold: bool = False, font: str = EAST_ASIAN) -> None:
    """Without ``w:eastAsia`` Word shows Chinese in whatever font it likes."""
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, LATIN
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
