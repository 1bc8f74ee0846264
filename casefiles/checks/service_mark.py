"""Marks for services are protected by the criminal law for acts from 2021-03-01 on (刑法修正案（十一）)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding

BASIS = ("刑法第二百一十三条", "刑法第十二条")
PROTECTED_FROM = date(2021, 3, 1)


def check(file: CaseView) -> Iterator[Finding]:
    code = file.offence.code if file.offence else None
    subject = file.answers.subject or file.story.conditions.get("subject")
    ended = file.story.acts_until
    if code == "counterfeit_trademark" and subject == "service" and ended and ended < PROTECTED_FROM:
        yield finding(
            "threshold.service_mark_too_early",
            "warning",
            f"所述行为终了于{ended.isoformat()}，而假冒服务商标的行为自{PROTECTED_FROM.isoformat()}起才入刑。",
            "请核对行为日期；涉及商品商标的，请说明商品和数额。",
            basis=BASIS,
            evidence=file.story.acts_evidence,
        )
