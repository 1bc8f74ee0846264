"""Confidentiality measures should be older than the acts (最高检指导案例第102号)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material, Practice
from casefiles.terms import dated_after
from casefiles.values.dates import find_dates

BASIS = ("法释〔2020〕7号第五条", Practice("保密措施形成时间应早于被控行为（最高检指导案例第102号）", "D"))
_SINCE = r"(?:制\s*定|发\s*布|施\s*行|生\s*效|实\s*施|签\s*订|签\s*署)\s*(?:日\s*期|时\s*间)?"

_BEGINS = re.compile(r"\s*(?:起|开始)\s*(?:正式)?(?:施行|生效|实施|执行)")


def check(file: CaseView) -> Iterator[Finding]:
    first = file.story.acts_from
    measures = file.of_kind("confidentiality_measures")
    days = [(material, _since(material)) for material in measures]
    known = [(material, day) for material, day in days if day]
    if file.right != "trade_secret" or first is None or len(known) < len(measures) or not known:
        return
    if all(day > first for _, day in known):
        named = "、".join(f"《{material.file}》{day.isoformat()}" for material, day in known)
        yield finding(
            "mismatch.confidentiality_date",
            "warning",
            f"保密措施的形成时间（{named}）晚于所述行为开始的{first.isoformat()}。",
            "请补充行为发生前已有的保密制度、协议、权限设置等证据。",
            basis=BASIS,
            evidence=[evidence_of(material) for material, _ in known],
        )


def _since(material: Material) -> date | None:
    """施行日期：2021年1月1日, or 本制度自2021年1月1日起施行."""
    text = material.reading.text
    begun = (printed.first for printed in find_dates(text) if printed.is_day and _BEGINS.match(text[printed.end :]))
    return dated_after(material, _SINCE) or next(begun, None)
