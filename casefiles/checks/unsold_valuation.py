"""How unsold goods were valued: by which step of the ladder, and with what proof of the price (K17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Figure, Finding
from casefiles.quoting import is_told, places_of

BASIS = ("法释〔2025〕5号第二十八条",)
KINDS = ("complaint_letter", "sales_ledger", "price_certificate", "loss_assessment", "appraisal_report")
_STEP = re.compile(
    r"平均(?:销售)?(?:价|售价|单价)|均价|实际(?:销售)?(?:价|售价)|标价|吊牌价|标签价|挂牌价|售价|单价|每[件只双瓶盒套个台]"
)
_MEDIAN = re.compile(r"市场(?:中间)?价|中间价|正品(?:的)?(?:市场)?(?:价|售价|零售价)")
_PROOF = ("price_certificate", "appraisal_report", "loss_assessment")


def check(file: CaseView) -> Iterator[Finding]:
    stated = [one for one in file.story.figures if one.metric == "unsold_value"]
    if "unsold_value" not in file.threshold.figures or any(one.source == "appraisal" for one in stated):
        return
    papers = file.told_in(*KINDS)
    if places_of(papers, _MEDIAN) and not is_told(papers, re.compile("均价|平均|标价|吊牌价")) and not file.of_kind(*_PROOF):
        yield _told(stated, "按正品的市场价计算，没有见到价格证明", "请补充被侵权产品市场中间价格的价格认定或者证明。")
    elif not is_told(papers, _STEP) and not is_told(papers, _MEDIAN):
        yield _told(
            stated,
            "没有写明按哪一种价格计算",
            "请依次按已查清的实际平均售价、标价、被侵权产品的市场中间价格计算，并写明用的是哪一种。",
        )


def _told(stated: list[Figure], found: str, remedy: str) -> Finding:
    return finding(
        "mismatch.unsold_value",
        "warning",
        f"尚未销售商品的货值{found}。",
        remedy,
        basis=BASIS,
        evidence=[one.evidence for one in stated],
    )
