"""Figures in foreign money: the standard asks for yuan, so the rate and its day must be told (K12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.quoting import is_told, places_of
from casefiles.stories.sources import FOREIGN_UNIT

BASIS = (Practice("数额的币种、单位一致；外币写明折算人民币的汇率和日期", "G"),)
KINDS = ("complaint_letter", "sales_ledger", "purchase_evidence", "loss_assessment", "price_certificate")
_FOREIGN = re.compile(
    r"(?<![\d,.])\d[\d,.]{0,20}\s{0,3}(?:余|多)?(?:万|亿|千)?\s{0,3}(?:美元|美金|港元|港币|欧元|英镑|日元|韩元|新台币|USD|HKD|EUR|GBP|JPY)|(?:USD|US\$|HK\$|HKD|EUR|€|£)\s{0,3}\d"
    rf"|{FOREIGN_UNIT.pattern}"
)
_CONVERTED = re.compile(r"汇率|折合(?:人民币)?|折算|中间价|按.{0,12}(?:兑|换算)")


def check(file: CaseView) -> Iterator[Finding]:
    papers = file.told_in(*KINDS)
    places = places_of(papers, _FOREIGN)
    if places and not is_told(papers, _CONVERTED):
        yield finding(
            "mismatch.currency",
            "warning",
            "材料中有以外币表示的数额，没有写明折算人民币的汇率和日期。",
            "请写明按哪一天的汇率折算成多少人民币；系统没有把外币数额与立案标准比较。",
            basis=BASIS,
            evidence=places,
        )
