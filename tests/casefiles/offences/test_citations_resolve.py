"""Every citation of the rules leads to an article of the library, on the day it is cited for."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles.offences import load_metrics, load_offences
from statutes.library import Library

TODAY = date(2026, 11, 2)


def cited():
    for offence in load_offences().values():
        yield offence.article, TODAY
        yield from ((limb.basis, limb.ends or TODAY) for limb in offence.limbs)
        yield from ((penalty.basis, TODAY) for penalty in offence.penalties)  # the library holds no criminal law before 2021
        yield from (
            (basis, TODAY) for need in (*offence.needs, *offence.advisable) for basis in need.basis if isinstance(basis, str)
        )
    yield from ((metric.basis, TODAY) for metric in load_metrics().values())


@pytest.mark.parametrize(("citation", "day"), sorted(set(cited())))
def test_a_citation_of_the_rules_resolves(citation, day):
    resolution = Library.bundled().resolve(citation, day)
    assert resolution.found, resolution.note
