"""What a dossier page shows, already filtered for its reader: nothing here needs hiding any more."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from casefiles.forms import Form, forms_for
from casefiles.model import Basis, Box, Problem, Severity
from casefiles.telling.guidance import Guidance, guidance_of
from ipdesk.queries.snapshots import entry_of
from ipdesk.tables import Case, Undertaking, Upload

if TYPE_CHECKING:
    from ipdesk.queries.dossier_proof import ProofShown
    from ipdesk.queries.overrulings import OverruledShown


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. ``upload_id`` is None where the reader may not open the file, or it is gone.

    ``mark`` names the place in the address of its page (``ipdesk.queries.sights``).
    """

    file: str
    upload_id: str | None
    page: int | None = None
    quote: str = ""
    box: Box | None = None
    mark: str = ""

    @property
    def entry(self) -> str | None:
        """The path inside the upload, where the file lies in an archive or a mail."""
        return entry_of(self.file) or None

    @property
    def text(self) -> str:
        """《控告书.docx》第1页; what the form says has no file."""
        if not self.file:
            return "在线填写的内容"
        return f"《{self.file}》第{self.page}页" if self.page else f"《{self.file}》"


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field of a document; ``name`` is the contract's, ``label`` Chinese. ``by`` names the person who corrected it."""

    name: str
    label: str
    value: str | None
    place: Place | None = None
    confidence: float = 1.0
    source: str = "text"
    by: str | None = None
    masked: bool = False


@dataclass(frozen=True, slots=True)
class MaterialShown:
    """One document. ``sealed``: a trade secret the reader may not open, of which only kind, hash and size are told.

    ``file`` is its name in the dossier (``打包.zip/控告书.docx``), ``sha256`` … its own where it lies inside ``upload``;
    ``files`` are those of a document of several photos. ``arranged_by`` says who said which pages belong to it.

    ``state`` is the reading's (``waiting``, ``reading``, ``done``); then ``pages_done`` of ``pages_total`` are read.
    """

    upload: Upload
    file: str
    part: str | None
    kind: str
    kind_name: str
    confidence: float
    kind_by: str | None
    pages: int
    first_page: int
    text_source: str
    state: str
    pages_done: int
    pages_total: int
    fields: tuple[FieldShown, ...] = ()
    problems: tuple[Problem, ...] = ()
    sealed: bool = False
    sha256: str = ""
    sm3: str = ""
    size: int = 0
    files: tuple[str, ...] = ()
    arranged_by: str | None = None

    @property
    def entry(self) -> str | None:
        """The path inside the upload, where the file lies in an archive or a mail."""
        return entry_of(self.file) or None

    @property
    def anchor(self) -> str:
        """The name of this document in the page."""
        entry = f"{zlib.crc32(self.entry.encode()):x}" if self.entry else None
        return "-".join(filter(None, ("upload", self.upload.id, entry, self.part)))


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One finding. ``number`` is its place (from 0) in the stored result; ``withheld``: it quotes a sealed file.

    ``overruled``: an officer set it aside, and this reader may know.
    """

    number: int
    code: str
    severity: Severity
    message: str
    remedy: str
    basis: tuple[Basis, ...] = ()
    places: tuple[Place, ...] = ()
    curable: bool = True
    questions: tuple[str, ...] = ()
    withheld: bool = False
    overruled: OverruledShown | None = None

    @property
    def asks(self) -> bool:
        """Whether it asks the applicant for something that may be told to this reader."""
        return self.severity != "info" and not self.withheld and self.overruled is None

    @property
    def guidance(self) -> Guidance:
        """From whom the wanted paper is to be had, and what it looks like."""
        return guidance_of(self.code)

    @property
    def forms(self) -> tuple[Form, ...]:
        """The blank forms that help."""
        return forms_for(self.code)


@dataclass(frozen=True, slots=True)
class FigureShown:
    """One figure against the filing standard, with its unit and where it comes from."""

    name: str
    value: str
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class ThresholdShown:
    """The figures against the standard; empty where they rest on files the reader may not open (``withheld``)."""

    status: str
    text: str
    limb: str
    figures: tuple[FigureShown, ...] = ()
    arithmetic: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    questions: tuple[str, ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class ValueShown:
    """A field that reads otherwise than before; empty where it was, or is, not there."""

    file: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangesShown:
    """What changed from one review to another: messages no longer there, new and still there; materials; values.

    ``files`` came since, whether they are reviewed yet or not.
    """

    since: datetime
    until: datetime
    before_id: str
    after_id: str
    mended: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    remaining: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    values: tuple[ValueShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A gap that the applicant may promise to mend by ``latest`` at the latest."""

    code: str
    message: str
    latest: date


@dataclass(frozen=True, slots=True)
class UndertakingsShown:
    """What was promised, and what may be. ``covers_all``: running promises cover everything that blocks."""

    made: tuple[Undertaking, ...]
    offers: tuple[Offer, ...]
    covers_all: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class DossierView:
    """The whole page for one reader. ``informed``: the reader's desk sees no files and no findings.

    ``review_id`` is None where no review is kept yet; ``reading`` counts files not read yet. ``counts`` and
    ``outcome_after`` leave out what officers set aside; ``acting`` is the version an officer of the desk acts on.
    """

    case: Case
    offence: str
    offence_source: str
    as_of: date | None = None
    review_id: str | None = None
    made_at: datetime | None = None
    outcome: str = ""
    outcome_text: str = ""
    required: int = 0
    satisfied: int = 0
    materials: tuple[MaterialShown, ...] = ()
    findings: tuple[FindingShown, ...] = ()
    threshold: ThresholdShown | None = None
    reading: int = 0
    informed: bool = False
    may_correct: bool = False
    offline: tuple[str, ...] = ()
    changes: ChangesShown | None = None
    undertakings: UndertakingsShown | None = None
    counts: dict[str, int] = field(default_factory=dict)
    proof: ProofShown | None = None
    outcome_after: str = ""
    acting: int | None = None

    @property
    def first_place(self) -> Place | None:
        """What to show beside the findings before the reader asks: where the first of them comes from, else the first file."""
        found = (place for finding in self.findings for place in finding.places)
        files = (Place(one.file, one.upload.id, one.first_page) for one in self.materials if one.kind and not one.sealed)
        return next((place for place in (*found, *files) if place.upload_id), None)
