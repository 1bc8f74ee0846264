"""The registration number on the certificate against the numbers in complaint and authenticity report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Evidence, Finding, Practice
from casefiles.sightings import Sighting
from casefiles.values.identifiers import compact, mark_number

BASIS = (Practice("商标注册号在证书、控告书、鉴别报告中应当一致", "D"),)
COMPARED = ("complaint_letter", "authenticity_report", "comparison")  # licences and transfers: ``casefiles/chains.py``
MISREAD_DIGITS = 2
_OF_A_MARK = re.compile(r"[A-Z]{0,2}\d{1,8}[A-Z]{0,2}")


def check(file: CaseView) -> Iterator[Finding]:
    if file.right not in ("trademark", None):
        return
    certified = file.seen("trademark_certificate", "registration_no")
    if not certified:
        return
    for evidence, numbers in _by_document(file).items():
        strange = [number for number in numbers if not _stands_on(number, certified)]
        if strange:
            yield _told(file, certified, strange, evidence, all_strange=len(strange) == len(numbers))


def _by_document(file: CaseView) -> dict[str, dict[str, Evidence]]:
    found: dict[str, dict[str, Evidence]] = {}
    compared = {material.file for material in file.of_kind(*COMPARED)}
    for number, evidence in file.story.registration_numbers:
        if evidence.file in compared and _OF_A_MARK.fullmatch(compact(number)):
            found.setdefault(evidence.file, {}).setdefault(compact(number), evidence)
    return found


def _stands_on(number: str, certified: tuple[Sighting, ...]) -> bool:
    return any(mark_number(number) == mark_number(seen.value) for seen in certified)


def _told(file: CaseView, certified: tuple[Sighting, ...], strange: list[str], name: str, *, all_strange: bool) -> Finding:
    numbers = _by_document(file)[name]
    blocks = all_strange and not _may_be_misread(file, certified, strange, name)
    written, seen = "、".join(f"“{number}”" for number in strange), "、".join(map(str, certified))
    more = "" if blocks else "可能是识别差别，或者涉及另一件没有附证书的商标，请核对。"
    return finding(
        "mismatch.registration_no",
        "blocking" if blocks else "warning",
        f"《{name}》写的商标注册号{written}与商标注册证上的{seen}不一致。{more}",
        "请核对后改正写错的一份；涉及其他注册商标的，请补充该商标的注册证。",
        basis=BASIS,
        evidence=[*(numbers[number] for number in strange), *(one.evidence for one in certified)],
    )


def _may_be_misread(file: CaseView, certified: tuple[Sighting, ...], strange: list[str], name: str) -> bool:
    recognised = any(one.file == name and one.reading.text_source != "text" for one in file.dossier.materials)
    if not recognised and all(seen.is_sure for seen in certified):
        return False
    return any(Levenshtein.distance(number, compact(seen.value)) <= MISREAD_DIGITS for number in strange for seen in certified)
