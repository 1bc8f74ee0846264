"""Old Office files: an OLE container by hand ([MS-CFB]), a workbook in it ([MS-XLS]), a Word document by LibreOffice."""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.documents.blocks import Block
from tests.documents.word import docx

SECTOR, SMALLEST = 512, 4096  # bytes; a stream below the latter would lie in the mini stream, which this writer has not
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
BOF, EOF, SHEET, LABEL, NUMBER = 0x0809, 0x000A, 0x0085, 0x0204, 0x0203


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE container with these streams, each filled up to at least 4096 bytes."""
    listed = -(-(len(streams) + 1) // 4)  # sectors of the directory
    table, body, entries = [TABLE, *_chain(1, listed)], b"", _entry("Root Entry", 5, END, 0)
    for name, content in streams.items():
        sectors = -(-max(len(content), SMALLEST) // SECTOR)
        entries += _entry(name, 2, len(table), sectors * SECTOR)
        body += content.ljust(sectors * SECTOR, b"\0")
        table += _chain(len(table), sectors)
    assert len(table) * 4 <= SECTOR, "one sector of the table is all this writer has"
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<8I", 1, 1, 0, SMALLEST, END, 0, END, 0) + struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    allocation = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return header + allocation + entries.ljust(listed * SECTOR, b"\0") + body


def _chain(start: int, sectors: int) -> list[int]:
    return [*range(start + 1, start + sectors), END]


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    head = written.ljust(64, b"\0") + struct.pack("<HBB3I", len(written), kind, 1, FREE, FREE, FREE)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def xls(rows: Sequence[Sequence[str | float]] = (("商品", "数量"), ("外套", 2.0)), *, sheet: str = "明细") -> bytes:
    """A workbook of Excel 97 with one sheet."""
    name = sheet.encode("utf-16-le")
    before = _record(BOF, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    size = len(before) + 4 + 8 + len(name) + len(_record(EOF, b""))
    listed = _record(SHEET, struct.pack("<IHBB", size, 0, len(sheet), 1) + name)
    cells = b"".join(_cell(row, column, value) for row, values in enumerate(rows) for column, value in enumerate(values))
    page = _record(BOF, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + _record(EOF, b"")
    return ole({"Workbook": before + listed + _record(EOF, b"") + page})


def _cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(LABEL, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return _record(NUMBER, place + struct.pack("<d", value))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def rtf(*paragraphs: str) -> bytes:
    """A document in Rich Text Format, as WPS often writes what it calls DOC."""
    coded = (re.sub(r"[^ -~]", lambda one: f"\\u{ord(one[0])}?", text) for text in paragraphs)
    return ("{\\rtf1\\ansi " + "\\par ".join(coded) + "}").encode()


def doc(blocks: Sequence[Block]) -> bytes:
    """A document of Word 97. Skips the test where LibreOffice is not installed."""
    from casefiles.reading import libreoffice

    if libreoffice.program() is None:
        pytest.skip("LibreOffice (soffice) is not installed: no document of Word 97 can be made")
    return _converted(docx(blocks), "doc:MS Word 97")


@cache
def _converted(data: bytes, filter_name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.docx").write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", filter_name, "--outdir", folder, f"{folder}/a.docx"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # a program of this machine
        return (Path(folder) / f"a.{filter_name.partition(':')[0]}").read_bytes()
