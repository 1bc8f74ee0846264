"""DOCX: the body in document order, with what python-docx leaves out: headers, footers, text boxes, notes, content controls.

Source: ISO/IEC 29500-1 (WordprocessingML). Pages are parted where the document says so: page and section breaks,
"page break before", and the breaks Word noted when it last drew the document. A file no Word has drawn is one page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casefiles.model import Page
from casefiles.reading.office import check
from casefiles.reading.signature import Signature
from casefiles.reading.source import Source

BEFORE, AFTER = ("/header",), ("/footnotes", "/endnotes", "/footer")


def claims(sign: Signature) -> bool:
    return any(name.startswith("word/") for name in sign.names)


def read(source: Source, sign: Signature) -> Iterator[Page]:
    """The pages in order. Raises Unreadable where the container unpacks to too much."""
    check(source.path, source.limits)
    from docx.opc.package import OpcPackage

    from casefiles.reading.docx_body import Body

    main = OpcPackage.open(str(source.path)).main_document_part
    body = Body(source)
    for element in _parts(main, BEFORE):
        body.flow(element)
    for element in _root(main):
        body.flow(element, main)
    for element in _parts(main, AFTER):
        body.flow(element)
    pages = body.pages()
    total = source.allowed(len(pages))
    for page in pages[:total]:
        yield page
        source.step(page.number, total)


def _parts(main: Any, kinds: tuple[str, ...]) -> Iterator[Any]:
    """The parts of these kinds that belong to ``main``, each text once: sections often repeat the header of the first."""
    seen: set[str] = set()
    related = [relation for relation in main.rels.values() if not relation.is_external]
    for kind in kinds:
        for relation in related:
            if not relation.reltype.endswith(kind):
                continue
            element = _root(relation.target_part)
            text = "".join(element.itertext()).strip()
            if text and text not in seen:
                seen.add(text)
                yield element


def _root(part: Any) -> Any:
    """The XML of a part. python-docx parses only the parts whose content type it knows; a .docm or .dotx is as readable."""
    from docx.oxml.parser import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)
