"""The days of a ledger's rows against the days the complaint tells of (K15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Practice
from casefiles.stories.passages import Passage
from casefiles.values.dates import find_dates

BASIS = (Practice("交易流水的时间与控告的时间一致，排除刷单、退款（最高人民法院指导案例87号）", "D"),)
_NO_ROW = re.compile(r"制表|打印|导出|编制|盖章|统计日期|报表日期|至今")


def check(file: CaseView) -> Iterator[Finding]:
    first, last = file.story.acts_from, file.story.acts_until
    told = {place.file for place in file.story.acts_evidence}
    if first is None or last is None:
        return
    for ledger in file.told_in("sales_ledger"):
        days = _days(ledger)
        outside = [day for day in days if not first <= day <= last]
        if outside and ledger.material.file not in told:
            yield _told(ledger, outside, len(days), (first, last))


def _days(ledger: Passage) -> list[date]:
    """The days of rows: dates with a number behind them."""
    lines = [line for line in ledger.text.splitlines() if not _NO_ROW.search(line)]
    return [
        printed.first
        for line in lines
        for printed in find_dates(line)[:1]
        if printed.is_day and re.search(r"\d", line[printed.end :]) and not re.search(r"[至到~—–]", line)
    ]


def _told(ledger: Passage, outside: list[date], rows: int, acts: tuple[date, date]) -> Finding:
    seen = "、".join(day.isoformat() for day in sorted(set(outside))[:3])
    return finding(
        "mismatch.transaction_period",
        "warning",
        f"《{ledger.material.file}》的{rows}行中有{len(outside)}行的日期（{seen}等）不在控告书所述的{acts[0].isoformat()}至{acts[1].isoformat()}之间。",
        "请核对行为的起止日，或者把其他时间的交易剔除；刷单、退款、退货的也请剔除并说明。",
        basis=BASIS,
        evidence=[evidence_of(ledger.material)],
        questions=["明细中是否有刷单、退款、退货或者与本案无关的交易？"],
    )
