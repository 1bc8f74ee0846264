"""What a reader of a dossier may see: identity numbers only where they are needed, sealed files only by those named.

Everything passes through here on its way to a page; templates hide nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from casefiles.model import Evidence, Finding, Review
from ipdesk.access import Actor
from ipdesk.masking import masked_id
from ipdesk.queries.dossier_values import Place
from ipdesk.queries.snapshots import upload_name

NEEDS_NUMBERS = frozenset({"police"})
FORM = ""  # the file of an evidence that is an answer of the form
SEALED_MESSAGE = "这一项涉及标为商业秘密的材料，具体内容只有上传人和被指定的人能看到。"
# Kinds whose figures could stand in the arithmetic: where one of them is sealed, so is the arithmetic.
FIGURE_KINDS = frozenset(
    {"sales_ledger", "loss_assessment", "price_certificate", "appraisal_report", "purchase_evidence", "complaint_letter"}
)


@dataclass(frozen=True, slots=True)
class Eyes:
    """What one reader may see of one dossier: ``openable`` files by id, ``uploads`` ids by file name.

    ``series`` are the files of a document of several photos, by the first of them (``series_of``).
    """

    openable: frozenset[str]
    uploads: Mapping[str, str]
    sees_numbers: bool
    series: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def sealed(self, file: str) -> bool:
        """Whether the reader may not open ``file``; a file nobody knows any more is not opened either.

        What the form says has no file and is not sealed.
        """
        return file != FORM and any(self.uploads.get(one) not in self.openable for one in self.series.get(file, (file,)))

    def quotes_sealed(self, finding: Finding) -> bool:
        """Whether the finding rests on a file the reader may not open."""
        return any(self.sealed(one.file) for one in finding.evidence)

    def shown(self, text: str) -> str:
        """``text`` without the names of files inside sealed ones, and with identity numbers masked for who needs none."""
        for name in self._names_inside:
            text = text.replace(name, upload_name(name))
        return text if self.sees_numbers else masked_id(text)

    @property
    def _names_inside(self) -> list[str]:
        """The files inside sealed ones, the longest name first: one may begin as another does."""
        inside = (name for name, upload in self.uploads.items() if upload not in self.openable and name != upload_name(name))
        return sorted(inside, key=len, reverse=True)

    def place(self, evidence: Evidence, mark: str) -> Place:
        """Where the evidence stands; of a sealed file only its name, and of one inside it that of the whole."""
        if evidence.file == FORM or self.sealed(evidence.file):
            return Place(upload_name(evidence.file), None, quote="" if evidence.file else self.shown(evidence.quote))
        place = Place(evidence.file, self.uploads[evidence.file], evidence.page, self.shown(evidence.quote), evidence.box, mark)
        return self.at(place)

    def at(self, place: Place) -> Place:
        """``place`` in the very file its page lies in, where it is a page of several photos."""
        file, page = in_series(self.series.get(place.file, ()), place.file, place.page)
        return replace(place, file=file, upload_id=self.uploads.get(file), page=page)


def in_series(files: Sequence[str], file: str, page: int | None) -> tuple[str, int | None]:
    """The file and the page in it, where ``page`` counts over the photos ``files``; else as they are."""
    return (files[page - 1], 1) if page and 0 < page <= len(files) else (file, page)


def series_of(review: Review | None) -> dict[str, tuple[str, ...]]:
    """The files of each document of several photos, by the first of them."""
    return {one.file: one.files for one in review.materials if one.files} if review else {}


def eyes_of(
    actor: Actor, openable: frozenset[str], uploads: Mapping[str, str], series: Mapping[str, tuple[str, ...]] | None = None
) -> Eyes:
    """What ``actor`` may see: a police desk checks identities and sees numbers in full."""
    return Eyes(openable, uploads, actor.agency in NEEDS_NUMBERS, series or {})


def common_eyes(not_secret: frozenset[str], uploads: Mapping[str, str], review: Review) -> Eyes:
    """What may stand on papers that several people read: nothing of a trade secret, whoever asks for them.

    ``not_secret`` are the other files' ids, ``uploads`` those of ``review`` by file name.
    """
    return Eyes(not_secret, uploads, sees_numbers=True, series=series_of(review))
