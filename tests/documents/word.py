"""Word documents."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from tests.documents.blocks import LETTER, PAGE_BREAK, Block
from tests.documents.drawn import seal_png


def docx(
    blocks: Sequence[Block] = LETTER,
    *,
    header: str = "",
    footer: str = "",
    text_box: str = "",
    pictures: Sequence[bytes] = (),
    seal: bool = False,
) -> bytes:
    """A Word document. ``pictures`` are PNG or JPEG files put at its end; ``seal`` stamps it with a red seal."""
    from docx import Document
    from docx.shared import Cm

    document = Document()
    for block in blocks:
        if block == PAGE_BREAK:
            document.add_page_break()
        elif isinstance(block, str):
            document.add_paragraph(block)
        else:
            _word_table(document, block)
    if text_box:
        _word_text_box(document, text_box)
    for picture in (*pictures, *((seal_png(),) if seal else ())):
        document.add_picture(io.BytesIO(picture), width=Cm(4))
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _word_table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    table.style = "Table Grid"
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def _word_text_box(document: Any, text: str) -> None:
    """A text box as Word writes it: drawn, and once more for older readers."""
    from docx.oxml import parse_xml

    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    paragraph = document.add_paragraph()
    paragraph._p.append(
        parse_xml(
            '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent>'
            f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
