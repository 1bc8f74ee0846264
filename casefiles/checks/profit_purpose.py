"""以营利为目的: the copyright offences need some sign of it (K22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding
from casefiles.quoting import is_told, places_of

_PROFIT = re.compile(
    r"营利|牟利|谋利|获利|盈利|收费|付费|收取|售价|销售|出售|贩卖|广告|会员费|充值|有偿|订阅费|打赏|价款|货款|租金|元"
)
_FREE = re.compile(r"免费(?:提供|下载|观看|分享|传播|使用)|不收取?(?:任何)?费用")


def check(file: CaseView) -> Iterator[Finding]:
    if file.offence is None or not file.offence.profit_purpose or not file.of_kind("complaint_letter"):
        return
    free = places_of(file.told_in("complaint_letter", "web_evidence"), _FREE)
    told = is_told(file.passages, _PROFIT)
    if free or not told:
        yield finding(
            "review.profit_purpose",
            "warning",
            "材料写到免费提供，请核对是否另有广告、会员等收益。" if free else "材料没有写到以营利为目的的情况。",
            "请补充收费、广告、会员、引流等收益的证据；不以营利为目的的，可以向行政机关投诉或者提起民事诉讼。",
            basis=(file.offence.article,),
            evidence=free,
            questions=["有哪些证据说明以营利为目的（收费、广告、会员）？"],
        )
