"""Files, or pages of them, that could not be read. They never block by themselves: a needed material that is missing does."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Evidence, Finding, Material, Practice, Problem, Severity

BASIS = (Practice("文件可读性检查：原件照存，读不出的内容由申请人另行提供", "D"),)
KEPT_AS_EVIDENCE = "unreadable.unsupported"


def check(file: CaseView) -> Iterator[Finding]:
    seen = set()
    for material in file.dossier.materials:
        for problem in material.reading.problems:
            if (material.file, problem) not in seen:
                seen.add((material.file, problem))
                yield _told(material, problem)


def _told(material: Material, problem: Problem) -> Finding:
    severity: Severity = "info" if problem.code == KEPT_AS_EVIDENCE else "warning"
    place = Evidence(material.file, problem.page, part=material.part)
    return finding(problem.code, severity, problem.message, problem.remedy, basis=BASIS, evidence=[place])
