"""The amounts a published case states in words, by what they are amounts of: 非法经营数额2000余万元，获利200余万元.

Names of amounts are those of the interface (``illegal_business`` …). An amount whose kind is not said is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

_KINDS: tuple[tuple[str, str], ...] = (
    ("赔|诉请|请求|担保|罚金|标准|费用|诈骗", ""),
    ("未售|未销售|尚未|库存|货值|查获|扣押", "unsold_value"),
    ("违法所得|获利|收益|利润", "illegal_gains"),
    ("经营", "illegal_business"),
    ("损失", "loss"),
    ("已售|销售|售出", "sales_amount"),
    ("收取|收款|收入|广告费|会员费|服务费", "illegal_gains"),  # 法释〔2025〕5号第二十八条: fees taken count as gains
)
"""What words beside an amount say of it, the surest first; an empty name: no amount of the offence itself."""
_SCALES = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "": 1}
_MONEY = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*[余多]?(?P<scale>亿|千万|百万|万)?[余多]?元")
_CLAUSE = re.compile(r"[，；。]")
_ASIDE = re.compile(r"（[^（）]*元[^（）]*）")

Figures = Mapping[str, Decimal]


def figures_in(text: str) -> dict[str, Decimal]:
    """The largest amount in yuan of each kind that ``text`` names; amounts joined by 、 or 和 share their kind."""
    found: dict[str, Decimal] = {}
    for clause in _CLAUSE.split(_ASIDE.sub("", text)):
        kind = next((name for words, name in _KINDS if re.search(words, clause)), "")
        amounts = [_yuan(match) for match in _MONEY.finditer(clause)]
        if kind and amounts:
            found[kind] = max(*amounts, found.get(kind, Decimal(0)))
    return found


def _yuan(match: re.Match[str]) -> Decimal:
    return Decimal(match["number"].replace(",", "")) * _SCALES[match["scale"] or ""]
