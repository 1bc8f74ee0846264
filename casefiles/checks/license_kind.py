"""Which licence the reporter holds: who may act alone, and who needs the holder's word (K11).

Taken over from 法释〔2018〕21号第二条, which says it of injunctions: an exclusive licensee may act alone, a sole one where the
holder does not, a plain one with express authority. A report is accepted from anyone; this only asks for the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material, Practice, Severity
from casefiles.ownership import holder_differs
from casefiles.sightings import any_same

BASIS = ("法释〔2018〕21号第二条", Practice("被许可人报案的，参照行为保全对申请人资格的规定说明许可种类和授权", "D"))
_NOT_EXCLUSIVE = re.compile(r"非\s*(?:独\s*[占家]|排\s*他)|non-?\s*exclusive", re.I)
_KINDS = {
    "独占": re.compile(r"独\s*[占家]|exclusive", re.I),
    "排他": re.compile(r"排\s*他|sole\s+licen", re.I),
    "普通": re.compile(r"普\s*通\s*(?:(?:使\s*用|实\s*施)\s*)?许\s*可|许可(?:的)?(?:方式|类型|种类|性质)[:：为是\s]{0,3}普通"),
}
_MAY_ACT = re.compile(
    r"(?:有权|可以|授权|委托|负责|代为)[^。；\n]{0,40}(?:报案|控告|举报|起诉|诉讼|维权|打假|追究)|enforce|legal action|report",
    re.I,
)
_TOLD: dict[str, tuple[Severity, str, str]] = {
    "普通": (
        "warning",
        "写的是普通许可，没有见到权利人授权被许可人报案、维权的内容。",
        "请附权利人同意被许可人以自己名义报案、维权的授权书，或者由权利人报案。",
    ),
    "排他": (
        "info",
        "写的是排他许可，请核对权利人是否自行报案。",
        "请说明权利人未自行报案，或者由权利人与被许可人共同报案。",
    ),
    "": (
        "info",
        "没有写明许可的种类（独占、排他、普通）。",
        "请写明许可的种类、期限和范围；普通许可的请附权利人同意报案的授权。",
    ),
}


def check(file: CaseView) -> Iterator[Finding]:
    licences = file.of_kind("license_agreement")
    if not holder_differs(file) or any(_MAY_ACT.search(one.reading.text) for one in licences):
        return
    for licence in licences:
        own = any_same([licence.value("party_b") or ""], file.parties.selves)
        if own and licence.reading.text_source == "text" and (told := _TOLD.get(_kind(licence))):
            yield _told(licence, *told)


def _kind(licence: Material) -> str:
    """The kind the licence names; empty where it names none, or several (a form to be ticked)."""
    if _NOT_EXCLUSIVE.search(licence.reading.text):
        return "普通"
    named = [kind for kind, words in _KINDS.items() if words.search(licence.reading.text)]
    return named[0] if len(named) == 1 else ""


def _told(licence: Material, severity: Severity, said: str, remedy: str) -> Finding:
    return finding(
        "review.licence_kind",
        severity,
        f"《{licence.file}》{said}",
        remedy,
        basis=BASIS,
        evidence=[evidence_of(licence)],
    )
