"""Who gave the power of attorney: the complainant, the holder, or someone in the chain between them."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.ownership import linked_names
from casefiles.sightings import Sighting, any_same, comparable, contained, may_be_misread, sightings

BASIS = (Practice("委托人应当是控告人、权利人或者两者之间授权链条上的主体", "D"),)


def check(file: CaseView) -> Iterator[Finding]:
    entitled = _entitled(file)
    if not entitled:
        return
    for material in file.of_kind("power_of_attorney"):
        principals = sightings([material], "principal")
        if principals and not any(any_same([seen.value], entitled) for seen in principals):
            yield _told(file, principals, entitled)


def _entitled(file: CaseView) -> tuple[str, ...]:
    """Besides the parties, their representative (who signs for them) and an agent who passes the power on."""
    if not file.parties.complainants and not file.holders:
        return ()
    licensed = sightings(file.parties.licences, "name") if not file.parties.complainants else ()
    others = (*file.parties.representatives, *file.parties.powers, *licensed)
    return (*linked_names(file), *(seen.value for seen in others))


def _told(file: CaseView, principals: tuple[Sighting, ...], entitled: tuple[str, ...]) -> Finding:
    unsure = _may_be_the_same(file, principals, entitled)
    names = "、".join(dict.fromkeys(f"“{name}”" for name in linked_names(file)))
    seen = "、".join(map(str, principals))
    doubt = "可能是识别或者语言上的差别，请核对。" if unsure else ""
    return finding(
        "mismatch.principal",
        "warning" if unsure else "blocking",
        f"授权委托书的委托人是{seen}，与控告人、权利人（{names}）都不一致。{doubt}",
        "请由控告人（权利人）重新出具委托书，或者补充委托人取得授权的材料。",
        basis=BASIS,
        evidence=[*(one.evidence for one in principals), *(one.evidence for one in file.parties.complainant_seen)],
    )


def _may_be_the_same(file: CaseView, principals: tuple[Sighting, ...], entitled: tuple[str, ...]) -> bool:
    known = (*file.parties.complainant_seen, *file.holders)
    misread = any(may_be_misread(one, other) or contained(one.value, other.value) for one in principals for other in known)
    return misread or not any(comparable(one.value, name) for one in principals for name in entitled)
