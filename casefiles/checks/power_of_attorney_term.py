"""A power of attorney must be alive on the day of filing; a later one can be given, so its lapse is curable."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.model import Finding, Material, Practice
from casefiles.sightings import Sighting, sightings
from casefiles.terms import dated_after, day_of

_BEGINS = r"(?:委\s*托|授\s*权|代\s*理|有\s*效)\s*(?:的|书)?\s*(?:有\s*效\s*)?期\s*(?:限|间)?\s*[:：]?\s*(?:为|是)?\s*(?:自|从)"
BASIS = (Practice("委托书的期限应当覆盖提交之日（参照行政投诉对授权事项、权限、期限的要求）", "V1"),)


def check(file: CaseView) -> Iterator[Finding]:
    powers = sightings(file.of_kind("power_of_attorney"), "valid_until")
    lapsed = [seen for seen in powers if (day := day_of(seen)) and day < file.as_of]
    another_holds = len(file.of_kind("power_of_attorney")) > len(lapsed)
    for seen in lapsed:
        yield _told(file, seen, another_holds=another_holds)
    for power in file.of_kind("power_of_attorney"):
        begins = dated_after(power, _BEGINS)
        if begins and begins > file.as_of:
            yield _not_begun(file, power, begins)


def _not_begun(file: CaseView, power: Material, begins: date) -> Finding:
    """A term that begins after the day of filing does not cover it; a warning, as a person may have meant another day."""
    return finding(
        "expired.power_of_attorney",
        "warning",
        f"授权委托书《{power.file}》的期限自{begins.isoformat()}开始，到报案日{file.as_of.isoformat()}还没有开始。",
        "请核对委托期限的起始日期；确实没有开始的，请由委托人出具期限覆盖报案日的授权委托书。",
        basis=BASIS,
        evidence=[place_of(power, f"{begins:%Y}年")],
    )


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
