"""OFD files (GB/T 33190), as invoice portals and offices issue them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.documents.blocks import LETTER, PAGE_BREAK, Block, wrapped

NAMESPACE = "http://www.ofdspec.org/2016"
LEFT, TOP, LEADING, SIZE, WIDE = 25.0, 25.0, 8.0, 4.0, 38  # millimetres; letters in a line


def ofd(
    blocks: Sequence[Block] = LETTER,
    *,
    picture: bytes | None = None,
    picture_name: str = "scan.jpg",
    over_picture: Sequence[str] = (),
    seal_on: int | None = None,
    namespace: str = NAMESPACE,
    prefix: str = "ofd:",
) -> bytes:
    """An OFD file with a line of text for each paragraph; ``picture`` fills a last page of its own, with the lines
    ``over_picture`` printed upon it; a signature stamps page ``seal_on``. Producers differ in ``namespace`` and ``prefix``.
    """
    pages = [_text_page(lines) for lines in _pages(blocks)]
    parts: dict[str, bytes] = {}
    resources = ""
    if picture is not None:
        shown = '<P:ImageObject ID="900" ResourceID="77" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>'
        pages.append(_layer(shown + "".join(_line(-2, line) for line in over_picture)))
        resources = "<P:DocumentRes>DocumentRes.xml</P:DocumentRes>"
        media = f'<P:MultiMedia ID="77" Type="Image"><P:MediaFile>{picture_name}</P:MediaFile></P:MultiMedia>'
        parts["Doc_0/DocumentRes.xml"] = f'<P:Res BaseLoc="Res"><P:MultiMedias>{media}</P:MultiMedias></P:Res>'.encode()
        parts[f"Doc_0/Res/{picture_name}"] = picture
    listed = "".join(f'<P:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(1, len(pages) + 1))
    area = "<P:PageArea><P:PhysicalBox>0 0 210 297</P:PhysicalBox></P:PageArea>"
    document = f"<P:Document><P:CommonData>{area}{resources}</P:CommonData><P:Pages>{listed}</P:Pages></P:Document>"
    signed = "<P:Signatures>/Doc_0/Signs/Signatures.xml</P:Signatures>" if seal_on else ""
    root = f"<P:OFD><P:DocBody><P:DocRoot>Doc_0/Document.xml</P:DocRoot>{signed}</P:DocBody></P:OFD>"
    parts |= {"OFD.xml": root.encode(), "Doc_0/Document.xml": document.encode()}
    parts |= {f"Doc_0/Pages/Page_{number}/Content.xml": page.encode() for number, page in enumerate(pages, 1)}
    if seal_on:
        parts["Doc_0/Signs/Signatures.xml"] = b'<P:Signatures><P:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></P:Signatures>'
        stamp = f'<P:StampAnnot ID="1" PageRef="{seal_on}" Boundary="130 220 40 40"/>'
        parts["Doc_0/Signs/Sign_0/Signature.xml"] = f"<P:Signature><P:SignedInfo>{stamp}</P:SignedInfo></P:Signature>".encode()
    return _zipped(parts, namespace, prefix)


def _pages(blocks: Sequence[Block]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    for block in blocks:
        if block == PAGE_BREAK:
            pages.append([])
        elif isinstance(block, str):
            pages[-1] += wrapped(block, WIDE)
    return pages


def _text_page(lines: Sequence[str]) -> str:
    return _layer("".join(_line(number, line) for number, line in enumerate(lines)))


def _line(number: int, line: str) -> str:
    boundary = f"{LEFT} {TOP + number * LEADING} {len(line) * SIZE} {SIZE * 1.25}"
    code = f'<P:TextCode X="0" Y="{SIZE}" DeltaX="g {len(line)} {SIZE}">{escape(line)}</P:TextCode>'
    return f'<P:TextObject ID="{100 + number}" Boundary="{boundary}" Font="1" Size="{SIZE}">{code}</P:TextObject>'


def _layer(content: str) -> str:
    return f'<P:Page><P:Content><P:Layer ID="10">{content}</P:Layer></P:Content></P:Page>'


def _zipped(parts: dict[str, bytes], namespace: str, prefix: str) -> bytes:
    buffer = io.BytesIO()
    declared = f'xmlns{":" if prefix else ""}{prefix.rstrip(":")}="{namespace}"'.encode()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name.endswith(".xml"):
                content = content.replace(b">", b" " + declared + b">", 1) if b"/>" not in content.partition(b">")[0] else content
                content = content.replace(b"</P:", f"</{prefix}".encode()).replace(b"<P:", f"<{prefix}".encode())
            archive.writestr(name, content)
    return buffer.getvalue()
