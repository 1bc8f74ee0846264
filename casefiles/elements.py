"""The elements of an offence against the dossier: which passages speak to each, and which documents are still wanting.

It never says that an element is made out. What counts as speaking to one is data (``offences/*.toml``, ``[[elements]]``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from casefiles.caseview import CaseView
from casefiles.model import ElementRow, Evidence, Material
from casefiles.model.proof import Passage
from casefiles.offences import Element
from casefiles.quoting import every_place
from casefiles.renumbering import numbered_on
from casefiles.stories import passages as running
from casefiles.understanding import kind_names

COLUMNS = Path(__file__).with_name("elements.toml")
OF_A_DOCUMENT = 2
"""How many passages of one document are shown: enough to click into, few enough to read in ten seconds."""


def elements_of(file: CaseView) -> tuple[ElementRow, ...]:
    """One row for each element of the offence, in the order of the law; none without an offence."""
    return tuple(_row(file, element) for element in file.offence.elements) if file.offence else ()


@cache
def columns() -> Mapping[str, str]:
    """The column each kind of document stands in, in the order they are shown. Papers about the parties stand in none."""
    rows = tomllib.loads(COLUMNS.read_text(encoding="utf-8"))["columns"]
    return MappingProxyType({kind: row["name"] for row in rows for kind in row["kinds"]})


def column_names() -> tuple[str, ...]:
    """The names of the columns from left to right."""
    return tuple(dict.fromkeys(columns().values()))


def _row(file: CaseView, element: Element) -> ElementRow:
    found = [passage for kind in columns() for told in file.told_in(kind) for passage in _passages(file, element, told)]
    there = {passage.kind for passage in found} | {material.kind for material in file.dossier.materials}
    wanting = tuple(kind_names[kind] for kind in element.proof if kind not in there)
    (basis,) = numbered_on([element.basis], file.as_of)
    return ElementRow(element.name, str(basis), tuple(found), wanting)


def _passages(file: CaseView, element: Element, told: running.Passage) -> Iterator[Passage]:
    """The sentences that speak to the element; a document that is there to prove it counts as a whole where none does."""
    kind = told.material.kind
    places = _figures(file, told.material) if element.figures else []
    if kind in element.heard_in and not places:
        places = list(islice(every_place(told, element.words), OF_A_DOCUMENT))
    if not places and kind in element.proof:
        places = [_whole(told.material)]
    for place in places:
        yield Passage(columns()[kind], kind, place)


def _figures(file: CaseView, material: Material) -> list[Evidence]:
    """Where the document states figures, each line once."""
    places = (figure.evidence for figure in file.story.figures)
    own = (place for place in places if (place.file, place.part) == (material.file, material.part))
    return list(dict.fromkeys(own))[:OF_A_DOCUMENT]


def _whole(material: Material) -> Evidence:
    """The head of a document; a picture without text is its own evidence."""
    for page in material.reading.pages:
        for line in page.lines:
            if line.text.strip():
                return Evidence(material.file, page.number, line.text.strip(), line.box, material.part)
    first = material.reading.pages[0].number if material.reading.pages else None
    return Evidence(material.file, first, part=material.part)
