"""Signs that the matter was dealt with before, or is at heart a dispute between partners. Both are put to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.model import Basis, Finding, Material

REPEATED: tuple[Basis, ...] = ("公安机关办理刑事案件程序规定第一百七十五条",)
COMMERCIAL: tuple[Basis, ...] = ("民营经济促进法第六十三条",)
_REPEATED = re.compile(
    r"不予立案通知书|曾(?:于|向)[^。\n]{0,30}(?<!被)(?:报案|控告|举报|起诉|投诉)(?!人|的)|已(?:向|由)[^。\n]{0,30}(?:立案|起诉|处罚)"
    r"|(?:已|另行|先行|此前)[^。\n]{0,40}(?:提起|提出)[^。，\n]{0,8}(?:诉讼|仲裁)"
)
_COMMERCIAL = re.compile(
    r"加盟(?:合同|协议|商)|许可(?:使用)?合同(?:纠纷|到期|终止|解除)|股权(?:转让|纠纷)|合作协议(?:纠纷|终止|解除)|在先使用|恶意抢注"
    r"|(?:注册|申请)(?:之)?(?:日)?(?:以)?前[^。；，\n]{0,10}(?:已|就)[^。；，\n]{0,6}使用"
)


def check(file: CaseView) -> Iterator[Finding]:
    for complaint in file.of_kind("complaint_letter"):
        yield from _repeated(file, complaint)
        yield from _commercial(complaint)


def _repeated(file: CaseView, complaint: Material) -> Iterator[Finding]:
    match = _REPEATED.search(complaint.reading.text)
    said = f"控告书写到“{match[0]}”" if match else "申请表写明此前报过案或者起诉过" if file.answers.earlier_report else ""
    if said:
        yield finding(
            "duplicate.earlier_report",
            "info",
            f"{said}，同一事实可能已经处理过。",
            "请说明受理机关、文书号和结果，有新的事实或者证据的请一并写明。",
            basis=REPEATED,
            evidence=[place_of(complaint, match[0])] if match else [],
            questions=["同一事实以前向哪个机关反映过，结果如何？"],
        )


def _commercial(complaint: Material) -> Iterator[Finding]:
    if match := _COMMERCIAL.search(complaint.reading.text):
        yield finding(
            "jurisdiction.commercial_dispute",
            "info",
            f"控告书写到“{match[0]}”，请民警注意区分经济纠纷与犯罪。",
            "请说明双方有无许可、加盟、合作或者在先使用的关系，并附合同。",
            basis=COMMERCIAL,
            evidence=[place_of(complaint, match[0])],
            questions=["双方之间有无许可、加盟、合作或者在先使用的关系？"],
        )
