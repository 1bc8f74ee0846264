"""How a loss was reckoned: over which time, and on what profit or licence fee (K26)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Practice
from casefiles.stories.passages import Passage, sentences
from casefiles.stories.periods import find_spans

BASIS = ("法释〔2025〕5号第十八条", Practice("计算期间与侵权期间一致，单位利润有财务依据，考虑因果关系和密点占比", "D"))
_PERIOD = re.compile(r"(?:评估|审计|计算|统计|损失)(?:的)?(?:期间|区间|时段|时间范围)|期间(?:为|：)")
_MONTH = 31  # days by which a reckoning may begin early
_RECKON_AGAIN = "请说明为什么按这一期间计算，或者按侵权期间重新计算。"
_METHOD = re.compile(r"利润|许可(?:使用)?费|研发(?:成本|投入|费用)|商业价值|销量|收益|补救|财务")


def check(file: CaseView) -> Iterator[Finding]:
    if file.right != "trade_secret":
        return
    for report in file.told_in("loss_assessment"):
        yield from _period(file, report)
        if report.text and not _METHOD.search(report.text):
            said = "没有写明按利润、许可使用费还是商业价值计算"
            yield _told(
                report,
                said,
                "请补充计算方法和财务依据：权利人减少的销量或者侵权产品的销量乘以单位合理利润，或者合理的许可使用费。",
            )


def _period(file: CaseView, report: Passage) -> Iterator[Finding]:
    first, last = file.acts
    for reckoned in _reckoned(report) if file.acts_are_known else ():
        if reckoned[1] < first or reckoned[0] > last:
            said = f"的计算期间是{reckoned[0]}至{reckoned[1]}，与所述行为的{first}至{last}没有重合"
            yield _told(report, said, _RECKON_AGAIN)
        elif (first - reckoned[0]).days > _MONTH:
            yield _told(report, f"的计算期间自{reckoned[0]}起，早于所述行为开始的{first}", _RECKON_AGAIN)


def _reckoned(report: Passage) -> list[tuple[date, date]]:
    """The stretch of time the report reckons with, where it says so."""
    told = [text for _, text in sentences(report.text) if _PERIOD.search(text)]
    return [(span.first, span.last) for text in told for span in find_spans(text) if (span.last - span.first).days > 1][:1]


def _told(report: Passage, said: str, remedy: str) -> Finding:
    message = f"损失评估《{report.material.file}》{said}。"
    return finding("mismatch.loss_reckoning", "warning", message, remedy, basis=BASIS, evidence=[evidence_of(report.material)])
