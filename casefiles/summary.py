"""A review as plain Chinese text for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.arrangement import written
from casefiles.findings import where
from casefiles.model import Basis, Finding, Practice, Review
from casefiles.offices import Office
from casefiles.result import figure_text

SEVERITIES = {"blocking": "须补正", "warning": "请核对", "info": "提示"}
OUTCOMES = {
    "ready": "材料齐备",
    "needs_supplement": "需要补正（也可以带缺项清单提交）",
    "refer_administrative": "建议转行政渠道，报案记录仍留存公安机关",
    "outside_jurisdiction": "所述地点均在辖区之外，公安机关先接受后移送",
}
THRESHOLDS = {"met": "达到", "not_met": "未达到", "unknown": "尚不能判断"}
ROLES = {"lead": "主办", "joint": "同步", "informed": "知悉"}


def summary(review: Review, office: Office) -> str:
    """The review in lines: what was read, the findings by severity, the figures, to which desks of ``office`` it goes."""
    parts = (_head(review), _materials(review), _findings(review), _threshold(review), _referrals(review, office))
    return "\n".join(line for part in parts for line in part)


def _head(review: Review) -> Iterator[str]:
    source = "报案人选择" if review.offence.source == "declared" else "由案情文字提示"
    yield f"罪名：{review.offence.name}（{source}）    报案日：{review.as_of.isoformat()}"
    yield f"预审结果：{OUTCOMES[review.outcome]}    必需材料：{review.satisfied}/{review.required}"


def _materials(review: Review) -> Iterator[str]:
    from casefiles.understanding import kind_names

    yield f"\n材料（{len(review.materials)}件）"
    for material in review.materials:
        part = f"第{written(material.part)}页" if material.part else ""
        yield f"  {material.file}{part}  {kind_names.get(material.kind, material.kind)}  {len(material.reading.pages)}页"


def _findings(review: Review) -> Iterator[str]:
    for severity, heading in SEVERITIES.items():
        found = [finding for finding in review.findings if finding.severity == severity]
        if found:
            yield f"\n{heading}（{len(found)}项）"
        for number, finding in enumerate(found, 1):
            yield from _finding(number, finding)


def _finding(number: int, finding: Finding) -> Iterator[str]:
    yield f"  {number}. {finding.message}  [{finding.code}]"
    if finding.remedy:
        yield f"     办法：{finding.remedy}"
    for evidence in finding.evidence:
        quote = f"：{evidence.quote.strip()}" if evidence.quote.strip() else ""
        yield f"     见{where(evidence)}{quote}"
    if finding.basis:
        yield f"     依据：{'；'.join(basis_text(basis) for basis in finding.basis)}"


def basis_text(basis: Basis) -> str:
    """A basis for a reader: the citation, or our practice marked as such."""
    return f"{basis.practice}（{basis.grade}）" if isinstance(basis, Practice) else basis


def _threshold(review: Review) -> Iterator[str]:
    threshold = review.threshold
    yield f"\n立案标准：{THRESHOLDS[threshold.status]}{'，' + threshold.limb if threshold.limb else ''}"
    for metric, value in sorted(threshold.figures.items()):
        source = {"claimed": "陈述", "ledger": "明细", "appraisal": "鉴定评估"}.get(threshold.figures_source.get(metric, ""), "")
        yield f"  {metric_name(metric)}：{figure_text(metric, value)}（{source}）"
    yield from (f"  请确认：{question}" for question in threshold.questions)


def metric_name(metric: str) -> str:
    """The Chinese name of a figure."""
    from casefiles.offences import load_metrics

    known = load_metrics().get(metric)
    return known.name if known else metric


def _referrals(review: Review, office: Office) -> Iterator[str]:
    names = {desk.code: desk.name for desk in office.desks}
    yield "\n建议去向"
    for referral in review.referrals:
        due = f"，{referral.due.isoformat()}前" if referral.due else ""
        task = f"任务：{referral.task}" if referral.task else ""
        yield f"  {ROLES[referral.role]}  {names.get(referral.desk, referral.desk)}{due}：{referral.reason}{task}"
