"""The dossier page's content for one reader, from the newest review, filtered before any template sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from casefiles.findings import fingerprint
from casefiles.model import Fact, Finding, Material, Review, Threshold
from casefiles.offences import load_metrics
from casefiles.outcome import outcome
from casefiles.result import figure_text
from casefiles.summary import OUTCOMES, THRESHOLDS
from casefiles.telling.guidance import weight
from casefiles.understanding import fields_of, kind_names
from ipdesk.access import Actor, outline_only
from ipdesk.database import db
from ipdesk.queries.changes import changes_of
from ipdesk.queries.dossier_proof import proof_shown
from ipdesk.queries.dossier_values import (
    DossierView,
    FieldShown,
    FigureShown,
    FindingShown,
    MaterialShown,
    Place,
    ThresholdShown,
)
from ipdesk.queries.offences import offence_name
from ipdesk.queries.overrulings import overruled_in, seen_by
from ipdesk.queries.redaction import FIGURE_KINDS, SEALED_MESSAGE, Eyes, eyes_of, series_of
from ipdesk.queries.reports import live_uploads, visible_case
from ipdesk.queries.snapshots import dossier_of
from ipdesk.queries.undertakings import undertakings_of
from ipdesk.queries.uploads import openable, pending, reading_of
from ipdesk.services.reviews import kept, newest_review
from ipdesk.tables import Case, ReferralRow, ReviewRow, Upload

__all__ = ["dossier_of", "dossier_view"]

FIGURE_SOURCES = {"claimed": "控告书或表格所述", "ledger": "明细账目", "appraisal": "鉴定、评估、审计"}


def dossier_view(actor: Actor, case_id: str) -> DossierView:
    """Everything the page shows to ``actor``. Raises NotFound for a case that is not theirs to see."""
    case = visible_case(actor, case_id)
    reading = pending(case.id)
    row = newest_review(case.id)
    if _is_informed(actor, case):
        return DossierView(case, *_offence(case, row), informed=True)
    uploads = live_uploads(case.id)
    review = kept(row) if row else None
    eyes = eyes_of(actor, openable(actor, case.id), _ids(row, uploads), series_of(review))
    if row is None or review is None:
        waiting = tuple(_unreviewed(upload, eyes) for upload in uploads)
        return DossierView(case, *_offence(case, row), materials=waiting, reading=reading)
    return replace(_reviewed(actor, case, row, review, uploads, eyes), reading=reading)


def _reviewed(actor: Actor, case: Case, row: ReviewRow, review: Review, uploads: Sequence[Upload], eyes: Eyes) -> DossierView:
    aside = overruled_in(actor, case.id)
    findings = tuple(
        replace(_finding(number, finding, eyes), overruled=seen_by(eyes, finding, aside.get(fingerprint(finding))))
        for number, finding in enumerate(review.findings)
    )
    standing = [one for one in review.findings if fingerprint(one) not in aside]
    threshold = _threshold(review, eyes)
    return DossierView(
        case,
        *_offence(case, row),
        as_of=review.as_of,
        review_id=row.id,
        made_at=row.made_at,
        outcome=review.outcome,
        outcome_text=OUTCOMES[review.outcome],
        required=review.required,
        satisfied=review.satisfied,
        materials=_materials(review, uploads, row, eyes),
        findings=tuple(sorted(findings, key=_by_weight)),
        threshold=threshold,
        proof=proof_shown(review, eyes, figures_withheld=threshold.withheld),
        may_correct=case.state != "withdrawn" and (case.enterprise_id in actor.enterprises or "officer" in actor.roles),
        changes=changes_of(case, row, uploads, eyes),
        undertakings=undertakings_of(actor, case, sorted(findings, key=_by_weight)),
        offline=tuple(kind_names.get(kind, kind) for kind in (case.answers or {}).get("offline_kinds", ())),
        counts={level: sum(one.severity == level for one in standing) for level in ("blocking", "warning", "info")},
        outcome_after=OUTCOMES[outcome(standing, review.threshold)] if len(standing) < len(findings) else "",
        acting=_acting(actor, case),
    )


def _acting(actor: Actor, case: Case) -> int | None:
    """The version of the reader's own entry where the reader may set findings aside; None for all others."""
    if "officer" not in actor.roles or not actor.works_at_desk:
        return None
    row = db.session.query(ReferralRow).filter_by(case_id=case.id, desk=actor.desk).one_or_none()
    return row.version if row is not None and case.state == "submitted" else None


def _is_informed(actor: Actor, case: Case) -> bool:
    """Whether the actor's desk is only informed of the case: then it sees neither files nor findings."""
    if not actor.works_at_desk:
        return False
    row = db.session.query(ReferralRow).filter_by(case_id=case.id, desk=actor.desk).one_or_none()
    return row is None or outline_only(actor.agency, row.role)


def _offence(case: Case, row: ReviewRow | None) -> tuple[str, str]:
    if row is not None:
        return row.result["offence"]["name"], row.result["offence"]["source"]
    return offence_name(case.offence), "declared" if case.offence else "detected"


def _ids(row: ReviewRow | None, uploads: Sequence[Upload]) -> dict[str, str]:
    """Whose file a name is: in the review's words first, for its findings speak of the files it saw."""
    return {**{upload.file_name: upload.id for upload in uploads}, **(row.uploads if row else {})}


def _materials(review: Review, uploads: Sequence[Upload], row: ReviewRow, eyes: Eyes) -> tuple[MaterialShown, ...]:
    """Each live file with its documents as last reviewed; a file that came since, or is being read again, waits.

    A photo that is a later page of another document is shown there.
    """
    shown: list[MaterialShown] = []
    told = {row.uploads.get(file) for one in review.materials for file in one.files[1:]}
    for upload in uploads:
        known = row.uploads.get(upload.file_name) == upload.id
        documents = [
            _material(number, material, upload, eyes)
            for number, material in enumerate(review.materials)
            if known and row.uploads.get(material.file) == upload.id
        ]
        shown += documents or ([] if known and upload.id in told else [_unreviewed(upload, eyes)])
    return tuple(shown)


def _material(number: int, material: Material, upload: Upload, eyes: Eyes) -> MaterialShown:
    sealed = eyes.sealed(material.file)
    reading, pages = reading_of(upload), material.reading.pages
    return MaterialShown(
        upload=upload,
        file=upload.file_name if sealed else material.file,
        part=material.part,
        kind=material.kind,
        kind_name=kind_names.get(material.kind, material.kind),
        confidence=material.confidence,
        kind_by=material.kind_by,
        pages=len(pages),
        first_page=pages[0].number if pages else 1,
        text_source=material.reading.text_source,
        state=reading.state,
        pages_done=reading.pages_done,
        pages_total=reading.pages_total,
        fields=() if sealed else tuple(_fields(number, material, eyes)),
        problems=() if sealed else material.reading.problems,
        sealed=sealed,
        sha256=material.sha256,
        sm3=material.sm3,
        size=material.size,
        files=() if sealed else material.files,
        arranged_by=material.arranged_by,
    )


def _fields(number: int, material: Material, eyes: Eyes) -> list[FieldShown]:
    """Every field the kind has, in the contract's order, those not found included: a person may fill them in."""
    return [
        _field(
            name,
            label,
            material.fields.get(name),
            Place(material.file, eyes.uploads.get(material.file), mark=f"m{number}.{name}"),
            eyes,
        )
        for name, label in fields_of(material.kind).items()
    ]


def _field(name: str, label: str, fact: Fact | None, at: Place, eyes: Eyes) -> FieldShown:
    if fact is None:
        return FieldShown(name, label, None)
    place = eyes.at(replace(at, page=fact.page, quote=eyes.shown(fact.quote), box=fact.box))
    value = eyes.shown(fact.value)
    return FieldShown(name, label, value, place, fact.confidence, fact.source, fact.by, masked=value != fact.value)


def _unreviewed(upload: Upload, eyes: Eyes) -> MaterialShown:
    reading = reading_of(upload)
    return MaterialShown(
        upload,
        upload.file_name,
        None,
        "",
        "",
        0.0,
        None,
        0,
        1,
        "none",
        reading.state,
        reading.pages_done,
        reading.pages_total,
        sealed=upload.id not in eyes.openable,
    )


def _finding(number: int, finding: Finding, eyes: Eyes) -> FindingShown:
    withheld = eyes.quotes_sealed(finding)
    return FindingShown(
        number,
        finding.code,
        finding.severity,
        SEALED_MESSAGE if withheld else eyes.shown(finding.message),
        "" if withheld else eyes.shown(finding.remedy),
        finding.basis,
        tuple(eyes.place(evidence, f"f{number}.{index}") for index, evidence in enumerate(finding.evidence)),
        finding.curable,
        () if withheld else finding.questions,
        withheld,
    )


def _by_weight(finding: FindingShown) -> tuple[object, ...]:
    return *weight(finding.code, finding.severity, finding.curable), finding.number


def _threshold(review: Review, eyes: Eyes) -> ThresholdShown:
    threshold = review.threshold
    text = THRESHOLDS[threshold.status]
    if any(eyes.sealed(one.file) and one.kind in FIGURE_KINDS for one in review.materials):
        return ThresholdShown(threshold.status, text, threshold.limb, basis=threshold.basis, withheld=True)
    return ThresholdShown(
        threshold.status,
        text,
        threshold.limb,
        tuple(_figures(threshold)),
        tuple(eyes.shown(line) for line in threshold.arithmetic),
        threshold.basis,
        threshold.questions,
    )


def _figures(threshold: Threshold) -> list[FigureShown]:
    metrics = load_metrics()
    return [
        FigureShown(
            metrics[code].name if code in metrics else code,
            f"{Decimal(figure_text(code, value)):,}",
            metrics[code].unit if code in metrics else "",
            FIGURE_SOURCES.get(threshold.figures_source.get(code, ""), ""),
        )
        for code, value in sorted(threshold.figures.items())
    ]
