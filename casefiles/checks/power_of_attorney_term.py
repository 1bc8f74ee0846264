"""A power of attorney must be alive on the day of filing; a later one can be given, so its lapse is curable."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.sightings import Sighting, sightings
from casefiles.terms import day_of

BASIS = (Practice("委托书的期限应当覆盖提交之日（参照行政投诉对授权事项、权限、期限的要求）", "V1"),)


def check(file: CaseView) -> Iterator[Finding]:
    powers = sightings(file.of_kind("power_of_attorney"), "valid_until")
    lapsed = [seen for seen in powers if (day := day_of(seen)) and day < file.as_of]
    another_holds = len(file.of_kind("power_of_attorney")) > len(lapsed)
    for seen in lapsed:
        yield _told(file, seen, another_holds=another_holds)


def _told(file: CaseView, seen: Sighting, *, another_holds: bool) -> Finding:
    beside = "另有一份委托书，请核对以哪一份为准。" if another_holds else ""
    return finding(
        "expired.power_of_attorney",
        "warning" if another_holds else "blocking",
        f"授权委托书的期限至{seen.value}，到报案日{file.as_of.isoformat()}已经届满。{beside}",
        "请由委托人重新出具期限覆盖报案日的授权委托书。",
        basis=BASIS,
        evidence=[seen.evidence],
    )
