"""Numbers counted on the net: how they were counted, and that the same work is not counted twice (K21)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.quoting import is_told

BASIS = ("法释〔2025〕5号第十三条", Practice("数量去重，剔除公有领域、过期和无关的作品，说明统计口径（检例第193号）", "D"))
COUNTED = ("works_online", "downloads", "clicks", "members")
_HOW = re.compile(
    r"去重|剔除|扣除重复|不重复|统计(?:口径|方法|规则|方式|标准)|抽样|后台(?:数据|记录|导出|统计)|逐(?:一|部|件)(?:核对|清点|比对)|数据库(?:导出|记录)"
)


def check(file: CaseView) -> Iterator[Finding]:
    counted = [one for one in file.story.figures if one.metric in COUNTED]
    if file.right == "copyright" and counted and not is_told(file.passages, _HOW):
        yield finding(
            "threshold.counting",
            "warning",
            "作品、下载、点击或者会员的数量没有写明怎样统计、是否去重。",
            "请写明数据来源、统计口径和时间，剔除重复、公有领域、已过保护期和与本案无关的作品。",
            basis=BASIS,
            evidence=[one.evidence for one in counted],
            questions=["数量是怎样统计的，是否已经去重？"],
        )
