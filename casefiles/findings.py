"""Makes findings and the evidence they rest on. Checks say what they found; the shape is given here, once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from casefiles.model import Basis, Evidence, Fact, Finding, Material, Practice, Severity

OUR_PRACTICE = Practice("预审惯例：只提示核对，不作判断", "D")


def finding(
    code: str,
    severity: Severity,
    message: str,
    remedy: str,
    *,
    basis: Iterable[Basis] = (OUR_PRACTICE,),
    evidence: Iterable[Evidence] = (),
    curable: bool = True,
    questions: Iterable[str] = (),
    rule: str = "",
) -> Finding:
    """A finding; see ``casefiles.model.Finding``. ``rule`` is filled in by the run where it is left empty."""
    return Finding(
        code=code,
        severity=severity,
        message=message,
        remedy=remedy,
        basis=tuple(basis),
        evidence=tuple(evidence),
        curable=curable,
        rule=rule,
        questions=tuple(questions),
    )


def evidence_of(material: Material, fact: Fact | None = None, *, quote: str = "") -> Evidence:
    """The place of ``fact`` in ``material``; without one the whole of it, where it is a part of a file from its first page on."""
    if fact is None:
        first = material.reading.pages[0].number if material.part and material.reading.pages else None
        return Evidence(file=material.file, page=first, quote=quote, part=material.part)
    return Evidence(file=material.file, page=fact.page, quote=fact.quote or quote, box=fact.box, part=material.part)


def place_of(material: Material, fragment: str) -> Evidence:
    """The first line of ``material`` that holds ``fragment``; the material as a whole where no line does."""
    for page in material.reading.pages:
        for line in page.lines:
            if fragment in line.text:
                return Evidence(material.file, page.number, line.text, line.box, material.part)
    return evidence_of(material)


def fingerprint(finding: Finding) -> str:
    """What names a finding over several reviews: SHA-256 of its check, its code and what it says."""
    return hashlib.sha256("\n".join((finding.rule, finding.code, finding.message)).encode()).hexdigest()


def where(evidence: Evidence) -> str:
    """A place for a sentence: 《控告书.docx》第1页; 申请表 for what was answered in the form."""
    if not evidence.file:
        return "申请表"
    return f"《{evidence.file}》第{evidence.page}页" if evidence.page else f"《{evidence.file}》"
