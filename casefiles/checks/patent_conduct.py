"""假冒专利 is using another's patent number or papers; working the patent without leave is a civil matter (K23)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding
from casefiles.quoting import places_of

BASIS = ("法释〔2025〕5号第九条", "专利法第六十五条")
_WORKED = re.compile(
    r"落入.{0,12}保护范围|专利侵权|侵犯.{0,16}专利权|未经许可实施|实施(?:了)?.{0,10}专利|全部技术特征|等同(?:特征|侵权)"
)
_MARKED = re.compile(
    r"标注|标明|标有|印有|标示|冒用|冒充|假冒|(?:使用|写明|宣称|谎称).{0,16}专利(?:号|证书|标识|标记)|伪造.{0,10}专利|变造.{0,10}专利"
)
_CHARGE = re.compile(r"(?:涉嫌|构成|犯有?|以)?假冒(?:他人)?专利(?:罪|犯罪)|(?:涉嫌|构成)假冒(?:他人)?专利")
_INVALID = re.compile(
    r"(?:不存在|已(?:经)?(?:失效|终止|无效|届满|过期))的?专利(?:号)?|虚构(?:的)?专利(?:号)?|编造(?:的)?专利(?:号)?"
)


def check(file: CaseView) -> Iterator[Finding]:
    if file.offence is None or file.offence.code != "patent_passing_off":
        return
    letters = file.told_in("complaint_letter", "comparison")
    worked, invented = places_of(letters, _WORKED), places_of(letters, _INVALID)
    marked = any(_MARKED.search(_CHARGE.sub("", paper.text)) for paper in letters)
    if (worked and not marked) or invented:
        said = "标注不存在或者已失效的专利号（冒充专利）" if invented else "实施专利（专利侵权）"
        yield finding(
            "mismatch.patent_conduct",
            "warning",
            f"材料所述像是{said}，没有写到使用他人的专利号或者伪造专利文件，请核对是否属于假冒他人专利。",
            "请写明在什么物品、文件、广告上使用了他人的哪一个专利号；专利侵权、冒充专利的，向负责专利执法的部门投诉或者提起民事诉讼。",
            basis=BASIS,
            evidence=invented or worked,
            questions=["被控告人在什么地方标注或者使用了他人的专利号？"],
        )
