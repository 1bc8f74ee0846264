"""Real documents made on the fly: Word, PDF, scans, photos, tables, and files that mean harm.

Each builder gives the bytes of one file. A document is a sequence of blocks: a string is a paragraph, a list of rows is a table,
``PAGE_BREAK`` begins a new page.

    path.write_bytes(documents.docx(["授权委托书", "委托人:某公司", [["姓名", "张三"], ["电话", "无"]]], seal=True))
"""

from __future__ import annotations

from tests.documents.blocks import COLUMN, LETTER, PAGE_BREAK, Block, font, wrapped
from tests.documents.drawn import A4_200_DPI, as_file, photo, picture, scan_pdf, seal_png, tiff
from tests.documents.enclosing import eml, named_in_gbk, zipped
from tests.documents.hostile import (
    big_pdf,
    damaged,
    encrypted_docx,
    encrypted_pdf,
    entity_bomb_docx,
    huge_png,
    pdf_of,
    recursive_pdf,
    repacked,
    video,
    zip_bomb_docx,
    zip_bomb_xlsx,
)
from tests.documents.jbig2 import jbig2
from tests.documents.layouts import ofd
from tests.documents.old import doc, ole, rtf, xls
from tests.documents.open_formats import ods, odt
from tests.documents.printed import LEADING, LEFT, SIZE, TOP, text_pdf
from tests.documents.sheets import txt, xlsx
from tests.documents.word import docx

__all__ = [
    "A4_200_DPI", "COLUMN", "LEADING", "LEFT", "LETTER", "PAGE_BREAK", "SIZE", "TOP", "Block", "as_file", "big_pdf", "damaged",
    "doc", "docx", "eml", "encrypted_docx", "encrypted_pdf", "entity_bomb_docx", "font", "huge_png", "jbig2", "named_in_gbk",
    "ods", "odt", "ofd", "ole", "pdf_of", "photo", "picture", "recursive_pdf", "repacked", "rtf", "scan_pdf", "seal_png",
    "text_pdf", "tiff", "txt", "video", "wrapped", "xls", "xlsx", "zip_bomb_docx", "zip_bomb_xlsx", "zipped",
]  # fmt: skip
