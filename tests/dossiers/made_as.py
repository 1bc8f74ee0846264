"""The ways to make a file of a text: Word, printed or scanned PDF, photo, workbook, and what cannot be read.

A line is a paragraph, lines with `` | `` are rows of a table, `` || `` sets columns side by side without a table,
``---`` begins a new page. A new way is a new entry of ``WAYS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from tests import documents
from tests.documents import PAGE_BREAK, Block
from tests.dossiers.casebook import Case, Sent
from tests.dossiers.papers import blocks_of

Way = Callable[[Sent], bytes]


def files_of(case: Case) -> dict[str, bytes]:
    """The files of ``case`` by name; those inside an archive are packed."""
    loose: dict[str, bytes] = {}
    for file in case.files:
        loose[file.name] = loose[file.same_as] if file.same_as else WAYS[file.way](file)
    return _packed(loose)


def _packed(loose: Mapping[str, bytes]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    archives: dict[str, dict[str, bytes]] = {}
    for name, data in loose.items():
        archive, inside, member = name.partition(".zip/")
        if inside:
            archives.setdefault(f"{archive}.zip", {})[member] = data
        else:
            files[name] = data
    return files | {name: documents.named_in_gbk(_packed(members)) for name, members in archives.items()}


def _blocks(file: Sent) -> list[Block]:
    return blocks_of(file.text)


def _pages(file: Sent) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    for block in _blocks(file):
        if block == PAGE_BREAK:
            pages.append([])
        else:
            pages[-1].append(block)
    return pages


def _rows(file: Sent) -> list[list[object]]:
    return [[_cell(cell.strip()) for cell in line.split("|")] for line in file.text.splitlines()]


def _cell(text: str) -> object:
    try:
        return float(Decimal(text)) if "." in text else int(text)
    except (InvalidOperation, ValueError):
        return text or None


WAYS: dict[str, Way] = {
    "docx": lambda file: documents.docx(_blocks(file), seal=file.seal),
    "pdf": lambda file: documents.text_pdf(_blocks(file), seal=file.seal),
    "scan": lambda file: documents.scan_pdf(_pages(file), **file.how),
    "jpg": lambda file: documents.photo(_blocks(file), **file.how),
    "tiff": lambda file: documents.tiff(_pages(file), **file.how),
    "xlsx": lambda file: documents.xlsx(_rows(file)),
    "xls": lambda file: documents.xls(_rows(file)),
    "csv": lambda file: documents.txt(file.text, "utf-8-sig"),
    "gb18030 txt": lambda file: documents.txt(file.text, "gb18030"),
    "ofd": lambda file: documents.ofd(_blocks(file), seal_on=1 if file.seal else None),
    "eml": lambda file: documents.eml(file.text),
    "encrypted pdf": lambda file: documents.encrypted_pdf(_blocks(file)),
    "encrypted docx": lambda file: documents.encrypted_docx(),
    "damaged docx": lambda file: documents.damaged(documents.docx(_blocks(file))),
    "damaged xlsx": lambda file: documents.damaged(documents.xlsx(_rows(file))),
    "video": lambda file: documents.video(),
}
