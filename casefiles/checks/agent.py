"""The agent in the complaint, in the power of attorney and on the identity card must be the same person."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Evidence, Finding, Practice
from casefiles.sightings import Sighting, any_same, may_be_misread, same_person, sightings
from casefiles.values.names import normal_name

BASIS = (Practice("控告书、委托书、身份证上的代理人应当是同一人", "D"),)
REMEDY = "请核对代理人姓名，由委托人重新出具委托书，或者补充该代理人的身份证明。"


def check(file: CaseView) -> Iterator[Finding]:
    if not file.parties.powers:
        yield from _against_form(file)
        return
    yield from _against_complaint(file)
    yield from _against_cards(file)


def _against_form(file: CaseView) -> Iterator[Finding]:
    """The form says that nobody acts, so no power is asked for; the complaint names an agent all the same."""
    named, evidence = file.parties.agent_in_complaint, file.story.agent_evidence
    if named is None or file.parties.filed_by_agent:
        return
    yield finding(
        "mismatch.agent",
        "warning",
        f"控告书写明代理人是“{named}”，而在线填写的是由控告人自己报案；没有见到授权委托书。",
        "由代理人报案的，请在线改为“受委托的人”，并补充授权委托书和代理人的身份证明；自己报案的，请删去控告书里的代理人。",
        basis=BASIS,
        evidence=[evidence] if evidence else [],
    )


def _against_complaint(file: CaseView) -> Iterator[Finding]:
    named, evidence = file.parties.agent_in_complaint, file.story.agent_evidence
    if named is None or any(same_person(named, name) for name in _empowered(file)) or _power_mentions(file, named):
        return
    unsure = _is_recognised(file) and any(_alike(seen, named) for seen in file.parties.powers)
    yield _told(f"控告书写明的代理人是“{named}”", file.parties.powers, [evidence] if evidence else [], blocks=not unsure)


def _against_cards(file: CaseView) -> Iterator[Finding]:
    """A card that is nobody's in the dossier, while the agent has none and no lawyer's papers."""
    cards = sightings(file.of_kind("id_card"), "name")
    agents = (*_empowered(file), *file.parties.agent_names)
    if not cards or file.of_kind("lawyer_credentials") or any_same([card.value for card in cards], agents):
        return
    for card in cards:
        if not any_same([card.value], _others(file)) and not _power_mentions(file, card.value):
            unsure = any(may_be_misread(card, seen) for seen in file.parties.powers)
            yield _told(f"身份证的持证人是{card}", file.parties.powers, [card.evidence], blocks=not unsure)


def _empowered(file: CaseView) -> list[str]:
    return [seen.value for seen in file.parties.powers]


def _others(file: CaseView) -> list[str]:
    return [*file.parties.complainants, *(seen.value for seen in file.parties.representatives)]


def _power_mentions(file: CaseView, name: str) -> bool:
    """A power given to a law firm names its lawyers in the text."""
    return any(normal_name(name) in normal_name(material.reading.text) for material in file.of_kind("power_of_attorney"))


def _is_recognised(file: CaseView) -> bool:
    scanned = [one for one in file.of_kind("complaint_letter") if one.reading.text_source != "text"]
    return bool(scanned) or any(not seen.is_sure for seen in file.parties.powers)


def _alike(seen: Sighting, name: str) -> bool:
    """Two short names that differ in one character of three may be one name misread."""
    same = sum(one == other for one, other in zip(seen.value, name, strict=False))
    return len(seen.value) == len(name) and same >= len(name) - 1 and not same_person(seen.value, name)


def _told(found: str, powers: tuple[Sighting, ...], places: list[Evidence], *, blocks: bool) -> Finding:
    seen = "、".join(map(str, powers))
    return finding(
        "mismatch.agent",
        "blocking" if blocks else "warning",
        f"{found}，授权委托书的受托人是{seen}，两者不一致。{'' if blocks else '可能是识别上的差别，请核对。'}",
        REMEDY,
        basis=BASIS,
        evidence=[*places, *(one.evidence for one in powers)],
    )
