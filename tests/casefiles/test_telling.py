"""What is told beside a finding: everything asked for can be had from somebody, the heavy comes first, the minor may wait."""

from datetime import date

import pytest

from casefiles.model import Finding
from casefiles.offences import load_offences
from casefiles.telling.deferrals import deferral_of, practice, remind_on
from casefiles.telling.guidance import by_weight, guidance_of

FAMILIES = (
    "missing", "unreadable", "invalid", "expired", "mismatch", "threshold", "jurisdiction", "limitation", "duplicate",
    "translation", "authentication",
)  # fmt: skip
NEEDED = {need.code for offence in load_offences().values() for need in (*offence.needs, *offence.advisable)}


def found(code: str, severity: str = "blocking", curable: bool = True) -> Finding:
    return Finding(code, severity, "", "", curable=curable)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_code_nobody_knows_is_told_as_its_family(family):
    assert guidance_of(f"{family}.something_new").source


@pytest.mark.parametrize("code", sorted(NEEDED - {"missing.foreign_link"}))
def test_every_material_that_is_asked_for_has_a_line_of_its_own(code):
    assert guidance_of(code).source != guidance_of("missing.nothing").source


def test_an_own_line_without_an_example_does_not_borrow_one():
    assert guidance_of("mismatch.agent").example == ""
    assert guidance_of("mismatch.notarial_date").example


def test_what_blocks_for_good_comes_first_and_information_last():
    order = by_weight(
        [
            found("threshold.met", "info"),
            found("mismatch.agent"),
            found("missing.evidence_list", "warning"),
            found("missing.power_of_attorney"),
            found("expired.patent_certificate", curable=False),
            found("missing.complaint_letter"),
        ]
    )
    assert [one.code for one in order] == [
        "expired.patent_certificate",
        "missing.complaint_letter",
        "missing.power_of_attorney",
        "mismatch.agent",
        "missing.evidence_list",
        "threshold.met",
    ]


@pytest.mark.parametrize(
    "code", ["missing.complaint_letter", "missing.power_of_attorney", "missing.trademark_certificate", "mismatch.rights_holder"]
)
def test_what_carries_the_report_is_never_deferred(code):
    assert deferral_of(code) is None


def test_a_minor_gap_may_wait_for_the_days_of_the_data():
    deferral = deferral_of("missing.legal_rep_certificate")
    assert deferral is not None and deferral.latest(date(2026, 11, 22)) == date(2026, 12, 2)
    assert remind_on(date(2026, 12, 2)) == date(2026, 11, 30)
    assert practice().grade == "G", "no national rule was found"
