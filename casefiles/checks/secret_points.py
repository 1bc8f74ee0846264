"""The points of a trade secret: named one by one, and the same points in appraisals, comparison and loss (K24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding, place_of
from casefiles.model import Finding, Material, Practice
from casefiles.stories.quantities import read_words
from casefiles.values.characters import plain

BASIS = ("法释〔2020〕7号第二十七条", Practice("密点编号与鉴定、比对、损失材料一致（检例第102号）", "D"))
OTHERS = ("non_public_appraisal", "appraisal_report", "comparison", "loss_assessment")
_POINT = re.compile(
    r"(?:技\s*术\s*)?(?:秘\s*密\s*点|密\s*点|秘\s*点)\s*([\d]{1,2}|[一二三四五六七八九十]{1,3})(?![\d年月日个项])"
)
_NAMED = re.compile(
    r"秘\s*密\s*点|密\s*点|秘\s*点|秘密信息|技术秘密(?:的)?(?:内容|范围|要点)|经营秘密|商业秘密(?:的)?(?:内容|范围)|客户名单|载体"
)


def check(file: CaseView) -> Iterator[Finding]:
    carriers = [one for one in file.of_kind("trade_secret_carrier") if one.reading.text.strip()]
    if file.right != "trade_secret" or not carriers:
        return
    if not any(_NAMED.search(plain(one.reading.text)) for one in carriers):
        yield _unnamed(carriers)
    own = {number for one in carriers for number in _points(one)}
    for paper in file.of_kind(*OTHERS):
        strange = {number: text for number, text in _points(paper).items() if own and number not in own}
        if strange:
            yield _strange(paper, strange, own)


def _points(material: Material) -> dict[int, str]:
    """The numbers of the points a document names, with the words it names them by."""
    found: dict[int, str] = {}
    for match in _POINT.finditer(plain(material.reading.text)):
        number = int(match[1]) if match[1].isdigit() else int(read_words(match[1]) or 0)
        found.setdefault(number, match[0])
    return found


def _unnamed(carriers: list[Material]) -> Finding:
    return finding(
        "review.secret_points",
        "warning",
        "商业秘密载体及说明没有写明密点，请核对主张的商业秘密是什么。",
        "请逐项写明密点的编号、内容、载体和形成时间，并与公知信息区分。",
        basis=BASIS,
        evidence=[evidence_of(one) for one in carriers],
    )


def _strange(paper: Material, strange: dict[int, str], own: set[int]) -> Finding:
    listed = "、".join(f"密点{number}" for number in sorted(own))
    return finding(
        "mismatch.secret_points",
        "warning",
        f"《{paper.file}》写到{'、'.join(strange.values())}，密点说明里只有{listed}。",
        "请统一密点的编号和内容：鉴定、比对、损失计算针对的应当是同一批密点。",
        basis=BASIS,
        evidence=[place_of(paper, next(iter(strange.values())))],
    )
