"""A visitor's pre-review as the page shows it, and sealed into the page so that its paper can be had without keeping it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from casefiles.arrangement import written
from casefiles.model import Evidence, Finding, Material, Review
from casefiles.result import to_json
from casefiles.stored import from_json
from casefiles.summary import OUTCOMES, THRESHOLDS
from casefiles.telling.guidance import by_weight
from casefiles.understanding import kind_names
from ipdesk.masking import masked_id
from ipdesk.queries.dossier_values import FindingShown, Place
from ipdesk.refusals import Invalid

SALT, GOOD_FOR = "visit", 2 * 3600  # seconds
LARGEST = 400_000  # characters: a form field takes no more


@dataclass(frozen=True, slots=True)
class VisitView:
    """What the findings' view needs, for a review that belongs to no case."""

    findings: tuple[FindingShown, ...]
    outcome: str
    outcome_text: str
    offence: str
    threshold_text: str
    required: int
    satisfied: int
    materials: tuple[tuple[str, str, int], ...]
    counts: dict[str, int]
    sealed: str = ""
    case: None = None
    review_id: str = "visit"


def view_of(review: Review) -> VisitView:
    """The review for the visitor who made it."""
    findings = tuple(_finding(number, one) for number, one in enumerate(by_weight(review.findings)))
    return VisitView(
        findings=findings,
        outcome=review.outcome,
        outcome_text=OUTCOMES[review.outcome],
        offence=review.offence.name,
        threshold_text=THRESHOLDS[review.threshold.status] + (f"，{review.threshold.limb}" if review.threshold.limb else ""),
        required=review.required,
        satisfied=review.satisfied,
        materials=tuple(
            (f"{one.file}（第{written(one.part)}页）" if one.part else one.file, kind_names[one.kind], len(one.reading.pages))
            for one in review.materials
        ),
        counts={level: sum(one.severity == level for one in findings) for level in ("blocking", "warning", "info")},
        sealed=sealed(review),
    )


def sealed(review: Review) -> str:
    """The review signed and packed, without the values of its documents; empty where it is too long for a form."""
    lean = replace(review, materials=tuple(_lean(one) for one in review.materials))
    packed = _serializer().dumps(to_json(lean))
    text = packed if isinstance(packed, str) else packed.decode()
    return text if len(text) <= LARGEST else ""


def unsealed(text: str) -> Review:
    """The review of ``sealed``. Raises Invalid where it is not ours, or older than two hours."""
    try:
        return from_json(_serializer().loads(text, max_age=GOOD_FOR))
    except BadData as why:
        raise Invalid("这份预审结果已经过期，或者被改动过，不能下载。", "请重新选择文件预审一次。") from why


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=SALT)


def _lean(material: Material) -> Material:
    return replace(material, fields={})


def _finding(number: int, finding: Finding) -> FindingShown:
    return FindingShown(
        number,
        finding.code,
        finding.severity,
        masked_id(finding.message),
        masked_id(finding.remedy),
        finding.basis,
        tuple(_place(one) for one in finding.evidence),
        finding.curable,
        finding.questions,
    )


def _place(evidence: Evidence) -> Place:
    return Place(evidence.file, None, evidence.page, masked_id(evidence.quote), evidence.box)
