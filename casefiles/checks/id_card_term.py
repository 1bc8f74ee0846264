"""Identity cards on the day of filing: a lapsed one is looked at by a person."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.sightings import sightings
from casefiles.terms import day_of

BASIS = (Practice("身份证件应当在有效期内", "D"),)


def check(file: CaseView) -> Iterator[Finding]:
    for seen in sightings(file.of_kind("id_card"), "valid_until"):
        day = day_of(seen)
        if day and day < file.as_of:
            whose = seen.material.value("name") or "持证人"
            yield finding(
                "expired.id_card",
                "warning",
                f"{whose}的身份证有效期至{seen.value}，到报案日{file.as_of.isoformat()}已经过期。",
                "请换领新证后补充正反面复印件，或者由民警当面核验身份。",
                basis=BASIS,
                evidence=[seen.evidence],
            )
