"""What the XML of a Word document prints: the text of paragraphs, boxes and cells (ISO/IEC 29500-1, WordprocessingML).

A page break within a text is a form feed, a line break a line feed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from casefiles.reading.clean import one_line

PARAGRAPH, PROPERTIES, TABLE, ROW, CELL = qn("w:p"), qn("w:pPr"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
TEXT, BREAK, KIND, DRAWN_BREAK, SYMBOL, CHARACTER = (
    qn("w:t"), qn("w:br"), qn("w:type"), qn("w:lastRenderedPageBreak"), qn("w:sym"), qn("w:char"),
)  # fmt: skip
BOX, FALLBACK = qn("w:txbxContent"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PICTURES = {
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": qn("r:embed"),
    "{urn:schemas-microsoft-com:vml}imagedata": qn("r:id"),
}
SIGNS = {qn("w:tab"): " ", qn("w:ptab"): " ", BREAK: "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# Deleted and moved text, field codes, and the older twin of a text box are not printed; what hangs in a box is a block of
# its own.
UNPRINTED = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:delText"), qn("w:rPr"), PROPERTIES, FALLBACK, BOX})
TICKS = {"F0FE": "☑", "F052": "☑", "F0FC": "√", "F0A8": "□", "F06F": "□", "F0A3": "□"}  # Wingdings in the check boxes of forms
DEPTH = 60


def blocks(element: Any, depth: int = 0) -> Iterator[Any]:
    """Paragraphs and tables below ``element`` in printed order.

    Those in content controls and text boxes are among them, those in cells are not.
    """
    if depth > DEPTH:
        return
    for child in element:
        if child.tag in (PARAGRAPH, TABLE):
            yield child
            if child.tag == PARAGRAPH:
                for box in _within(child, BOX):
                    yield from blocks(box, depth + 1)
        elif isinstance(child.tag, str) and child.tag not in UNPRINTED:
            yield from blocks(child, depth + 1)


def paragraph_text(paragraph: Any) -> str:
    """The printed text of one paragraph."""
    return "".join(_pieces(paragraph))


def rows(table: Any) -> list[Any]:
    """The rows of ``table`` itself, also those in content controls; rows of tables within its cells are not among them."""
    return [row for row in table.iter(ROW) if next(row.iterancestors(TABLE), None) is table]


def cells(row: Any) -> list[Any]:
    """The cells of ``row`` itself."""
    return [cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW), None) is row]


def row_texts(row: Any) -> list[str]:
    """The texts of the cells of ``row``; a cell that spans several columns is followed by empty ones."""
    texts: list[str] = []
    for cell in cells(row):
        span = cell.find("{*}tcPr/{*}gridSpan")
        width = int(span.get(qn("w:val"), "1")) if span is not None else 1
        texts += ["\n".join(cell_lines(cell)), *[""] * (min(width, 100) - 1)]
    return texts


def cell_lines(cell: Any) -> list[str]:
    """The lines within one cell; a table in it gives a line for each of its rows."""
    found: list[str] = []
    for block in blocks(cell):
        if block.tag == TABLE:
            found += [" ".join(text.replace("\n", " ") for text in row_texts(row) if text) for row in rows(block)]
        else:
            found += paragraph_text(block).replace("\f", "\n").split("\n")
    return [shown for line in found if (shown := one_line(line).replace("\t", " "))]


def pictures(element: Any) -> list[str]:
    """The relationship ids of the pictures in ``element``, in order."""
    return [
        found
        for tag, key in PICTURES.items()
        for item in element.iter(tag)
        if (found := item.get(key)) and not list(item.iterancestors(FALLBACK))
    ]


def starts_page(paragraph: Any) -> bool:
    """Whether the paragraph asks to stand at the head of a page."""
    mark = paragraph.find("{*}pPr/{*}pageBreakBefore")
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false")


def ends_page(paragraph: Any) -> bool:
    """Whether a section that ends with this paragraph makes the next begin on a new page (the default, 17.6.22)."""
    section = paragraph.find("{*}pPr/{*}sectPr")
    if section is None:
        return False
    kind = section.find("{*}type")
    return kind is None or kind.get(qn("w:val")) != "continuous"


def _within(paragraph: Any, tag: str) -> list[Any]:
    """The elements ``tag`` that hang on this paragraph and are printed."""
    return [
        item
        for item in paragraph.iter(tag)
        if next(item.iterancestors(PARAGRAPH), None) is paragraph and next(item.iterancestors(FALLBACK), None) is None
    ]


def _pieces(element: Any, depth: int = 0) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in UNPRINTED or not isinstance(tag, str) or depth > DEPTH:
            continue
        if tag == TEXT:
            yield child.text or ""
        elif tag == DRAWN_BREAK or (tag == BREAK and child.get(KIND) == "page"):
            yield "\f"
        elif tag == SYMBOL:
            yield TICKS.get((child.get(CHARACTER) or "").upper(), "")
        elif tag in SIGNS:
            yield SIGNS[tag]
        else:
            yield from _pieces(child, depth + 1)
