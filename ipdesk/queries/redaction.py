"""What a reader of a dossier may see: identity numbers only where they are needed, sealed files only by those named.

Everything passes through here on its way to a page; templates hide nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casefiles.model import Evidence
from ipdesk.access import Actor
from ipdesk.masking import masked_id
from ipdesk.queries.dossier_values import Place

NEEDS_NUMBERS = frozenset({"police"})
FORM = ""  # the file of an evidence that is an answer of the form
SEALED_MESSAGE = "这一项涉及标为商业秘密的材料，具体内容只有上传人和被指定的人能看到。"
# Kinds whose figures could stand in the arithmetic: where one of them is sealed, so is the arithmetic.
FIGURE_KINDS = frozenset(
    {"sales_ledger", "loss_assessment", "price_certificate", "appraisal_report", "purchase_evidence", "complaint_letter"}
)


@dataclass(frozen=True, slots=True)
class Eyes:
    """What one reader may see of one dossier: ``openable`` files by id, ``uploads`` ids by file name."""

    openable: frozenset[str]
    uploads: Mapping[str, str]
    sees_numbers: bool

    def sealed(self, file: str) -> bool:
        """Whether the reader may not open ``file``; a file nobody knows any more is not opened either.

        What the form says has no file and is not sealed.
        """
        return file != FORM and self.uploads.get(file) not in self.openable

    def shown(self, text: str) -> str:
        """``text`` with identity numbers masked, unless the reader needs them."""
        return text if self.sees_numbers else masked_id(text)

    def place(self, evidence: Evidence, mark: str) -> Place:
        """Where the evidence stands; of a sealed file only its name."""
        if evidence.file == FORM or self.sealed(evidence.file):
            return Place(evidence.file, None, quote="" if evidence.file else self.shown(evidence.quote))
        upload_id = self.uploads[evidence.file]
        return Place(evidence.file, upload_id, evidence.page, self.shown(evidence.quote), evidence.box, mark)


def eyes_of(actor: Actor, openable: frozenset[str], uploads: Mapping[str, str]) -> Eyes:
    """What ``actor`` may see: a police desk checks identities and sees numbers in full."""
    return Eyes(openable, uploads, actor.agency in NEEDS_NUMBERS)
