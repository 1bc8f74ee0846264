"""An instrument of law, its versions, and its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from statutes.model.citations import article_label

Level = Literal[
    "constitution",
    "law",
    "administrative_regulation",
    "judicial_interpretation",
    "department_rule",
    "normative_document",
    "other",
]
LEVEL_NAMES: Mapping[str, str] = {
    "constitution": "宪法",
    "law": "法律",
    "administrative_regulation": "行政法规",
    "judicial_interpretation": "司法解释",
    "department_rule": "部门规章",
    "normative_document": "规范性文件",
    "other": "其他",
}
GRADES = ("V2", "V1", "C", "G", "D")
InForce = Literal["in_force", "not_yet", "ended", "unknown"]


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of one instrument. ``key`` is unique within the instrument.

    ``starts_verified`` is False where the first day is only what a source says (起始日未核);
    ``original`` says that no older wording exists, so that before ``starts_on`` there was no such rule;
    ``partial`` that it holds only the articles an amendment changed, the others staying as they were;
    ``title`` is the title as the source of the text writes it.
    """

    instrument: str
    key: str
    title: str
    label: str = ""
    adopted: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    starts_verified: bool = True
    original: bool = False
    partial: bool = False
    repealed: bool = False
    grade: str = ""
    source: str = ""

    def state(self, day: date) -> InForce:
        """Whether this wording is in force on ``day``; what has no dates counts as in force."""
        if self.starts_on and day < self.starts_on:
            return "not_yet"
        if self.ends_on and day >= self.ends_on:
            return "ended"
        return "ended" if self.repealed and not self.ends_on else "in_force"


@dataclass(frozen=True, slots=True)
class Provision:
    """The words of one article in one version: an official text, or a gist (要旨) in our own words.

    Where the text is official, ``gist`` keeps our own gist as a note.
    """

    number: str
    text: str
    is_gist: bool = False
    gist: str = ""
    grade: str = ""
    chapter: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Renumbering:
    """``number`` of version ``old`` is ``became`` in version ``new``; ``became`` may name another law in full."""

    old: str
    new: str
    number: str
    became: str
    subject: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """One law, interpretation, rule or opinion. ``code`` names its file or, for imported ones, its title.

    ``renumbering`` holds the moves between two versions (old key, new key, old number → new number and
    subject); ``repealed_by`` cites what ended it; ``official_text`` says where the official words are found.
    """

    code: str
    title: str
    level: Level
    issuers: tuple[str, ...] = ()
    document_number: str = ""
    short_names: tuple[str, ...] = ()
    repealed_by: str = ""
    official_text: str = ""
    status_note: str = ""
    renumbering: tuple[Renumbering, ...] = ()
    imported: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article ready to be shown or cited: its words with everything a reader must know about them."""

    instrument: Instrument
    version: Version
    provision: Provision

    @property
    def code(self) -> str:
        return self.instrument.code

    @property
    def title(self) -> str:
        return self.instrument.title

    @property
    def number(self) -> str:
        return self.provision.number

    @property
    def label(self) -> str:
        return article_label(self.provision.number)

    @property
    def text(self) -> str:
        return self.provision.text

    @property
    def is_gist(self) -> bool:
        return self.provision.is_gist

    @property
    def gist(self) -> str:
        return self.provision.gist

    @property
    def chapter(self) -> str:
        return self.provision.chapter

    @property
    def note(self) -> str:
        return self.provision.note

    @property
    def version_label(self) -> str:
        return self.version.label

    @property
    def starts_on(self) -> date | None:
        return self.version.starts_on

    @property
    def ends_on(self) -> date | None:
        return self.version.ends_on

    @property
    def starts_verified(self) -> bool:
        return self.version.starts_verified

    @property
    def grade(self) -> str:
        return self.provision.grade or self.version.grade

    @property
    def source(self) -> str:
        return self.version.source or self.instrument.official_text

    @property
    def ref(self) -> str:
        """``<title as in its source>第…条``: the form the machine-readable interface uses."""
        return self.version.title + self.label

    @property
    def key(self) -> str:
        """The stable link key ``code/version/number``."""
        return f"{self.code}/{self.version.key}/{self.number}"
