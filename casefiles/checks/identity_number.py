"""Identity numbers by length, date and check digit (GB 11643-1999), never by region: real people keep old county codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.sightings import Sighting, sightings
from casefiles.values.identifiers import compact, identity_number_is_valid

BASIS = (Practice("公民身份号码按 GB 11643-1999 的长度、日期和校验码核对，不核对地区", "C"),)
WHERE = (("legal_rep_certificate", "id_number"), ("id_card", "id_number"), ("power_of_attorney", "agent_id_number"))
_RESIDENT = re.compile(r"\d{15,20}[Xx]?")
_OLD_LENGTH = 15


def check(file: CaseView) -> Iterator[Finding]:
    for kind, field in WHERE:
        for seen in sightings(file.of_kind(kind), field):
            number = compact(seen.value)
            if _RESIDENT.fullmatch(number) and not identity_number_is_valid(number):
                yield _told(seen, number)


def _told(seen: Sighting, number: str) -> Finding:
    blocks = seen.is_sure and len(number) != _OLD_LENGTH
    doubt = "" if seen.is_sure else "该号码由图像识别得出，可能认错，请核对。"
    return finding(
        "invalid.id_number",
        "blocking" if blocks else "warning",
        f"身份证号码“{masked(number)}”{_fault(number)}（{seen.material.file}）。{doubt}",
        "请对照身份证原件核对并改正该材料中的号码。",
        basis=BASIS,
        evidence=[seen.evidence],
    )


def _fault(number: str) -> str:
    if len(number) == _OLD_LENGTH:
        return "为已停用的15位旧号码"
    return f"应为18位，现为{len(number)}位" if len(number) != 18 else "未通过日期或者校验码核对"


def masked(number: str) -> str:
    """The number with the middle hidden: 510107********2132."""
    return number[:6] + "*" * max(0, len(number) - 10) + number[-4:]
