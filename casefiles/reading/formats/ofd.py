"""OFD: printed text with places, pages that are mere pictures recognised, seals as the signatures say where they stand.

Source: GB/T 33190-2016 (pages 7.7, text 11, pictures 10, signatures 18). Lengths are millimetres from the top left.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from casefiles.model import Mark, Page
from casefiles.reading.ofd_package import Package, Part, below, child, numbers, text
from casefiles.reading.ofd_page import A4, Drawn, drawn, framed
from casefiles.reading.office import check
from casefiles.reading.problems import Unreadable
from casefiles.reading.scans import Pictured, recognised
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

if TYPE_CHECKING:
    from PIL import Image


def claims(sign: Signature) -> bool:
    return any(name.casefold() == "ofd.xml" for name in sign.names)


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """The pages of all documents in it, in order. Raises Unreadable where it unpacks to too much or its structure is lost."""
    check(source.path, source.limits)
    with Package(source.path) as package:
        pages = [(one, page) for one in _documents(package) for page in below(child(one.part.root, "Pages"), "Page")]
        if not pages:
            raise Unreadable("unreadable.damaged", detail="文件中没有页面。")
        total = source.allowed(len(pages))
        shown = (_page(document, page, number, source) for number, (document, page) in enumerate(pages[:total], 1))
        yield from recognised(shown, source, total)


@dataclass(frozen=True, slots=True)
class _Document:
    """One document of the file, and the stamps on it by the number of their page: each counts its pages for itself."""

    part: Part
    stamps: dict[str, list[Element]]


def _documents(package: Package) -> Iterator[_Document]:
    root = package.find("", "OFD.xml")
    if root is None:
        raise Unreadable("unreadable.damaged")
    start = package.part(root)
    seen: set[str] = set()
    for body in list(below(start.root, "DocBody")) or [start.root]:
        for path in map(text, below(body, "DocRoot")):
            if path not in seen and (found := start.linked(path)):
                yield _Document(found, _stamps(start, body))
            seen.add(path)


def _page(document: _Document, page: Element, number: int, source: Source) -> Page | Image.Image | Pictured:
    """The page where it is printed, with its picture or that alone; an empty one and a problem where it is damaged."""
    part = document.part
    content = part.linked(page.get("BaseLoc"))
    if content is None:
        source.report("unreadable.damaged", page=number, detail=f"第 {number} 页无法读取，其余页已读取。")
        return Page(number, source="none")
    size = _size(content.root, part.root)
    found = drawn([*_templates(part, content.root), content.root], size)
    stamps = document.stamps.get(page.get("ID", ""), ())
    marks = tuple(Mark("seal", box) for stamp in stamps if (box := framed(stamp.get("Boundary"), size)))
    pictures = len(found.pictures) + len(marks)
    printed = Page(number, found.lines, source="text" if found.lines else "none", pictures=pictures, marks=marks)
    return _beside(printed, part, content, found, source)


def _beside(printed: Page, document: Part, content: Part, found: Drawn, source: Source) -> Page | Image.Image | Pictured:
    """The page, with the picture on it that may say more; a problem where that cannot be opened."""
    if found.telling is None:
        return printed
    name, place = found.telling
    try:
        picture = _picture(document, content, name, source)
    except Unreadable as refusal:
        source.report(refusal.code, page=printed.number, **refusal.facts)
        return printed
    except (OSError, ValueError):  # what neither Pillow nor pdfium knows
        told = f"第 {printed.number} 页的图片无法打开，其中的文字没有读取。"
        source.report("unreadable.damaged", page=printed.number, detail=told)
        return printed
    if not printed.lines and not printed.marks:
        return picture
    return Pictured(printed, picture, place=place)


def _size(page: Element, document: Element) -> tuple[float, float]:
    """Width and height of the page in millimetres: its own, the document's, or A4."""
    for root in (page, child(document, "CommonData")):
        for box in below(child(root, "Area") if root is page else child(root, "PageArea"), "PhysicalBox"):
            found = numbers(text(box))
            if len(found) == 4 and found[2] > 0 and found[3] > 0:
                return found[2], found[3]
    return A4


def _templates(document: Part, page: Element) -> Iterator[Element]:
    """What the templates of the page print below it: the form of an invoice, a letterhead."""
    wanted = {one.get("TemplateID") for one in below(page, "Template")}
    for template in below(child(document.root, "CommonData"), "TemplatePage"):
        if template.get("ID") in wanted and (part := document.linked(template.get("BaseLoc"))):
            yield part.root


def _picture(document: Part, page: Part, name: str, source: Source) -> Image.Image:
    """The picture of this number. Raises OSError or ValueError where it cannot be opened."""
    from casefiles.reading import jbig2
    from casefiles.reading.formats.image import check_size, frame, opened

    part = _resource(document, page, name)
    if part is None:
        raise ValueError("no such picture")
    data = document.package.bytes(part)
    if data.startswith(jbig2.MAGIC):
        check_size(jbig2.size(data), source.limits.pixels)
        return jbig2.picture(data)
    with opened(io.BytesIO(data)) as image:
        return frame(image, 0, source.limits.pixels)


def _resource(document: Part, page: Part, wanted: str) -> str | None:
    """The part in which the picture of this number lies."""
    lists = [*below(child(document.root, "CommonData"), "PublicRes", "DocumentRes"), *below(page.root, "PageRes")]
    for place in lists:
        found = document.linked(text(place)) or page.linked(text(place))
        for media in below(found.root if found else None, "MultiMedia"):
            if found and media.get("ID") == wanted:
                folder = found.root.get("BaseLoc") or ""
                file = text(child(media, "MediaFile"))
                return document.package.find(found.name, f"{folder}/{file}") or document.package.find(found.name, file)
    return None


def _stamps(start: Part, body: Element) -> dict[str, list[Element]]:
    """The stamps of a document's signatures by the number of their page."""
    found: dict[str, list[Element]] = {}
    signatures = start.linked(text(child(body, "Signatures")))
    for one in below(signatures.root if signatures else None, "Signature"):
        signature = signatures.linked(one.get("BaseLoc")) if signatures else None
        for stamp in below(signature.root if signature else None, "StampAnnot"):
            found.setdefault(stamp.get("PageRef", ""), []).append(stamp)
    return found
