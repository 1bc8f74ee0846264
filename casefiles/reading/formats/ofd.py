"""OFD: printed text with places, pages that are mere pictures recognised, seals as the signatures say where they stand.

Source: GB/T 33190-2016 (pages 7.7, text 11, pictures 10, signatures 18). Lengths are millimetres from the top left.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from casefiles.model import Mark, Page
from casefiles.reading.ofd_package import Package, Part, below, child, numbers, text
from casefiles.reading.ofd_page import A4, Drawn, drawn, framed
from casefiles.reading.office import check
from casefiles.reading.problems import Unreadable
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

if TYPE_CHECKING:
    from PIL import Image


def claims(sign: Signature) -> bool:
    return any(name.casefold() == "ofd.xml" for name in sign.names)


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """The pages of all documents in it, in order. Raises Unreadable where it unpacks to too much or its structure is lost."""
    from casefiles.reading.scans import recognised

    check(source.path, source.limits)
    with Package(source.path) as package:
        documents = list(_documents(package))
        pages = [(document, page) for document in documents for page in below(child(document.root, "Pages"), "Page")]
        if not pages:
            raise Unreadable("unreadable.damaged", detail="文件中没有页面。")
        total = source.allowed(len(pages))
        seals = _seals(package)
        shown = (_page(document, page, number, seals, source) for number, (document, page) in enumerate(pages[:total], 1))
        yield from recognised(shown, source, total)


def _documents(package: Package) -> Iterator[Part]:
    root = package.find("", "OFD.xml")
    if root is None:
        raise Unreadable("unreadable.damaged")
    start = package.part(root)
    for path in dict.fromkeys(text(place) for place in below(start.root, "DocRoot")):
        if found := start.linked(path):
            yield found


def _page(document: Part, page: Element, number: int, seals: dict[str, list[Element]], source: Source) -> Page | Image.Image:
    """The page where it is printed, its picture where it is nothing else; an empty one and a problem where it is damaged."""
    content = document.linked(page.get("BaseLoc"))
    if content is None:
        source.report("unreadable.damaged", page=number, detail=f"第 {number} 页无法读取，其余页已读取。")
        return Page(number, source="none")
    size = _size(content.root, document.root)
    found = drawn([*_templates(document, content.root), content.root], size)
    if found.is_scan and (picture := _picture(document, content, found, source)):
        return picture
    marks = [Mark("seal", box) for seal in seals.get(page.get("ID", ""), ()) if (box := framed(seal.get("Boundary"), size))]
    pictures = len(found.pictures) + len(marks)
    return Page(number, found.lines, source="text" if found.lines else "none", pictures=pictures, marks=tuple(marks))


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


def _picture(document: Part, page: Part, found: Drawn, source: Source) -> Image.Image | None:
    """The largest picture of a page that shows no text; None where it cannot be opened."""
    from casefiles.reading.formats.image import frame, opened

    name = _resource(document, page, found.largest)
    if name is None:
        return None
    try:
        with opened(io.BytesIO(document.package.bytes(name))) as image:
            return frame(image, 0, source.limits.pixels)
    except (OSError, ValueError):  # JBIG2 and what else Pillow does not know; the page then has no text
        return None


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


def _seals(package: Package) -> dict[str, list[Element]]:
    """The stamps of the signatures by the number of their page."""
    found: dict[str, list[Element]] = {}
    root = package.find("", "OFD.xml")
    start = package.part(root) if root else None
    for place in below(start.root if start else None, "Signatures"):
        signatures = start.linked(text(place)) if start else None
        for one in below(signatures.root if signatures else None, "Signature"):
            signature = signatures.linked(one.get("BaseLoc")) if signatures else None
            for stamp in below(signature.root if signature else None, "StampAnnot"):
                found.setdefault(stamp.get("PageRef", ""), []).append(stamp)
    return found
