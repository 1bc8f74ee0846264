"""A stored result read back into a review.

What documents say in full is not part of a result: the review has pages that tell their number and source, and
stand-ins for their text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from casefiles.model import (
    Basis,
    Box,
    Fact,
    Finding,
    Line,
    Material,
    OffenceChoice,
    Page,
    Practice,
    Problem,
    Reading,
    Referral,
    Review,
    Standard,
    Threshold,
)
from casefiles.proof_json import chains_from_json, elements_from_json, evidence_from_json

SCHEMA = "ipdesk.precheck/1"
NOT_KEPT = "（正文不随预审结果保存）"


class ResultError(ValueError):
    """A stored result that cannot be read back; the message is a letter to the operator."""


def from_json(data: Mapping[str, Any]) -> Review:
    """The review a result tells of: ``to_json(from_json(data)) == data``. Raises ResultError for another schema or shape."""
    if data.get("schema") != SCHEMA:
        raise ResultError(f"预审结果的格式是“{data.get('schema')}”，本程序只读 {SCHEMA}。请用生成它的版本打开，或重新预审。")
    try:
        return _review(data)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise ResultError(f"预审结果内容不完整，不能读取（{error}）。请重新预审该案卷。") from error


def _review(data: Mapping[str, Any]) -> Review:
    return Review(
        as_of=date.fromisoformat(data["as_of"]),
        rules_digest=data["rules_digest"],
        offence=OffenceChoice(**data["offence"]),
        materials=tuple(_read_material(one) for one in data["materials"]),
        findings=tuple(_read_finding(one) for one in data["findings"]),
        threshold=_read_threshold(data["threshold"]),
        required=data["completeness"]["required"],
        satisfied=data["completeness"]["satisfied"],
        outcome=data["outcome"],
        referrals=tuple(_read_referral(one) for one in data["referrals"]),
        elements=elements_from_json(data.get("elements", ())),
        chains=chains_from_json(data.get("chains", ())),
    )


def _read_material(data: Mapping[str, Any]) -> Material:
    pages = tuple(
        Page(number, (Line(NOT_KEPT),) if source != "none" else (), source=source)
        for number, source in zip(data["page_numbers"], data["page_sources"], strict=True)
    )
    return Material(
        file=data["file"],
        reading=Reading(data["format"], pages, tuple(Problem(**one) for one in data["problems"])),
        kind=data["kind"],
        confidence=data["confidence"],
        fields={name: _read_fact(name, fact) for name, fact in data["fields"].items()},
        part=data["part"],
        sha256=data["sha256"],
        sm3=data["sm3"],
        size=data["size"],
        kind_by=data["kind_by"],
        files=tuple(data.get("files", ())),
        arranged_by=data.get("arranged_by"),
    )


def _read_fact(name: str, data: Mapping[str, Any]) -> Fact:
    return Fact(field=name, **{**data, "box": _read_box(data["box"])})


def _read_box(edges: list[float] | None) -> Box | None:
    return Box(*edges) if edges else None


def _read_basis(data: Any) -> tuple[Basis, ...]:
    return tuple(Practice(**one) if isinstance(one, dict) else one for one in data)


def _read_finding(data: Mapping[str, Any]) -> Finding:
    evidence = tuple(map(evidence_from_json, data["evidence"]))
    rest = {"basis": _read_basis(data["basis"]), "evidence": evidence, "questions": tuple(data["questions"])}
    return Finding(**{**data, **rest})


def _read_threshold(data: Mapping[str, Any]) -> Threshold:
    return Threshold(
        status=data["status"],
        tier=data["tier"],
        figures={name: Decimal(value) for name, value in data["figures"].items()},
        figures_source=dict(data["figures_source"]),
        limb=data["limb"],
        basis=_read_basis(data["basis"]),
        questions=tuple(data["questions"]),
        arithmetic=tuple(data["arithmetic"]),
        standards=tuple(_read_standard(one) for one in data.get("standards", ())),
    )


def _read_standard(data: Mapping[str, Any]) -> Standard:
    rest = {"day": date.fromisoformat(data["day"]), "basis": _read_basis(data["basis"]), "lines": tuple(data["lines"])}
    return Standard(**{**data, **rest})


def _read_referral(data: Mapping[str, Any]) -> Referral:
    due = date.fromisoformat(data["due"]) if data["due"] else None
    return Referral(**{**data, "due": due, "basis": _read_basis(data["basis"])})
