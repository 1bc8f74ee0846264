"""The complainant's name on licence and certificate of the representative: another registered name is another party (K01)."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Evidence, Finding, Practice
from casefiles.ownership import linked_names
from casefiles.sightings import Sighting, any_same, comparable, contained, may_be_misread, sightings

BASIS = (Practice("登记的名称不同，即为不同的主体；名称变更过的，须有变更证明", "D"),)
PAPERS = (("营业执照", "business_license", "name"), ("法定代表人身份证明书", "legal_rep_certificate", "organisation"))


def check(file: CaseView) -> Iterator[Finding]:
    """Papers of others lie in many a dossier: only where none bears the complainant's name are they told."""
    if not file.parties.complainants or file.parties.type == "person":
        return
    for name, kind, field in PAPERS:
        seen = sightings(file.of_kind(kind), field)
        if seen and not any(any_same([one.value], linked_names(file)) for one in seen):
            yield from (_told(file, name, one) for one in seen if _compares(file, one))


def _compares(file: CaseView, seen: Sighting) -> bool:
    return any(comparable(seen.value, name) for name in file.parties.complainants)


def _told(file: CaseView, paper: str, seen: Sighting) -> Finding:
    complainants = file.parties.complainants
    doubt = ""
    if any(may_be_misread(seen, other) for other in file.parties.complainant_seen):
        doubt = "文字由图像识别得出，可能认错。"
    elif any(contained(seen.value, name) for name in complainants):
        doubt = "可能是分支机构或者名称没有写全。"
    return finding(
        "mismatch.registered_name",
        "warning",
        f"{paper}上的名称是{seen}，控告人是{'、'.join(f'“{name}”' for name in complainants)}，两者不同。{doubt}",
        "请对照登记的名称逐字核对（“有限公司”与“有限责任公司”也是不同的名称）：写错的请改正；名称变更过的，请附变更通知书；"
        "不是同一主体的，请补充控告人自己的证件。",
        basis=BASIS,
        evidence=[seen.evidence, *_complaints(file)],
    )


def _complaints(file: CaseView) -> list[Evidence]:
    return [one.evidence for one in file.parties.complainant_seen]
