"""How much of the acts a ledger is of: all of them or a part of their days; what was sold, or everything that was made."""

from __future__ import annotations

import re
from datetime import date

from casefiles.model import Covers, Material
from casefiles.stories.passages import Passage
from casefiles.stories.periods import Acts
from casefiles.values.characters import plain
from casefiles.values.dates import find_dates

HEAD = 60  # signs in which a ledger says what it is of
_PART = re.compile(
    r"[（(](?:部分|节选|摘录|抽样|摘选)|(?:部分|节选|摘录|抽样)(?:的)?(?:明细|记录|流水|账目|数据|订单|销售)"
    r"|(?:仅|只)(?:含|包括|包含|统计|列出|记载|反映|查到|调取到)|不完全统计|并非全部|不是全部"
)
_SOLD = re.compile(r"销售|售出|卖出|出货|发货|出库|成交|交易|订单|送货")
_MADE = re.compile(r"印制|印刷|生产|制作|制造|加工|产量|入库")
_NO_ROW = re.compile(r"制表|打印|导出|编制|盖章|统计日期|报表日期|至今")
_LEAST_SHARE = 2  # rows that span less than one in so many days of the acts are of a part of them


def coverage(ledger: Passage, acts: Acts) -> Covers:
    """How much ``ledger`` is of, as it says itself, else as the days of its rows tell."""
    if _PART.search(ledger.text):
        return "part"
    days = row_days(ledger.material)
    return "days" if days and acts.first and acts.last and _is_short(days, acts.first, acts.last) else "all"


def is_of_sales(ledger: Passage) -> bool:
    """Whether its title tells of what was sold, and of nothing made or stored."""
    head = ledger.text[:HEAD]
    return bool(_SOLD.search(head)) and not _MADE.search(head)


def row_days(ledger: Material) -> list[date]:
    """The days of rows: dates with a number behind them."""
    lines = [plain(line) for line in ledger.reading.text.splitlines() if not _NO_ROW.search(line)]
    return [
        printed.first
        for line in lines
        for printed in find_dates(line)[:1]
        if printed.is_day and re.search(r"\d", line[printed.end :]) and not re.search(r"[至到~—–]", line)
    ]


def _is_short(days: list[date], first: date, last: date) -> bool:
    return ((max(days) - min(days)).days + 1) * _LEAST_SHARE < (last - first).days + 1
