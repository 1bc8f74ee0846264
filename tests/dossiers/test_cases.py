"""Whole reports as they are sent: what a careful officer finds in them, the pre-review tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casefiles.folder import files_under
from casefiles.intake import contents_of, materials_in
from casefiles.kinds import kinds_by_code
from casefiles.offences import load_offences
from casefiles.reading import read
from tests.dossiers.casebook import cases
from tests.dossiers.make import write
from tests.dossiers.score import asked, reviewed

PRINTED = [name for name, case in cases().items() if not case.is_drawn]
SMALL_SCAN = "natural-person-no-place"


def mistakes(name: str, folder: Path) -> list[str]:
    home = write(cases()[name], folder)
    truth = json.loads((folder / f"{name}.truth.json").read_text(encoding="utf-8"))
    answers = asked(truth, reviewed(home, truth))
    return [f"{one.of}: {one.wanted!r}, told {one.got!r}" for one in answers if not one.is_told]


@pytest.mark.parametrize("name", [*PRINTED, SMALL_SCAN])
def test_what_a_careful_officer_finds_is_told(name: str, tmp_path: Path) -> None:
    assert mistakes(name, tmp_path) == []


@pytest.mark.parametrize("name", ["goods-not-yet-sold", "foreign-holder-substituted-agent"])
def test_every_value_keeps_the_place_where_it_is_printed(name: str, tmp_path: Path) -> None:
    home = write(cases()[name], tmp_path)
    for material in materials_in(content for path in files_under(home) for content in contents_of(home, path, read)):
        lines = {page.number: [line.text for line in page.lines] for page in material.reading.pages}
        for fact in material.fields.values():
            assert any(fact.quote in line for line in lines[fact.page or 0]), fact
            assert 0 < fact.confidence <= 1
            assert (fact.box is not None) == (material.reading.format == "pdf"), fact


def test_every_offence_has_a_dossier_and_every_truth_names_what_exists() -> None:
    assert {case.told["offence"] for case in cases().values()} == set(load_offences())
    for case in cases().values():
        for document in (document for file in case.files for document in file.holds):
            known = {field.name for field in kinds_by_code()[document["kind"]].fields}
            assert set(document["fields"]) <= known, (case.name, document)
