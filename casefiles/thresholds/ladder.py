"""What unsold goods are worth: average actual price, then tag price, then the genuine product's median price.

Source: 法释〔2025〕5号第二十八条. The story gives quantities and prices as conditions, because they are no figures of their own.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from casefiles.model import Story

if TYPE_CHECKING:
    from casefiles.thresholds.choosing import Chosen

LADDER = (("average_price", "已查清的实际销售平均价格"), ("tag_price", "标价"), ("market_price", "被侵权产品的市场中间价格"))


def value_unsold(story: Story, chosen: Chosen) -> None:
    """Adds ``unsold_value`` where only the unsold quantity and a price are known; asks for a price where none is."""
    quantity = story.conditions.get("unsold_quantity")
    if not isinstance(quantity, Decimal) or "unsold_value" in chosen.figures:
        return
    for rung, name in LADDER:
        price = story.conditions.get(rung)
        if isinstance(price, Decimal):
            value = (quantity * price).quantize(Decimal("0.01"), ROUND_HALF_UP)
            line = f"尚未销售的货值：{quantity:,} 件 × {name} {price:,} 元＝{value:,} 元（法释〔2025〕5号第二十八条）。"
            chosen.put("unsold_value", value, "claimed", line)
            return
    chosen.questions.append("尚未销售的商品按什么价格计算？请依次提供已查清的平均售价、标价或者正品的市场中间价。")
