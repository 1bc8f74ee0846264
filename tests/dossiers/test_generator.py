"""Whole dossiers on real files: what was put in comes out."""

import pytest

from casefiles.reading import read
from casefiles.understanding import understand
from casefiles.values.characters import halfwidth
from tests.dossiers.generator import OFFENCES, dossier, write
from tests.dossiers.printing import Day


@pytest.mark.parametrize("offence", OFFENCES)
def test_every_paper_of_a_dossier_is_understood_from_its_file(offence, tmp_path):
    made = dossier(offence, seed=3)
    folder = write(made, tmp_path / offence)
    for file in made.files:
        found = understand(file.name, read(folder / file.name))
        assert [one.kind for one in found] == [file.paper.kind], (file.name, file.paper.layout, file.style)
        fields = {name: halfwidth(found[0].value(name) or "") for name in file.paper.fields}
        assert fields == {name: halfwidth("".join(value.split())) for name, value in file.paper.fields.items()}, file.paper


def test_the_same_seed_makes_the_same_dossier():
    assert dossier("trade_secret", seed=2).truth == dossier("trade_secret", seed=2).truth
    assert dossier("trade_secret", seed=2).truth != dossier("trade_secret", seed=3).truth


def test_kinds_can_be_left_out_and_the_cast_changed():
    made = dossier("counterfeit_trademark", without=["power_of_attorney"], mark_until=Day(2020, 1, 1))
    assert "power_of_attorney" not in [file.paper.kind for file in made.files]
    assert made.cast["mark_until"] == Day(2020, 1, 1)
