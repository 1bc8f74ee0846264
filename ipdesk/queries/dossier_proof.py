"""Elements, chains of rights and old law beside new as one reader may see them."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.elements import column_names
from casefiles.letters.proof_tables import LINK_NAMES
from casefiles.model import Chain, ElementRow, Link, Review, Standard
from casefiles.understanding import kind_names
from ipdesk.queries.dossier_values import Place
from ipdesk.queries.redaction import SEALED_MESSAGE, Eyes


@dataclass(frozen=True, slots=True)
class PaperShown:
    """One document that speaks to an element, by its short name, and where."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ElementShown:
    """One element: ``cells`` are the places in each group of documents, ``wanting`` what usually proves it and is not there."""

    name: str
    basis: str
    cells: tuple[tuple[Place, ...], ...]
    wanting: tuple[str, ...]

    @property
    def is_mentioned(self) -> bool:
        return any(self.cells)

    @property
    def papers(self) -> tuple[PaperShown, ...]:
        """The places by document, in the order of the groups."""
        by_file: dict[str, list[Place]] = {}
        for place in (place for cell in self.cells for place in cell):
            by_file.setdefault(place.file, []).append(place)
        return tuple(PaperShown(_short(file), tuple(places)) for file, places in by_file.items())


@dataclass(frozen=True, slots=True)
class LinkShown:
    """One step of a chain. ``state``: ``holds``, ``broken``, ``unclear``."""

    name: str
    giver: str
    taker: str
    state: str
    why: str
    until: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class ChainShown:
    """The way of one right to who complains. Where any of its papers is sealed, only the states of its links are told:

    the names in one paper stand in the links of the others too.
    """

    right: str
    kind_name: str
    state: str
    links: tuple[LinkShown, ...]


@dataclass(frozen=True, slots=True)
class ProofShown:
    """What the page shows of elements and rights; ``columns`` are the groups of documents that hold a passage."""

    columns: tuple[str, ...] = ()
    elements: tuple[ElementShown, ...] = ()
    chains: tuple[ChainShown, ...] = ()
    standards: tuple[Standard, ...] = ()


def _short(file: str) -> str:
    """The name of a file without the archive it lies in and without its ending."""
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def proof_shown(review: Review, eyes: Eyes, *, figures_withheld: bool) -> ProofShown:
    """``figures_withheld``: the figures rest on a sealed file, so the comparison with old law and new is not shown either."""
    used = {passage.column for row in review.elements for passage in row.passages}
    columns = tuple(name for name in column_names() if name in used)
    return ProofShown(
        columns=columns,
        elements=tuple(_element(number, row, columns, eyes) for number, row in enumerate(review.elements)),
        chains=tuple(_chain(number, chain, eyes) for number, chain in enumerate(review.chains)),
        standards=() if figures_withheld else review.threshold.standards,
    )


def _element(number: int, row: ElementRow, columns: tuple[str, ...], eyes: Eyes) -> ElementShown:
    places = [(one.column, eyes.place(one.evidence, f"e{number}.{at}")) for at, one in enumerate(row.passages)]
    cells = tuple(tuple(place for column, place in places if column == name) for name in columns)
    return ElementShown(row.name, row.basis, cells, row.wanting)


def _chain(number: int, chain: Chain, eyes: Eyes) -> ChainShown:
    sealed = any(link.evidence and eyes.sealed(link.evidence.file) for link in chain.links)
    links = tuple(_link(link, f"c{number}.{at}", eyes, sealed=sealed) for at, link in enumerate(chain.links))
    return ChainShown("" if sealed else eyes.shown(chain.right), kind_names.get(chain.kind, chain.kind), chain.state, links)


def _link(link: Link, mark: str, eyes: Eyes, *, sealed: bool) -> LinkShown:
    name = LINK_NAMES[link.kind]
    if sealed or (link.evidence and eyes.sealed(link.evidence.file)):
        return LinkShown(name, "", "", link.state, SEALED_MESSAGE, "", None)
    place = eyes.place(link.evidence, mark) if link.evidence else None
    until = link.until.isoformat() if link.until else ""
    return LinkShown(name, eyes.shown(link.giver), eyes.shown(link.taker), link.state, eyes.shown(link.why), until, place)
