"""Whole dossiers of every offence, printed in many layouts: complete ones pass, each defect is found, and nothing else blocks."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import Image

from casefiles.folder import files_under
from casefiles.intake import materials_of
from casefiles.model import Dossier, Review
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.reading import read
from tests.dossiers.generator import OFFENCES, Made, dossier
from tests.dossiers.printing import Day

FILED_ON = date(2026, 12, 28)
SIGNED = ("complaint_letter", "power_of_attorney", "legal_rep_certificate", "authenticity_report")


def stamped(data: bytes) -> bytes:
    """The Word document with a seal at its end."""
    seal, out = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(seal, "PNG")
    document = Document(io.BytesIO(data))
    document.add_picture(seal)
    document.save(out)
    return out.getvalue()


def reviewed(made: Made, folder: Path, *, unsigned: Sequence[str] = ()) -> Review:
    for file in made.files:
        signs = file.paper.kind in SIGNED and file.paper.kind not in unsigned
        (folder / file.name).write_bytes(stamped(file.data) if signs else file.data)
    materials = tuple(one for path in files_under(folder) for one in materials_of(folder, path, read))
    return review(Dossier(FILED_ON, materials, made.offence), office=office())


def made_of(offence: str, seed: int, **options: Any) -> Made:
    return dossier(offence, seed, **{"formats": ("docx",), **options})


def blocking(made: Review) -> set[str]:
    return {finding.code for finding in made.findings if finding.severity == "blocking"}


@pytest.mark.parametrize("offence", OFFENCES)
@pytest.mark.parametrize("seed", [2])
def test_a_complete_dossier_has_nothing_that_blocks(offence, seed, tmp_path):
    made = reviewed(made_of(offence, seed, poa_until=Day(2027, 12, 1)), tmp_path)
    told = [finding.message for finding in made.findings if finding.severity == "blocking"]
    assert told == []
    assert made.required == made.satisfied


DEFECTS: list[tuple[str, str, dict[str, Any]]] = [
    ("expired.trademark_certificate", "counterfeit_trademark", {"mark_from": Day(2010, 1, 2), "mark_until": Day(2020, 1, 1)}),
    ("expired.power_of_attorney", "trade_secret", {"poa_until": Day(2026, 12, 1)}),
    ("invalid.uscc", "copyright_infringement", {"uscc": "91510100MA61UT7KXA"}),
    ("invalid.id_number", "trade_secret", {"agent_id": "510104199007214620"}),
    ("missing.trademark_certificate", "counterfeit_labels", {"without": ["trademark_certificate"]}),
    ("missing.legal_rep_certificate", "patent_passing_off", {"without": ["legal_rep_certificate"]}),
    ("missing.patent_register_extract", "patent_passing_off", {"without": ["patent_register_extract"]}),
    ("missing.ownership_proof", "sale_of_infringing_copies", {"without": ["software_certificate"]}),
    ("missing.confidentiality_measures", "trade_secret_foreign", {"without": ["confidentiality_measures"]}),
    ("missing.complaint_letter", "trade_secret", {"without": ["complaint_letter"]}),
]


@pytest.mark.parametrize(("code", "offence", "changes"), DEFECTS, ids=[code for code, _, _ in DEFECTS])
def test_each_defect_is_found_and_nothing_else_blocks(code, offence, changes, tmp_path):
    made = reviewed(made_of(offence, 3, **{"poa_until": Day(2027, 12, 1), **changes}), tmp_path)
    assert blocking(made) == {code}
    assert made.outcome == "needs_supplement"


@pytest.mark.parametrize("kind", SIGNED)
def test_a_paper_without_seal_or_signature_is_told(kind, tmp_path):
    made = reviewed(made_of("counterfeit_trademark", 5, poa_until=Day(2027, 12, 1)), tmp_path, unsigned=[kind])
    assert {finding.code for finding in made.findings} >= {"invalid.signature"}
    assert blocking(made) <= {"invalid.signature"}
