"""An endless line in a paper does not hold up the checks: they pass over it once, not once from each of its places."""

import time

import pytest

from tests.casefiles.builders import complaint, dossier, told_by


@pytest.mark.parametrize("check", ["amounts_agree", "signature"])
@pytest.mark.parametrize("text", ["壹" * 60_000, "1" * 60_000, " " * 60_000, "有限公司" * 15_000])
def test_an_endless_line_ends_soon(check: str, text: str) -> None:
    before = time.monotonic()
    told_by(check, dossier(complaint(text)))
    assert time.monotonic() - before < 5
