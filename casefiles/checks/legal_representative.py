"""The legal representative on licence, certificate and in the complaint. Papers of other organisations are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.model import Evidence, Finding, Practice
from casefiles.renaming import former_names, former_representatives
from casefiles.sightings import Sighting, any_same, same_party, same_person, sightings

BASIS = (Practice("营业执照、法定代表人身份证明书、控告书所载法定代表人应当一致", "D"),)


def check(file: CaseView) -> Iterator[Finding]:
    licensed, certified = sightings(file.parties.licences, "legal_representative"), _certified(file)
    for one in licensed:
        for other in certified:
            if not (
                _are_of_two(file, one, other)
                or same_person(one.value, other.value)
                or _has_succeeded(file, one.value, other.value)
            ):
                yield _told(one, str(other), other.evidence, blocks=one.is_sure and other.is_sure)
    yield from _against_complaint(file, licensed or certified)


def _are_of_two(file: CaseView, licensed: Sighting, certified: Sighting) -> bool:
    """Whether licence and certificate are of two who complain together: each brings papers of its own."""
    name, organisation = licensed.material.value("name") or "", certified.material.value("organisation") or ""
    both_complain = all(any_same([one], file.parties.complainants) for one in (name, organisation))
    return both_complain and not same_party(name, organisation)


def _has_succeeded(file: CaseView, before: str, after: str) -> bool:
    """Whether a paper other than the complaint tells that ``after`` took the place of ``before``."""
    papers = (one for one in file.dossier.materials if one.kind != "complaint_letter")
    return any(same_person(old, before) and same_person(new, after) for old, new in former_representatives(papers))


def _certified(file: CaseView) -> tuple[Sighting, ...]:
    """The certificates of the complainant under any of its names; those that do not show whose they are count too."""
    own = (*file.parties.complainants, *former_names(file.dossier.materials, file.parties.complainants))
    papers = [
        material
        for material in file.of_kind("legal_rep_certificate")
        if not own or not material.value("organisation") or any_same(own, [material.value("organisation") or ""])
    ]
    return sightings(papers, "name")


def _against_complaint(file: CaseView, known: tuple[Sighting, ...]) -> Iterator[Finding]:
    written = file.parties.representative_in_complaint
    if not written or not known or any(same_person(written, seen.value) for seen in known):
        return
    complaint = file.of_kind("complaint_letter")[0]
    place = place_of(complaint, written)
    sure = complaint.reading.text_source == "text" and known[0].is_sure
    yield _told(known[0], f"“{written}”（《{complaint.file}》）", place, blocks=sure)


def _told(one: Sighting, other: str, place: Evidence, *, blocks: bool) -> Finding:
    return finding(
        "mismatch.legal_representative",
        "blocking" if blocks else "warning",
        f"法定代表人在{one}与{other}中不一致。{'' if blocks else '文字由图像识别得出，可能认错，请核对。'}",
        "请以登记机关登记为准改正；法定代表人已变更的，请补充变更后的营业执照或者变更通知书。",
        basis=BASIS,
        evidence=[one.evidence, place],
    )
