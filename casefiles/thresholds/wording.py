"""How figures, sources and conditions are called in the lines a person reads."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from casefiles.model import Covers, Figure, FigureSource
from casefiles.offences import load_metrics

SOURCES: dict[FigureSource, str] = {"claimed": "控告人的陈述", "ledger": "明细账册", "appraisal": "鉴定、评估或者价格认定"}

PARTLY: dict[Covers, str] = {
    "part": "明细写明只是一部分",
    "days": "明细各行的日期只覆盖行为的一部分",
}
OF_SALES = "明细只记载已经销售的"

QUESTIONS = {
    "subject": "涉案的是商品商标、服务商标，还是两者都有？",
    "act:sell_others_labels": "被控告人销售的是他人非法制造的标识吗？",
    "act:supply_circumvention": "被控告人是否明知他人侵犯著作权，而提供规避技术措施的装置或者服务？",
    "marks_gte_2": "是否涉及两种以上（来源不同的）注册商标？",
    "patents_gte_2": "是否假冒了两项以上他人专利？",
    "repeat_2y": "被控告人在行为前二年内，是否因同类侵权受过刑事处罚或者行政处罚？",
    "foreign_recipient": "商业秘密是否为境外的机构、组织、人员窃取、刺探、收买或者提供？",
}

NOT_MET_ANYWAY = ("marks_gte_2", "patents_gte_2", "repeat_2y", "bankruptcy")


def amount_of(metric: str, value: Decimal) -> str:
    """``256,800.00 元`` or ``2,140 件``."""
    rule = load_metrics()[metric]
    return f"{value:,.2f} {rule.unit}" if rule.kind == "money" else f"{value:,.0f} {rule.unit}"


def join_places(figures: Iterable[Figure]) -> str:
    files = dict.fromkeys(figure.evidence.file for figure in figures if figure.evidence.file)
    return f"（{'、'.join(files)}）" if files else "（申请表）"
