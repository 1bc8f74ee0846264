"""A power of attorney says what it is given for: reporting a crime, besides what else the agent may do (K09)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material, Practice

BASIS = (Practice("委托书载明代理事项，包括报案、控告或者刑事维权", "D"),)
_REPORTING = re.compile(
    r"报案|控告|举报|报警|刑事|公安|维权|打假|侵权(?:一案|案件|事宜|行为)|被侵[权犯]|特别授权|全权|report|crim|police|enforce|infring",
    re.I,
)


def check(file: CaseView) -> Iterator[Finding]:
    for power in file.of_kind("power_of_attorney"):
        text = re.sub(r"\s", "", power.reading.text)
        if text and not _REPORTING.search(text):
            yield _told(power)


def _told(power: Material) -> Finding:
    return finding(
        "mismatch.power_scope",
        "warning",
        f"《{power.file}》没有写明受托人可以报案、控告，请核对委托权限。",
        "请由委托人在委托书中写明代为报案、控告、提交材料、签收文书等事项；鉴别真伪另行授权。",
        basis=BASIS,
        evidence=[evidence_of(power)],
    )
