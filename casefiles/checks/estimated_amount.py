"""A figure that is only an estimate: nothing in the dossier carries it (R06)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Figure, Finding

BASIS = ("法释〔2025〕5号第二十八条",)
_ESTIMATE = re.compile(r"估算|估计|预估|预计|推算|推测|保守(?:估|计)|大概|粗略|不完全统计|据了解|据悉")


def check(file: CaseView) -> Iterator[Finding]:
    counted = [one for one in file.story.figures if one.metric in file.threshold.figures]
    guessed = [one for one in counted if _is_guessed(one)]
    if guessed and len(guessed) == len(counted):
        yield finding(
            "threshold.estimated",
            "warning",
            f"数额只是估算（“{guessed[0].evidence.quote.strip()}”），没有交易记录、标价或者价格证明印证。",
            "请写明估算的方法和来源，并补充交易记录、标价或者价格证明；无法取得的，请求侦查机关调取。",
            basis=BASIS,
            evidence=[one.evidence for one in guessed],
        )


def _is_guessed(figure: Figure) -> bool:
    return figure.source == "claimed" and bool(_ESTIMATE.search(figure.evidence.quote))
