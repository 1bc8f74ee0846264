"""Whole dossiers with their truth: which papers an offence brings, printed in layouts, styles and formats drawn by a seed.

    python -m tests.dossiers.generator FOLDER [SEED]     writes one dossier for each offence, with its truth beside it

A new layout is a new section in ``papers/<kind>.txt``, a new kind a new file there, a new style a function in ``styles.py``.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from tests import documents
from tests.dossiers.cast import cast
from tests.dossiers.papers import Layout, Paper, layouts, printed
from tests.dossiers.styles import STYLES

_WHO = ("complaint_letter", "business_license", "legal_rep_certificate", "power_of_attorney", "id_card", "evidence_list")
_MARK = ("trademark_certificate", "authenticity_report", "non_authorisation_statement", "purchase_evidence", "sales_ledger")
_SECRET = ("trade_secret_carrier", "confidentiality_measures", "nda", "non_public_appraisal", "loss_assessment")
OFFENCES: dict[str, tuple[str, ...]] = {
    "counterfeit_trademark": (*_WHO, *_MARK, "notarial_deed", "comparison"),
    "sale_of_counterfeits": (*_WHO, *_MARK, "web_evidence", "trademark_renewal", "license_agreement"),
    "counterfeit_labels": (*_WHO, *_MARK, "photos", "price_certificate", "administrative_decision"),
    "patent_passing_off": (*_WHO, "patent_certificate", "patent_register_extract", "photos", "sales_ledger", "civil_judgment"),
    "copyright_infringement": (*_WHO, "copyright_certificate", "ownership_proof", "comparison", "web_evidence", "sales_ledger"),
    "sale_of_infringing_copies": (*_WHO, "software_certificate", "appraisal_report", "purchase_evidence", "lawyer_credentials"),
    "trade_secret": (*_WHO, *_SECRET, "appraisal_report"),
    "trade_secret_foreign": (*_WHO, *_SECRET, "subject_certificate"),
}
FORMATS = {
    "docx": lambda blocks: documents.docx(blocks),
    "pdf": lambda blocks: documents.text_pdf(blocks),
    "scan.pdf": lambda blocks: documents.scan_pdf([blocks]),
    "jpg": lambda blocks: documents.photo(blocks),
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of a dossier: its name, its bytes, and the paper it holds."""

    name: str
    data: bytes
    paper: Paper
    style: str


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier of one offence; ``cast`` is who and what it is about."""

    offence: str
    files: tuple[File, ...]
    cast: dict[str, Any]

    @property
    def truth(self) -> dict[str, Any]:
        """What a careful reader finds: the kind and the fields of every file."""
        return {
            "offence": self.offence,
            "materials": [{"file": file.name, "kind": file.paper.kind, "fields": dict(file.paper.fields)} for file in self.files],
        }


def dossier(
    offence: str,
    seed: int = 0,
    *,
    without: Sequence[str] = (),
    formats: Sequence[str] = ("docx", "pdf"),
    styles: Sequence[str] = tuple(STYLES),
    **changes: Any,
) -> Made:
    """A dossier of ``offence``. ``without`` leaves kinds out;

    ``changes`` replace words of the cast (an expired ``mark_until``).
    """
    chance = random.Random(seed)  # noqa: S311  # a choice of layouts, no secret
    people = {**cast(seed), **changes}
    kinds = [kind for kind in OFFENCES[offence] if kind not in without]
    files = (
        _file(number, _layout(kind, chance), people, chance.choice(styles), chance.choice(formats))
        for number, kind in enumerate(kinds, 1)
    )
    return Made(offence, tuple(files), people)


def write(made: Made, folder: Path) -> Path:
    """Write the files of ``made`` into ``folder`` and its truth beside it as ``<folder>.truth.json``; returns ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in made.files:
        (folder / file.name).write_bytes(file.data)
    truth = json.dumps(made.truth, ensure_ascii=False, indent=1)
    folder.with_name(f"{folder.name}.truth.json").write_text(truth, encoding="utf-8")
    return folder


def _layout(kind: str, chance: random.Random) -> Layout:
    return chance.choice([layout for layout in layouts() if layout.kind == kind])


def _file(number: int, layout: Layout, people: dict[str, Any], style: str, format: str) -> File:
    """The name says nothing about the kind: what counts is what is printed."""
    paper = printed(layout, people)
    return File(f"材料{number:02}.{format}", FORMATS[format](STYLES[style](paper.blocks)), paper, style)


@click.command(help="Write one dossier of each offence under FOLDER, drawn by SEED.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("seed", type=int, default=0)
def main(folder: Path, seed: int) -> None:
    for offence in OFFENCES:
        written = write(dossier(offence, seed), folder / offence)
        sys.stdout.write(f"{written}\n")


if __name__ == "__main__":
    main()
