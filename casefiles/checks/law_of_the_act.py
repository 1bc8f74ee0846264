"""Acts that ended before the figures changed, or went on over the change: which law was held against them (K31)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Standard
from casefiles.threshold import MILDER_LAW

CHANGED = date(2025, 4, 26)
"""The day 法释〔2025〕5号 came into force."""
WORDS = {"met": "达到", "not_met": "未达到", "unknown": "不能比较"}


def check(file: CaseView) -> Iterator[Finding]:
    standards, first, last = file.threshold.standards, file.story.acts_from, file.story.acts_until
    if len(standards) > 1:
        chosen = next(one for one in standards if one.decides)
        told = "；".join(f"{one.name}：{_result(one)}" for one in standards)
        same = len({_result(one) for one in standards}) == 1
        which = f"两者结论相同，以{chosen.name}为准" if same else f"以较轻的{chosen.name}为准"
        yield _told(file, "threshold.two_laws", f"行为在标准修改之前终了，新旧标准都作了比较：{told}。{which}。")
    elif file.offence and first and last and first < CHANGED <= last:
        said = f"行为从{first}持续到{last}，跨越{CHANGED}标准修改之日，一般按现行标准，请承办人核对各次行为的时间和数额。"
        yield _told(file, "threshold.straddles_change", said)


def _result(standard: Standard) -> str:
    return "达到加重档" if standard.tier == "especially_serious" else WORDS[standard.status]


def _told(file: CaseView, code: str, said: str) -> Finding:
    remedy = "请写明各次行为的日期和数额，便于分段核算。"
    return finding(code, "info", said, remedy, basis=MILDER_LAW, evidence=file.story.acts_evidence)
