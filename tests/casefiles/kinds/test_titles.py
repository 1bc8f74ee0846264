"""Papers under titles worded in many ways, short as they are: each is still told for what it is (``titles.txt``)."""

from pathlib import Path

import pytest

from casefiles.model import Line, Page, Reading
from casefiles.understanding import understand

PAPERS = [one.split("\n", 1) for one in Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").split("=== ")[1:]]


@pytest.mark.parametrize(("kind", "text"), PAPERS, ids=[f"{kind}:{text[:12]}" for kind, text in PAPERS])
def test_a_paper_is_told_by_its_title_however_it_is_worded(kind: str, text: str) -> None:
    lines = tuple(Line(line.replace(" | ", "\t")) for line in text.splitlines())
    (found,) = understand("扫描件.docx", Reading("docx", (Page(1, lines),)))
    assert found.kind == kind
