"""违法所得 is income less cost: gains as large as the sales, or larger, cannot have been reckoned so (K16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Figure, Finding
from casefiles.stories.passages import sentences
from casefiles.stories.quantities import find_quantities
from casefiles.values.amounts import grouped

BASIS = ("法释〔2025〕5号第二十八条",)
GAINS = ("illegal_gains", "illegal_gains_service")
# Fees of members, services and advertising are gains as they are received (第二十八条): there is no cost of goods to take off.
FEES = re.compile(r"会员|服务费|广告|打赏|充值|订阅")
_WORDS = {
    "income": re.compile(r"收入|销售(?:金额|额|款)|营业额|货款"),
    "cost": re.compile(r"成本|进货款|货本|原材料(?:款|费)"),
    "gains": re.compile(r"违法所得|非法(?:获利|所得)|获利|净利|利润"),
}
INCOME = ("sales_amount", "illegal_business")


def check(file: CaseView) -> Iterator[Finding]:
    yield from _subtracted(file)
    gains = _largest(file, GAINS)
    income = _largest(file, INCOME)
    if gains and income and gains.value >= income.value and not FEES.search(gains.evidence.quote or ""):
        said = "等于" if gains.value == income.value else "大于"
        yield finding(
            "mismatch.gains",
            "warning",
            f"违法所得{grouped(gains.value)}元{said}收入{grouped(income.value)}元，看不出扣除了原材料或者购进成本。",
            "请按收入减去原材料、所售商品的购进成本重新计算违法所得，并附成本依据；主张以销售金额为准的，不扣成本。",
            basis=BASIS,
            evidence=[gains.evidence, income.evidence],
        )


def _subtracted(file: CaseView) -> Iterator[Finding]:
    """Income, cost and gains stated in one sentence: 销售收入12万元，购进成本7万元，违法所得5万元."""
    for passage in file.told_in("complaint_letter", "loss_assessment"):
        for start, text in sentences(passage.text):
            stated = _stated(text)
            if stated and abs(stated[0] - stated[1] - stated[2]) >= 1:
                income, cost, gains = map(grouped, stated)
                yield finding(
                    "mismatch.gains",
                    "warning",
                    f"收入{income}元减去成本{cost}元是{grouped(stated[0] - stated[1])}元，写的违法所得是{gains}元。",
                    "请核对收入、成本和违法所得后改正；还扣除了其他项目的，请逐项写明。",
                    basis=BASIS,
                    evidence=[passage.evidence(start, start + len(text))],
                )


def _stated(sentence: str) -> tuple[Decimal, Decimal, Decimal] | None:
    """Income, cost (added up) and gains of one sentence; None unless each is told, income and gains once, and nothing else."""
    found: dict[str, list[Decimal]] = {name: [] for name in _WORDS}
    floor = 0
    for amount in find_quantities(sentence):
        if amount.unit == "元":
            named = _last_named(sentence[floor : amount.start])
            if named is None:
                return None
            found[named].append(amount.value)
            floor = amount.end
    if len(found["income"]) == len(found["gains"]) == 1 and found["cost"]:
        return found["income"][0], sum(found["cost"], Decimal()), found["gains"][0]
    return None


def _last_named(words: str) -> str | None:
    last = {name: match.end() for name, pattern in _WORDS.items() for match in pattern.finditer(words)}
    return max(last, key=last.__getitem__) if last else None


def _largest(file: CaseView, metrics: tuple[str, ...]) -> Figure | None:
    return max((one for one in file.story.figures if one.metric in metrics), key=lambda one: one.value, default=None)
