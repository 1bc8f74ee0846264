"""An endless line in a paper does not hold up the checks: they pass over it once, not once from each of its places."""

import pytest

from casefiles.chains import chains_of
from casefiles.checks import run_checks
from casefiles.elements import elements_of
from casefiles.kinds import all_kinds
from tests.casefiles.builders import case, complaint, dossier, material, told_by
from tests.soon import soon


@pytest.mark.parametrize("check", ["amounts_agree", "signature"])
@pytest.mark.parametrize("text", ["壹" * 60_000, "1" * 60_000, " " * 60_000, "有限公司" * 15_000])
def test_an_endless_line_ends_soon(check: str, text: str) -> None:
    with soon():
        told_by(check, dossier(complaint(text)))


QUICK = {"1" * 8_000, " " * 8_000, "1," * 4_000, "1.(a)" * 1_600, "密点1" * 2_500, "未经" * 4_000}
KINDS = tuple(kind.code for kind in all_kinds())


@pytest.mark.parametrize("text", sorted(QUICK), ids=lambda text: text[:6].strip() or "blanks")
@pytest.mark.parametrize("offence", ["counterfeit_trademark", "patent_passing_off", "copyright_infringement", "trade_secret"])
def test_no_check_element_or_chain_is_held_up(offence: str, text: str) -> None:
    file = case(dossier(*(material(kind, text) for kind in KINDS), offence=offence))
    with soon():
        run_checks(file)
        elements_of(file)
        chains_of(file)
