"""The credit codes in complaint and power of attorney against the one on the complainant's licence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of, where
from casefiles.model import Finding, Material, Practice
from casefiles.parties import before_the_respondent
from casefiles.sightings import sightings
from casefiles.values.identifiers import compact

BASIS = (Practice("统一社会信用代码在营业执照、控告书、委托书中应当一致", "D"),)
_CODE = re.compile(
    r"(?:信\s*用\s*代\s*码|登记号)[^0-9A-Za-z\n]{0,8}\n?\s*"
    r"([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Za-z])"
)


def check(file: CaseView) -> Iterator[Finding]:
    licensed = sightings(file.parties.licences, "uscc")
    codes = {compact(seen.value) for seen in licensed}
    for material in file.of_kind("complaint_letter", "power_of_attorney", "legal_rep_certificate"):
        for written in _codes(material):
            if codes and written not in codes:
                yield finding(
                    "mismatch.uscc",
                    "warning",
                    f"{where(place_of(material, written))}写的统一社会信用代码“{written}”与营业执照上的{licensed[0]}不一致。",
                    "请核对后改正其中一份，或者说明原因。",
                    basis=BASIS,
                    evidence=[place_of(material, written), licensed[0].evidence],
                )


def _codes(material: Material) -> list[str]:
    """Codes in the complainant's part of the document: those after the respondent is named are the respondent's."""
    return list(dict.fromkeys(_CODE.findall(before_the_respondent(material.reading.text))))
