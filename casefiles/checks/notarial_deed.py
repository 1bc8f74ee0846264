"""A notarial deed against the dossier: who applied for it, and that it was made before the report."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.ownership import linked_names
from casefiles.sightings import any_same, comparable, may_be_misread, sightings
from casefiles.terms import day_of
from casefiles.values.characters import plain, without_spaces

BASIS = (Practice("公证书的申请人、日期与案卷一致", "D"),)


def check(file: CaseView) -> Iterator[Finding]:
    deeds = file.of_kind("notarial_deed")
    yield from _applicants(file)
    for seen in sightings(deeds, "issued_on"):
        day = day_of(seen)
        if day and day > file.as_of:
            message = f"公证书的出证日期{seen}晚于报案日{file.as_of.isoformat()}。"
            remedy = "请核对公证书日期。"
            yield finding("mismatch.notarial_date", "warning", message, remedy, basis=BASIS, evidence=[seen.evidence])


def _applicants(file: CaseView) -> Iterator[Finding]:
    known = (*linked_names(file), *file.parties.agent_names, *(one.value for one in file.parties.representatives))
    for seen in sightings(file.of_kind("notarial_deed"), "applicant"):
        if _is_the_agents_firm(file, seen.value):
            continue
        misread = any(may_be_misread(seen, other) for other in (*file.parties.complainant_seen, *file.holders))
        if known and not misread and not any_same([seen.value], known) and any(comparable(seen.value, one) for one in known):
            yield finding(
                "mismatch.notarial_applicant",
                "warning",
                f"公证书的申请人是{seen}，不是控告人、权利人或者其代理人。",
                "请说明申请人与控告人的关系，必要时补充委托材料。",
                basis=BASIS,
                evidence=[seen.evidence],
            )


def _is_the_agents_firm(file: CaseView, applicant: str) -> bool:
    """Whether the applicant is the firm that the power of attorney or the lawyer's papers name."""
    name = without_spaces(plain(applicant))
    papers = file.of_kind("power_of_attorney", "lawyer_credentials")
    return name.endswith("事务所") and any(name in without_spaces(plain(paper.reading.text)) for paper in papers)
