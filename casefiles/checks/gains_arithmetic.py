"""违法所得 is income less cost: gains as large as the sales, or larger, cannot have been reckoned so (K16)."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Figure, Finding
from casefiles.values.amounts import money

BASIS = ("法释〔2025〕5号第二十八条",)
GAINS = ("illegal_gains", "illegal_gains_service")
INCOME = ("sales_amount", "illegal_business")


def check(file: CaseView) -> Iterator[Finding]:
    gains = _largest(file, GAINS)
    income = _largest(file, INCOME)
    if gains and income and gains.value >= income.value:
        said = "等于" if gains.value == income.value else "大于"
        yield finding(
            "mismatch.gains",
            "warning",
            f"违法所得{money(gains.value)}元{said}收入{money(income.value)}元，看不出扣除了原材料或者购进成本。",
            "请按收入减去原材料、所售商品的购进成本重新计算违法所得，并附成本依据；主张以销售金额为准的，不扣成本。",
            basis=BASIS,
            evidence=[gains.evidence, income.evidence],
        )


def _largest(file: CaseView, metrics: tuple[str, ...]) -> Figure | None:
    return max((one for one in file.story.figures if one.metric in metrics), key=lambda one: one.value, default=None)
