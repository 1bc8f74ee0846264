"""Earlier punishment within two years: number and day of the decision decide which limb applies (K27)."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material

BASIS = ("法释〔2025〕5号第二十九条",)


def check(file: CaseView) -> Iterator[Finding]:
    if file.offence is None or not any("repeat_2y" in (*limb.when.true, *limb.when.any_true) for limb in file.offence.limbs):
        return
    decisions = file.of_kind("administrative_decision")
    if decisions or file.story.conditions.get("repeat_2y") is True:
        yield finding(
            "review.earlier_punishment",
            "info",
            "".join(map(_of_decision, decisions)) or "材料写到被控告人二年内受过处罚，没有见到决定书。",
            "请核对处罚决定书、判决书的文号、日期和被处罚人：二年内因同类行为受过处罚的，适用较低的数额标准。",
            basis=dict.fromkeys(limb.basis for limb in file.offence.limbs if "repeat_2y" in limb.when.true and limb.ends is None)
            or BASIS,
            evidence=[evidence_of(one) for one in decisions],
            questions=() if decisions else ["处罚决定书（判决书）的文号和日期是什么？"],
        )


def _of_decision(decision: Material) -> str:
    number, day = decision.value("document_no") or "文号未读出", decision.value("issued_on") or "日期未读出"
    return f"《{decision.file}》：{number}，{day}。"
