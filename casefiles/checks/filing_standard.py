"""The figures against the filing standard, as ``casefiles.threshold`` judged them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Evidence, FigureSource, Finding, Severity
from casefiles.offences import load_metrics

STATED: Mapping[FigureSource, str] = {"claimed": "控告人陈述", "ledger": "明细", "appraisal": "鉴定评估"}
_NOT_KNOWN = "请在控告书中写明已知的销售金额、违法所得、损失或者数量及其来源。"
TOLD: Mapping[str, tuple[str, str]] = {  # message and remedy of each case
    "met": ("所述数额达到立案标准：{limb}。{figures}", "数额由办案机关核实；请保留计算依据。"),
    "by_conduct": ("所述情形不以数额为标准：{limb}。", "所述行为由办案机关核实；请保留相应的证据。"),
    "not_met": (
        "所述数额未达到已知适用的立案标准。{figures}",
        "报案仍然接受；如有{special}等情形请说明，也可以向行政机关投诉或者提起民事诉讼。",
    ),
    "no_crime_yet": (
        "所述行为终了于{until}，当时的法律还没有把这种行为规定为犯罪。{figures}",
        "报案仍然接受。请核对行为终了的日期；其后还有行为的，请写明时间和情况；也可以向行政机关投诉或者提起民事诉讼。",
    ),
    "unknown": ("没有可以对照立案标准的数额或者数量。", _NOT_KNOWN),
    "not_comparable": ("现有的数额还不能与立案标准对照，请回答所附的问题。{figures}", _NOT_KNOWN),
    "torn": ("明细的合计像是没有读全，不能与立案标准比较。{figures}", _NOT_KNOWN),
}
_SPECIAL = {"trademark": "二年内受罚、两种以上商标", "patent": "二年内受罚、假冒两项以上专利"}


def check(file: CaseView) -> Iterator[Finding]:
    if file.offence is None:
        return
    status = file.threshold.status
    severity: Severity = "info" if status == "met" else "warning"
    message, remedy = TOLD[_case(file)]
    yield finding(
        f"threshold.{status}",
        severity,
        message.format(limb=file.threshold.limb or "立案标准", figures=_figures(file), until=file.story.acts_until),
        remedy.format(special=_SPECIAL.get(file.right or "", "二年内受罚")),
        basis=file.threshold.basis or (file.offence.article,),
        evidence=_places(file),
        questions=file.threshold.questions,
    )


def _case(file: CaseView) -> str:
    """Which entry of ``TOLD`` the threshold is: its status, or why it is so."""
    status = file.threshold.status
    if status == "met":
        return "by_conduct" if _is_by_conduct(file) else status
    if status == "not_met":
        return "no_crime_yet" if _was_no_crime_yet(file) else status
    if file.story.unclear:
        return "torn"
    return "not_comparable" if file.threshold.figures else status


def _is_by_conduct(file: CaseView) -> bool:
    """What is done is enough (第二百一十九条之一), or what it led to (破产): no figure decides."""
    limbs = file.offence.limbs if file.offence else ()
    return any(limb.title == file.threshold.limb and limb.kind == "conduct" for limb in limbs)


def _was_no_crime_yet(file: CaseView) -> bool:
    """Whether the law of the day of the acts decides, and holds no limb at all."""
    return any(one.decides and not one.basis for one in file.threshold.standards)


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
