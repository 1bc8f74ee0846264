"""The patent number on the certificate against the numbers the complaint gives (K23)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.model import Finding, Material, Practice
from casefiles.sightings import Sighting, listed
from casefiles.values.characters import plain
from casefiles.values.identifiers import compact

BASIS = (Practice("专利号在证书、登记簿副本、控告书中应当一致", "D"),)
_NUMBER = re.compile(r"(?<![A-Za-z\d])(?:ZL)?\s?(\d{12}|\d{8})(\.\s?[\dXx])(?![\dA-Za-z])")


def check(file: CaseView) -> Iterator[Finding]:
    certified = (*file.seen("patent_certificate", "patent_no"), *file.seen("patent_register_extract", "patent_no"))
    own = {_bare(seen.value) for seen in certified}
    if file.right != "patent" or not own:
        return
    for paper in file.of_kind("complaint_letter", "comparison"):
        written = _written(paper)
        if written and own.isdisjoint(written):
            yield _told(paper, written, certified)


def _written(paper: Material) -> dict[str, str]:
    return {_bare(match[0]): match[0] for match in _NUMBER.finditer(plain(paper.reading.text))}


def _bare(number: str) -> str:
    return re.sub(r"[^\dX]", "", compact(number).upper().replace("ZL", ""))


def _told(paper: Material, written: dict[str, str], certified: tuple[Sighting, ...]) -> Finding:
    return finding(
        "mismatch.patent_no",
        "warning",
        f"《{paper.file}》写的专利号{'、'.join(written.values())}与{listed(certified)}不一致。",
        "请核对后改正写错的一份；涉及其他专利的，请补充该专利的证书和登记簿副本。",
        basis=BASIS,
        evidence=[place_of(paper, next(iter(written.values()))), *(seen.evidence for seen in certified)],
    )
