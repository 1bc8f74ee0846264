"""The figures against the filing standard, as ``casefiles.threshold`` judged them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Evidence, FigureSource, Finding, Severity
from casefiles.offences import load_metrics

STATED: Mapping[FigureSource, str] = {"claimed": "控告人陈述", "ledger": "明细", "appraisal": "鉴定评估"}


def check(file: CaseView) -> Iterator[Finding]:
    if file.offence is None:
        return
    status = file.threshold.status
    severity: Severity = "info" if status == "met" else "warning"
    yield finding(
        f"threshold.{status}",
        severity,
        _message(file).format(limb=file.threshold.limb or "立案标准", figures=_figures(file)),
        _remedy(file),
        basis=file.threshold.basis or (file.offence.article,),
        evidence=_places(file),
        questions=file.threshold.questions,
    )


_MESSAGES = {
    "met": "所述数额达到立案标准：{limb}。{figures}",
    "not_met": "所述数额未达到已知适用的立案标准。{figures}",
    "unknown": "没有可以对照立案标准的数额或者数量。",
}
_BY_CONDUCT = "所述情形不以数额为标准：{limb}。"
_BY_CONDUCT_REMEDY = "所述行为由办案机关核实；请保留相应的证据。"
_NOT_COMPARABLE = "现有的数额还不能与立案标准对照，请回答所附的问题。{figures}"
_TORN = "明细的合计像是没有读全，不能与立案标准比较。{figures}"
_REMEDIES = {
    "met": "数额由办案机关核实；请保留计算依据。",
    "not_met": "报案仍然接受；如有{special}等情形请说明，也可以向行政机关投诉或者提起民事诉讼。",
    "unknown": "请在控告书中写明已知的销售金额、违法所得、损失或者数量及其来源。",
}


_NO_CRIME_YET = "所述行为终了于{day}，当时的法律还没有把这种行为规定为犯罪。{figures}"
_NO_CRIME_YET_REMEDY = (
    "报案仍然接受。请核对行为终了的日期；其后还有行为的，请写明时间和情况；也可以向行政机关投诉或者提起民事诉讼。"
)
_SPECIAL = {"trademark": "二年内受罚、两种以上商标", "patent": "二年内受罚、假冒两项以上专利"}


def _remedy(file: CaseView) -> str:
    if _is_by_conduct(file):
        return _BY_CONDUCT_REMEDY
    if _was_no_crime_yet(file):
        return _NO_CRIME_YET_REMEDY
    return _REMEDIES[file.threshold.status].format(special=_SPECIAL.get(file.right or "", "二年内受罚"))


def _message(file: CaseView) -> str:
    status = file.threshold.status
    if _is_by_conduct(file):
        return _BY_CONDUCT
    if _was_no_crime_yet(file):
        return _NO_CRIME_YET.replace("{day}", f"{file.story.acts_until}")
    if status == "unknown" and file.story.unclear:
        return _TORN
    return _NOT_COMPARABLE if status == "unknown" and file.threshold.figures else _MESSAGES[status]


def _is_by_conduct(file: CaseView) -> bool:
    """What is done is enough (第二百一十九条之一), or what it led to (破产): no figure decides."""
    limbs = file.offence.limbs if file.offence else ()
    told = file.threshold.limb
    return file.threshold.status == "met" and any(limb.title == told and limb.kind == "conduct" for limb in limbs)


def _was_no_crime_yet(file: CaseView) -> bool:
    """Whether the law of the day of the acts decides, and holds no limb at all."""
    deciding = [one for one in file.threshold.standards if one.decides]
    return file.threshold.status == "not_met" and any(not one.basis for one in deciding)


def _figures(file: CaseView) -> str:
    """Each figure that was judged, with the kind of paper it comes from: 非法经营数额256,800.00元（明细）."""
    metrics, told = load_metrics(), []
    for metric, value in file.threshold.figures.items():
        rule, source = metrics[metric], STATED[file.threshold.figures_source[metric]]
        amount = f"{value:,.2f}" if rule.kind == "money" else f"{value:,.0f}"
        told.append(f"{rule.name}{amount}{rule.unit}（{source}）。")
    return "".join(told)


def _places(file: CaseView) -> list[Evidence]:
    return [figure.evidence for figure in file.story.figures if figure.metric in file.threshold.figures]
