"""Files that cannot be read, or mean harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

from PIL import Image

from tests.documents.blocks import LETTER, Block
from tests.documents.drawn import as_file
from tests.documents.printed import text_pdf
from tests.documents.sheets import xlsx
from tests.documents.word import docx


def encrypted_pdf(blocks: Sequence[Block] = LETTER) -> bytes:
    return text_pdf(blocks, password="geheim")


def encrypted_docx() -> bytes:
    """An OLE container with the stream EncryptedPackage, as Office writes a document with a password ([MS-OFFCRYPTO] 2.3.1)."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<II", 1, 0) + bytes(464)
    entries = b"".join(
        name.encode("utf-16-le").ljust(128, b"\x00") for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage", "")
    )
    return header[:512].ljust(512, b"\xff") + entries


def damaged(data: bytes, keep: float = 0.5) -> bytes:
    """The first part of a file, as an upload that broke off leaves it."""
    return data[: int(len(data) * keep)]


def zip_bomb_docx(megabytes: int = 300) -> bytes:
    """A Word document whose body unpacks to ``megabytes`` of blanks."""
    return repacked(docx(), {"word/document.xml": b"<w:document>" + b" " * (megabytes << 20) + b"</w:document>"})


def zip_bomb_xlsx(megabytes: int = 300) -> bytes:
    """A workbook whose sheet unpacks to ``megabytes`` of blanks."""
    return repacked(xlsx(), {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (megabytes << 20) + b"</worksheet>"})


def entity_bomb_docx() -> bytes:
    """A Word document whose XML defines entities that double nine times over."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "laugh"}">' for n in range(10))
    body = f"<?xml version='1.0'?><!DOCTYPE w [{entities}]><w:document xmlns:w='x'>&e9;</w:document>"
    return repacked(docx(), {"word/document.xml": body.encode()})


def repacked(data: bytes, replaced: dict[str, bytes | None]) -> bytes:
    """A container with some of its parts replaced, added, or left out (None)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *replaced]):
            content = replaced[name] if name in replaced else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def big_pdf(pages: int = 5000) -> bytes:
    """A PDF of many pages that all show the same line; written by hand, for it must be made quickly."""
    content = b"BT /F1 12 Tf 72 700 Td (page) Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>"] * pages
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(pages))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids)
    return pdf_of(objects)


def recursive_pdf() -> bytes:
    """A PDF whose page tree leads back into itself and whose form draws itself."""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>stream\n/X Do\nendstream"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>>>"
    content = b"<</Length 5>>stream\n/X Do\nendstream"
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[3 0 R 2 0 R]>>", page, form, content])


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF file of these objects, numbered from 1; the first is the catalogue."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def huge_png(side: int = 30_000) -> bytes:
    """A small PNG that claims ``side`` × ``side`` pixels."""
    small = as_file(Image.new("L", (16, 16)), "PNG")
    header = b"IHDR" + struct.pack(">II", side, side) + small[24:29]
    return small[:8] + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header)) + small[33:]


def video() -> bytes:
    """The beginning of an MP4."""
    return b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(range(256)) * 16
