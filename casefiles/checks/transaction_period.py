"""The days of a ledger's rows against the days the complaint tells of (K15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Practice
from casefiles.quoting import places_of
from casefiles.stories.coverage import row_days
from casefiles.stories.passages import Passage

BASIS = (Practice("交易流水的时间与控告的时间一致，排除刷单、退款（最高人民法院指导案例87号）", "D"),)
_COUNTED_STILL = re.compile(
    r"(?:刷单|退款|退货|虚假交易)[^。；]{0,16}(?:未|没有|尚未|无法)(?:予以|能|作)?(?:剔除|扣除|排除|区分)"
)


def check(file: CaseView) -> Iterator[Finding]:
    yield from _not_taken_out(file)
    first, last = file.story.acts_from, file.story.acts_until
    told = {place.file for place in file.story.acts_evidence}
    if first is None or last is None:
        return
    for ledger in file.told_in("sales_ledger"):
        days = row_days(ledger.material)
        outside = [day for day in days if not first <= day <= last]
        if outside and ledger.material.file not in told:
            yield _told(ledger, outside, len(days), (first, last))


def _not_taken_out(file: CaseView) -> Iterator[Finding]:
    """Orders that were none, and still count, where a paper says so itself."""
    if places := places_of(file.told_in("complaint_letter", "sales_ledger", "web_evidence"), _COUNTED_STILL):
        yield finding(
            "mismatch.transaction_period",
            "warning",
            "材料写明交易记录中还有刷单、退款或者退货，没有剔除。",
            "请剔除刷单、退款、退货和与本案无关的交易后重新计算，并说明剔除的方法。",
            basis=BASIS,
            evidence=places,
        )


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
