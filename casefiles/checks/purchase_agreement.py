"""A notarised purchase against its receipts: the price paid should stand in the deed (K14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Evidence, Finding, Material, Practice
from casefiles.quoting import every_place
from casefiles.stories.passages import Passage
from casefiles.stories.quantities import as_number, find_quantities
from casefiles.values.amounts import money

BASIS = (Practice("公证书记载的商品、数量、价格、卖家与票据、照片一致", "D"),)
BOUGHT = re.compile(r"购买|购得|订购|下单|支付|付款|取得")


def check(file: CaseView) -> Iterator[Finding]:
    deeds = [deed for deed in file.told_in("notarial_deed") if prices_of(deed)]
    for receipt in file.of_kind("purchase_evidence"):
        paid = as_number(receipt.value("total_amount"))
        if paid and deeds and not any(agrees(paid, prices_of(deed)) for deed in deeds):
            yield _told(receipt, paid, deeds)


def prices_of(deed: Passage) -> list[Decimal]:
    """The amounts of the sentences that tell of a purchase."""
    told = re.split(r"[。\n]", deed.text)
    return [one.value for text in told if BOUGHT.search(text) for one in find_quantities(text) if one.unit == "元"]


def agrees(paid: Decimal, prices: list[Decimal]) -> bool:
    """Whether ``paid`` is one of the prices or all of them together."""
    return paid in prices or paid == sum(prices)


def _told(receipt: Material, paid: Decimal, deeds: list[Passage]) -> Finding:
    places: list[Evidence] = [place for deed in deeds if (place := next(every_place(deed, BOUGHT), None))]
    told = "、".join(f"{price:,.2f}元" for deed in deeds for price in prices_of(deed))
    return finding(
        "mismatch.purchase",
        "warning",
        f"购买凭证《{receipt.file}》的金额是{money(paid)}元，公证书记载的购买价款是{told}，两者不一致。",
        "请核对是否为同一次购买；优惠、运费或者另一次购买的，请说明并附相应的票据。",
        basis=BASIS,
        evidence=[evidence_of(receipt, receipt.fields.get("total_amount")), *places],
    )
