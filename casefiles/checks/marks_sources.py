"""Two or more marks count as several only where they identify different sources (K18)."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding
from casefiles.sightings import listed, same_party

BASIS = ("法释〔2025〕5号第七条",)


def check(file: CaseView) -> Iterator[Finding]:
    if file.right != "trademark" or file.story.conditions.get("marks_gte_2") is not True:
        return
    holders = file.seen("trademark_certificate", "registrant")
    same = len(holders) > 1 and all(same_party(holders[0].value, other.value) for other in holders[1:])
    said = f"各件注册商标的注册人都是{listed(holders[:1])}，可能指向同一来源。" if same else ""
    yield finding(
        "review.marks_sources",
        "info",
        f"材料写到两种以上注册商标。{said}只有识别不同来源的，才按两种以上计算。",
        "请逐件写明商标所识别的商品来源；同一集团的系列商标请说明关系。",
        basis=BASIS,
        evidence=[one.evidence for one in holders],
        questions=["所涉各件注册商标是否指向不同的商品来源？"],
    )
