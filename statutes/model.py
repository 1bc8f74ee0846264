"""The values the law is made of. All are frozen; nothing here reads a file or a clock.

An article's number is text: ``"213"``, ``"219-1"`` for 第二百一十九条之一, or the heading itself where
a document is not divided into articles (``"全文"``). Days are inclusive at the start and exclusive at the
end: a version is in force from ``starts_on`` and no longer on ``ends_on``.

Grades say how sure we are: V2 read in two independent sources, V1 read in one, C verified by computation,
G general knowledge, D derived or our own decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from statutes.numerals import to_chinese

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


@lru_cache(maxsize=4096)
def article_label(number: str) -> str:
    """``"219-1"`` → ``第二百一十九条之一``; a heading that is no number is its own label."""
    base, _, branch = number.partition("-")
    if not base.isdigit() or not 0 < int(base) <= 9999:
        return number
    return f"第{to_chinese(int(base))}条" + (f"之{to_chinese(int(branch))}" if branch else "")


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference to one article, as found in a text at ``span``.

    ``name`` is the instrument as written, ``code`` the one it means (empty where we know none); ``year``
    is the year of the version where the writer gave it (商标法2019第57条); ``paragraph`` is 款, ``item`` 项,
    ``subitem`` 目. ``number`` is empty where only the instrument is named.
    """

    text: str
    name: str
    code: str = ""
    number: str = ""
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None
    year: int | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def place(self) -> str:
        """The reference inside the instrument: ``第五十七条第一款第（三）项``."""
        return (article_label(self.number) if self.number else "") + self.part

    @property
    def part(self) -> str:
        """The reference inside the article: ``第一款第（三）项``; empty where the whole article is meant."""
        parts = [f"第{to_chinese(self.paragraph)}款"] if self.paragraph else []
        parts += [f"第（{to_chinese(self.item)}）项"] if self.item else []
        parts += [f"第{to_chinese(self.subitem)}目"] if self.subitem else []
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an article's official words: one 款, 项 or 目. ``lead`` is the opening of the 款 (and 项) it hangs on."""

    text: str
    lead: str = ""


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


@dataclass(frozen=True, slots=True)
class Precedent:
    """One published case, retold in our own words.

    ``authority`` is its level (guiding_spc, guiding_spp, gazette, reference …); ``offences`` are charges, ``cause`` is
    the 案由 of a case without any; ``articles`` are citations of what it applied, ``bears_on`` of today's rules its
    holding matters for; ``amounts`` is told in words, ``figures`` are the same as metric and yuan or count, rounded
    down where the source says 余; ``outcome`` is how it ended (``statutes.casebook.OUTCOMES``, empty where not said);
    ``overtaken`` says what newer law has overtaken; ``aliases`` are short ways to cite it.
    """

    code: str
    title: str
    authority: str
    source: str
    grade: str
    number: str = ""
    court: str = ""
    case_number: str = ""
    decided_in: int | None = None
    offences: tuple[str, ...] = ()
    cause: str = ""
    articles: tuple[str, ...] = ()
    bears_on: tuple[str, ...] = ()
    facts: str = ""
    holding: str = ""
    amounts: str = ""
    figures: tuple[tuple[str, Decimal], ...] = ()
    sentence: str = ""
    outcome: str = ""
    overtaken: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """What it is filed under: its offences, else its 案由."""
        return self.offences or ((self.cause,) if self.cause else ())

    @property
    def cited(self) -> tuple[str, ...]:
        """Every article it is linked with: those it applied and those of today it bears on."""
        return self.articles + self.bears_on


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of one citation. ``article`` is None where nothing was found, or only the instrument was named.

    ``note`` says in Chinese what the reader must know: renumbered, not in force on that day, no text of that
    day. ``carried`` is the article an old number may have meant, where the number itself still exists. ``piece`` is
    the 款, 项 or 目 the citation names, where the article's official words are held.
    """

    found: bool
    citation: Citation
    article: Article | None = None
    instrument: Instrument | None = None
    precedent: Precedent | None = None
    note: str = ""
    carried: Article | None = None
    piece: Piece | None = None
