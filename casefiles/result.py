"""The review as JSON values (schema ``ipdesk.precheck/1``) and back: one shape for command, API, page and store.

The same review always gives the same bytes. The way back, for storage replay, stands in ``casefiles.stored``.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from casefiles.model import Basis, Box, Fact, Finding, Material, Practice, Referral, Review, Standard, Threshold
from casefiles.offences import load_metrics
from casefiles.proof_json import chain_to_json, element_to_json, evidence_to_json
from casefiles.stored import SCHEMA, ResultError, from_json

__all__ = ["SCHEMA", "ResultError", "basis_to_json", "dumps", "figure_text", "from_json", "to_json"]


def to_json(review: Review) -> dict[str, Any]:
    """The review in the shape of the contract, with additions; only strings, numbers, booleans, lists, dicts and None."""
    return {
        "schema": SCHEMA,
        "as_of": review.as_of.isoformat(),
        "rules_digest": review.rules_digest,
        "offence": {"code": review.offence.code, "name": review.offence.name, "source": review.offence.source},
        "materials": [_material(material) for material in review.materials],
        "findings": [_finding(finding) for finding in review.findings],
        "threshold": _threshold(review.threshold),
        "completeness": {"required": review.required, "satisfied": review.satisfied},
        "outcome": review.outcome,
        "referrals": [_referral(referral) for referral in review.referrals],
        "elements": [element_to_json(row) for row in review.elements],
        "chains": [chain_to_json(chain) for chain in review.chains],
    }


def dumps(review: Review) -> str:
    """The review as JSON text for people and programs, Chinese as it is, ending with a line feed."""
    return json.dumps(to_json(review), ensure_ascii=False, indent=2) + "\n"


def _material(material: Material) -> dict[str, Any]:
    reading = material.reading
    return {
        "file": material.file,
        "part": material.part,
        "files": list(material.files),
        "arranged_by": material.arranged_by,
        "kind": material.kind,
        "kind_by": material.kind_by,
        "confidence": round(material.confidence, 4),
        "pages": len(reading.pages),
        "text_source": reading.text_source,
        "sha256": material.sha256,
        "sm3": material.sm3,
        "size": material.size,
        "format": reading.format,
        "page_sources": [page.source if page.text.strip() else "none" for page in reading.pages],
        "page_numbers": [page.number for page in reading.pages],
        "problems": [
            {"code": one.code, "message": one.message, "remedy": one.remedy, "page": one.page} for one in reading.problems
        ],
        "fields": {name: _fact(fact) for name, fact in sorted(material.fields.items())},
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "value": fact.value,
        "page": fact.page,
        "quote": fact.quote,
        "box": _box(fact.box),
        "confidence": round(fact.confidence, 4),
        "source": fact.source,
        "by": fact.by,
    }


def _box(box: Box | None) -> list[float] | None:
    return [round(edge, 4) for edge in (box.x0, box.y0, box.x1, box.y1)] if box else None


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "curable": finding.curable,
        "message": finding.message,
        "remedy": finding.remedy,
        "basis": [basis_to_json(basis) for basis in finding.basis],
        "evidence": [evidence_to_json(evidence) for evidence in finding.evidence],
        "rule": finding.rule,
        "questions": list(finding.questions),
    }


def basis_to_json(basis: Basis) -> Any:
    """A citation as it is; our own practice as ``{"practice", "grade"}``."""
    return {"practice": basis.practice, "grade": basis.grade} if isinstance(basis, Practice) else basis


def _threshold(threshold: Threshold) -> dict[str, Any]:
    return {
        "status": threshold.status,
        "tier": threshold.tier,
        "figures": {name: figure_text(name, value) for name, value in sorted(threshold.figures.items())},
        "figures_source": dict(sorted(threshold.figures_source.items())),
        "limb": threshold.limb,
        "basis": [basis_to_json(basis) for basis in threshold.basis],
        "questions": list(threshold.questions),
        "arithmetic": list(threshold.arithmetic),
        "standards": [_standard(standard) for standard in threshold.standards],
    }


def _standard(standard: Standard) -> dict[str, Any]:
    return {
        "name": standard.name,
        "day": standard.day.isoformat(),
        "status": standard.status,
        "tier": standard.tier,
        "limb": standard.limb,
        "basis": [basis_to_json(basis) for basis in standard.basis],
        "lines": list(standard.lines),
        "decides": standard.decides,
    }


def figure_text(metric: str, value: Decimal) -> str:
    """Yuan as ``256800.00``, a count as ``2140``."""
    known = load_metrics().get(metric)
    if known is None or known.kind == "money":
        return f"{value:.2f}"
    return f"{value.normalize():f}"


def _referral(referral: Referral) -> dict[str, Any]:
    return {
        "agency": referral.agency,
        "desk": referral.desk,
        "role": referral.role,
        "reason": referral.reason,
        "due": referral.due.isoformat() if referral.due else None,
        "basis": [basis_to_json(basis) for basis in referral.basis],
        "task": referral.task,
    }
