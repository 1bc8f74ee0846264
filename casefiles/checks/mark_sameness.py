"""Papers that speak of a similar mark only: similarity is a matter for the administration and the civil court (K07)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding
from casefiles.quoting import is_told, places_of

BASIS = ("法释〔2025〕5号第二条",)
KINDS = ("comparison", "authenticity_report", "complaint_letter", "administrative_decision")
_SIMILAR = re.compile(r"近似(?:商标|的?标识|标志)?|(?:商标|标识)(?:构成)?(?:相似|近似)|类似商品|容易(?:导致|造成)(?:公众)?混淆")
_SAME = re.compile(
    r"(?:商标|标识|标志|图案|字样|文字|图形)[^。；]{0,20}(?:相同|一致|无差别|难以(?:区分|分辨))|相同(?:的)?(?:商标|标识)|同一商标"
)


def check(file: CaseView) -> Iterator[Finding]:
    papers = file.told_in(*KINDS)
    places = places_of(papers, _SIMILAR, without=_SAME)
    if file.right == "trademark" and places and not is_told(papers, _SAME):
        yield finding(
            "mismatch.mark",
            "warning",
            "材料只写到商标“近似”或者商品“类似”，没有写到与注册商标相同，请人工比对标识。",
            "请附标识的逐项比对；与注册商标只有字体、间距、颜色等细微差别的请写明。仅近似的，可以向行政机关投诉或者提起民事诉讼。",
            basis=BASIS,
            evidence=places,
            questions=["侵权标识与注册商标是否相同，有哪些差别？"],
        )
