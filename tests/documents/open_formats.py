"""Documents and workbooks of the OASIS OpenDocument format, as LibreOffice and WPS save them on request."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"'
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def odt(*paragraphs: str) -> bytes:
    return _file("text", "".join(f"<text:p>{escape(one)}</text:p>" for one in paragraphs))


def ods(rows: Sequence[Sequence[str]] = (("商品", "数量"), ("外套", "2"))) -> bytes:
    lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    return _file("spreadsheet", f'<table:table table:name="明细">{lines}</table:table>')


def _cell(value: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def _file(kind: str, body: str) -> bytes:
    """The container; its media type stands first and is not packed (OpenDocument 1.2 part 3, 3.3)."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    whole = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", media, zipfile.ZIP_STORED)
        archive.writestr("content.xml", f"<office:document-content {_NAMES}>{whole}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", _MANIFEST.format(kind=media))
    return made.getvalue()
