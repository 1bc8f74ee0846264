"""Papers that speak of a similar mark only: similarity is a matter for the administration and the civil court (K07)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Evidence, Finding
from casefiles.quoting import is_told, places_of

BASIS = ("法释〔2025〕5号第二条",)
KINDS = ("comparison", "authenticity_report", "complaint_letter", "administrative_decision")
_SIMILAR = re.compile(r"近似(?:商标|的?标识|标志)?|(?:商标|标识)(?:构成)?(?:相似|近似)|类似商品|容易(?:导致|造成)(?:公众)?混淆")
_SAME = re.compile(
    r"(?:商标|标识|标志|图案|字样|文字|图形)[^。；]{0,20}(?:相同|一致|无差别|难以(?:区分|分辨))|相同(?:的)?(?:商标|标识)|同一商标"
)


# 混淆 is said of same marks too; beside papers that say 同, only a mark called similar counts.
_CALLED_SIMILAR = re.compile(r"近似(?:的)?[^。；，]{0,12}(?:商标|标识|标志)|(?:商标|标识|标志)[^。；，]{0,6}近似")


def check(file: CaseView) -> Iterator[Finding]:
    papers = file.told_in(*KINDS)
    if file.right != "trademark":
        return
    if not is_told(papers, _SAME):
        only_similar = "材料只写到商标“近似”或者商品“类似”，没有写到与注册商标相同，请人工比对标识。"
        yield from _told(places_of(papers, _SIMILAR), only_similar)
    else:
        places = places_of(papers, _CALLED_SIMILAR, without=_SAME)
        yield from _told(places, "材料中有的写与注册商标“相同”，有的写“近似”，请人工比对标识。")


def _told(places: list[Evidence], said: str) -> Iterator[Finding]:
    if places:
        yield finding(
            "mismatch.mark",
            "warning",
            said,
            "请附标识的逐项比对；与注册商标只有字体、间距、颜色等细微差别的请写明。仅近似的，可以向行政机关投诉或者提起民事诉讼。",
            basis=BASIS,
            evidence=places,
            questions=["侵权标识与注册商标是否相同，有哪些差别？"],
        )
