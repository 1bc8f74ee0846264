"""The holder on the certificate against the complainant. A licence, transfer or change of name links the two."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Evidence, Finding, Practice
from casefiles.ownership import Holding, holdings

BASIS = (Practice("控告人须与权利证书上的权利人一致，或者有许可、转让、变更的链条", "D"),)
REMEDY = "请核对权利证书和控告书上的名称；由被许可人、受让人报案或者名称已变更的，请补充许可合同、转让或者变更证明。"


def check(file: CaseView) -> Iterator[Finding]:
    found = holdings(file)
    some_hold = any(one.standing in ("same", "linked") for one in found)
    for holding in found:
        if holding.standing in ("unclear", "different"):
            yield _told(file, holding, blocks=holding.standing == "different" and not some_hold)


def _told(file: CaseView, holding: Holding, *, blocks: bool) -> Finding:
    complainants = "、".join(f"“{name}”" for name in file.parties.complainants)
    doubt = "" if blocks else "两者可能只是写法、语言或者识别上的差别，也可能另有权利证书相符，请核对。"
    return finding(
        "mismatch.rights_holder",
        "blocking" if blocks else "warning",
        f"权利证书上的权利人是{holding.holder}，控告人是{complainants}，没有见到把两者连接起来的材料。{doubt}",
        REMEDY,
        basis=BASIS,
        evidence=[holding.holder.evidence, *_complainant_places(file)],
    )


def _complainant_places(file: CaseView) -> list[Evidence]:
    return [seen.evidence for seen in file.parties.complainant_seen]
