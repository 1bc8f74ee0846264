"""What an authenticity report compares: a bare conclusion is hard to check (R09)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Practice
from casefiles.values.characters import plain

BASIS = (Practice("鉴别意见写明对象、正品特征和差异、结论（刑事审判参考第860号）", "V1"),)
_FEATURES = re.compile(
    r"特征|区别|差异|差别|防伪|工艺|做工|材质|面料|包装|字体|印刷|条码|二维码|编码|批号|吊牌|水洗标|标签|外观|不符|不一致|比对|对比|检验依据|未?授权"
)


def check(file: CaseView) -> Iterator[Finding]:
    for report in file.of_kind("authenticity_report"):
        text = re.sub(r"\s", "", plain(report.reading.text))
        if text and not _FEATURES.search(text):
            yield finding(
                "review.authenticity_contents",
                "warning",
                f"真伪鉴别意见《{report.file}》只有结论，没有写到与正品相比的特征。",
                "请补充正品的特征、送检商品的差异和鉴别方法，最好附对比照片。",
                basis=BASIS,
                evidence=[evidence_of(report)],
            )
