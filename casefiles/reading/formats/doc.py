"""DOC, WPS, RTF and ODT: LibreOffice makes DOCX of them, and that is read. Where it is not installed the letter says so.

Source: [MS-DOC] 2.5.1 (the file information block at the beginning of the stream WordDocument; its flag fEncrypted).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from casefiles.model import Page
from casefiles.reading import libreoffice, ole
from casefiles.reading.formats import docx
from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import Signature, signature
from casefiles.reading.source import Source

WORD = "WordDocument"
RTF = b"{\\rtf"
ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # the first entry of the container, stored as it is
FLAGS, ENCRYPTED = 0x0A, 0x0100


def claims(sign: Signature) -> bool:
    return WORD in sign.streams or sign.head.startswith(RTF) or ODT in sign.head[:128]


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """The pages in order. Raises Unreadable where LibreOffice is not there, or makes nothing of the file."""
    if WORD in sign.streams and _is_encrypted(source.path):
        raise Unreadable("unreadable.encrypted")
    if libreoffice.program() is None:
        kind, advice = "旧版 Word 或者 WPS 文档，而本系统没有安装转换它的程序（LibreOffice）", "另存为 .docx 或者 PDF"
        raise Unreadable("unreadable.unsupported", kind=kind, advice=advice)
    with tempfile.TemporaryDirectory(prefix="ipdesk-") as work:
        made = libreoffice.as_docx(source.path, _extension(sign), Path(work), source.limits)
        yield from docx.read(replace(source, path=made), signature(made))


def _extension(sign: Signature) -> str:
    if WORD in sign.streams:
        return ".doc"
    return ".odt" if sign.is_zip else ".rtf"


def _is_encrypted(path: Path) -> bool:
    found = ole.directory(path)
    with path.open("rb") as file:
        file.seek((found.streams[WORD] + 1) * found.sector + FLAGS)
        return bool(int.from_bytes(file.read(2), "little") & ENCRYPTED)
