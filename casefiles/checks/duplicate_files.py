"""The same bytes handed in twice, under whatever names."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material, Practice

BASIS = (Practice("SHA-256 相同即为同一文件", "C"),)


def check(file: CaseView) -> Iterator[Finding]:
    first: dict[str, Material] = {}
    told: set[str] = set()
    for material in file.dossier.materials:
        known = first.setdefault(material.sha256, material)
        if material.sha256 and known.file != material.file and material.file not in told:
            told.add(material.file)
            yield finding(
                "duplicate.material",
                "warning",
                f"《{material.file}》与《{known.file}》是同一个文件。",
                "请确认是否传错；重复的一份可以删除，不影响其他材料。",
                basis=BASIS,
                evidence=[evidence_of(known), evidence_of(material)],
            )
