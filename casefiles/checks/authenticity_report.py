"""Who issued the authenticity report: the holder or the complainant, or someone the holder empowered for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.ownership import linked_names
from casefiles.sightings import any_same, comparable, may_be_misread, sightings
from casefiles.values.characters import closed_up

BASIS = (Practice("由他人鉴别真伪的，须有权利人的单独授权；鉴别意见属于被害人陈述，需要印证", "V1"),)

_TELLING_APART = re.compile(r"鉴别|鉴定|辨认|辨别|真伪")


def check(file: CaseView) -> Iterator[Finding]:
    names = (*linked_names(file), *_empowered(file))
    for seen in sightings(file.of_kind("authenticity_report"), "issuer"):
        known = any_same([seen.value], names) or any(may_be_misread(seen, holder) for holder in file.holders)
        if names and not known and any(comparable(seen.value, name) for name in names):
            yield finding(
                "mismatch.authenticity_issuer",
                "warning",
                f"真伪鉴别意见的出具人是{seen}，不是控告人或者权利人，没有见到鉴别授权。",
                "请补充权利人授权该单位鉴别真伪的委托书，或者由权利人出具鉴别意见。",
                basis=BASIS,
                evidence=[seen.evidence],
            )


def _empowered(file: CaseView) -> list[str]:
    """The agents whose power of attorney speaks of telling genuine goods from others."""
    powers = [power for power in file.of_kind("power_of_attorney") if _TELLING_APART.search(closed_up(power.reading.text))]
    return [seen.value for seen in sightings(powers, "agent")]
