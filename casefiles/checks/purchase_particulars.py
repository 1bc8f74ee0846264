"""A notarised purchase against its receipts: seller, goods, pieces, price of one, numbers of order and parcel (K14).

Only what both sides print is compared, and only where it can be one purchase; what differs is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from casefiles.caseview import CaseView
from casefiles.checks.purchase_agreement import BASIS, BOUGHT, agrees, prices_of
from casefiles.findings import evidence_of, finding
from casefiles.model import Evidence, Finding
from casefiles.quoting import every_place
from casefiles.stories.passages import Passage, sentences
from casefiles.stories.quantities import Quantity, as_number, find_quantities
from casefiles.tables import quantity_column
from casefiles.values.names import normal_name

Values = tuple[str, ...]

_ORGANISATION = r"[\u4e00-\u9fa5（）]{2,28}?(?:公司|厂|商行|经营部|门市部|工作室|中心|超市|商店)"
_SHOP = r"[\u4e00-\u9fa5A-Za-z0-9（）·_\-]{2,30}?(?:旗舰店|专卖店|专营店|企业店|网店|小店|店铺|店)"
_SELLER = (
    r"(?:卖家|商家|商户(?:全称|名称)?|店铺(?:名称)?|网店(?:名称)?|销售方(?:名称|信息 ?名称)?"
    r"|收款(?:单位|方)|供货单位|经营者|店主)"
)
_NAMED = r"(?:名称)?[为是]?[：“「\"' ]{0,3}"
_GENERIC = re.compile(r"商品|产品|物品|货物|实物|样品|上述|涉案|被控|侵权|若干|一批|该")
_GOODS_LABEL = re.compile(r"(?:商品(?:名称|信息)?|货物(?:名称)?|品名|宝贝名称)[： ]{1,2}“?([^，。；：”\n]{2,40})")
_GOODS_BOUGHT = re.compile(
    r"(?:购买|购得|订购|选购)(?:了|得|到)?(?:名(?:称)?为|标有|标称)?[“「]?([\u4e00-\u9fa5A-Za-z0-9”」]{2,20}?)(?=[壹贰叁肆伍一二两三四五六七八九十\d]+[件只个套台双盒瓶箱条支副部本张])"
)
_PRICE_OF_ONE = re.compile(r"单价[为是：]{0,2} ?([¥￥]?[\d,]+(?:\.\d+)?元?)")
_ORDER = re.compile(r"订单(?:编)?号(?:码)?[为是：]{0,2} ?([A-Za-z0-9\-]{8,40})")
_PARCEL = re.compile(r"(?:运单|快递单|物流单|面单|快递)(?:编)?号(?:码)?[为是：]{0,2} ?([A-Za-z0-9]{8,30})")
_PIECES = re.compile(r"(?:购买)?(?:数量|件数)[为是：]{0,2} ?[x×]?(\d{1,5}|[一二两三四五六七八九十壹贰叁肆伍]{1,3})(?!\d|\.\d)")
_PAPERS = re.compile(r"[收票单]据|发票|小票|名片|面单|订单|照片|光盘|截图|宣传|封条|凭证")
_COUNTED = frozenset("件只个套台双盒瓶箱条支副部本张册")


@dataclass(frozen=True, slots=True)
class Particular:
    """One thing both papers may print: how it is read from either, and when two values are the same."""

    name: str
    deed: Callable[[Passage], Values]
    receipt: Callable[[Passage], Values]
    same: Callable[[str, str], bool] = lambda one, other: normal_name(one) == normal_name(other)


def check(file: CaseView) -> Iterator[Finding]:
    deeds = [deed for deed in file.told_in("notarial_deed") if BOUGHT.search(deed.text)]
    receipts = file.told_in("purchase_evidence")
    for receipt in receipts:
        told = [deed for deed in deeds if _is_one_purchase(deed, receipt, alone=len(deeds) == len(receipts) == 1)]
        for particular in PARTICULARS if told else ():
            yield from _compared(particular, receipt, told)


def _is_one_purchase(deed: Passage, receipt: Passage, *, alone: bool) -> bool:
    """Whether the price agrees; where one side prints none, whether there is nothing else it could belong to."""
    paid, prices = as_number(receipt.material.value("total_amount")), prices_of(deed)
    return agrees(paid, prices) if paid and prices else alone


def _compared(particular: Particular, receipt: Passage, deeds: list[Passage]) -> Iterator[Finding]:
    printed = particular.receipt(receipt)
    told = [(deed, particular.deed(deed)) for deed in deeds]
    values = tuple(one for _deed, said in told for one in said)
    if not printed or not all(said for _deed, said in told):
        return
    if any(particular.same(one, other) for one in values for other in printed):
        return
    yield finding(
        "mismatch.purchase",
        "warning",
        f"购买凭证《{receipt.material.file}》的{particular.name}是{'、'.join(printed)}，"
        f"公证书记载的{particular.name}是{'、'.join(values)}，两者不一致。",
        "请核对是否为同一次购买；是同一次的，请说明原因（例如网店与收款单位名称不同），不是同一次的，请附相应的票据。",
        basis=BASIS,
        evidence=[_place(receipt, printed), *(_place(deed, said) for deed, said in told)],
    )


def _place(passage: Passage, values: Values) -> Evidence:
    return next(every_place(passage, re.compile(re.escape(values[0]))), evidence_of(passage.material))


def _labelled(pattern: re.Pattern[str]) -> Callable[[Passage], Values]:
    return lambda passage: tuple(dict.fromkeys(match[1].strip("”」 ") for match in pattern.finditer(passage.text)))


def _sellers(kind: str) -> Callable[[Passage], Values]:
    """The sellers of one kind of name: the name of a shop and that of the firm behind it are not compared."""
    return _labelled(re.compile(rf"{_SELLER}{_NAMED}({kind})(?![\u4e00-\u9fa5])"))


def _amounts(passage: Passage) -> Values:
    found = (find_quantities(text) for text in _labelled(_PRICE_OF_ONE)(passage))
    return tuple(f"{one[0].value.normalize():f}元" for one in found if one)


def _pieces_bought(deed: Passage) -> Values:
    """The pieces of each sentence that tells of a purchase, and all of them together."""
    bought = [text for _, text in sentences(deed.text) if BOUGHT.search(text)]
    counted = [
        one.value for text in bought for one in find_quantities(text) if one.unit in _COUNTED and not _of_papers(text, one)
    ]
    together = [sum(counted, Decimal())] if len(counted) > 1 else []
    return tuple(dict.fromkeys(f"{one:f}" for one in (*counted, *together)))


def _of_papers(text: str, pieces: Quantity) -> bool:
    """Whether what is counted are papers that came with the goods."""
    return bool(_PAPERS.search(text, max(0, pieces.start - 6), pieces.start))


def _pieces_paid(receipt: Passage) -> Values:
    if column := quantity_column(receipt.material):
        return (f"{column.total or sum(column.rows, Decimal()):f}",)
    found = [find_quantities(text) for text in _labelled(_PIECES)(receipt)]
    return tuple(f"{one[0].value:f}" for one in found if one)[:1] if len(found) == 1 else ()


def _goods_bought(deed: Passage) -> Values:
    return tuple(one for one in _labelled(_GOODS_BOUGHT)(deed) if not _GENERIC.search(one))


def _alike(one: str, other: str) -> bool:
    """Whether two names may be of one thing: they share two signs that stand together, or the last one (保温杯, 真空杯)."""
    first, second = (re.sub(r"[^\u4e00-\u9fa5]", "", name) for name in (one, other))
    if not first or not second:
        return True  # another script is another way to name it
    pairs = {first[place : place + 2] for place in range(len(first) - 1)}
    return first[-1] in second or second[-1] in first or any(pair in second for pair in pairs)


PARTICULARS = (
    Particular("卖家", _sellers(_ORGANISATION), _sellers(_ORGANISATION)),
    Particular("店铺", _sellers(_SHOP), _sellers(_SHOP)),
    Particular("商品", _goods_bought, _labelled(_GOODS_LABEL), _alike),
    Particular("数量", _pieces_bought, _pieces_paid),
    Particular("单价", _amounts, _amounts),
    Particular("订单号", _labelled(_ORDER), _labelled(_ORDER)),
    Particular("快递单号", _labelled(_PARCEL), _labelled(_PARCEL)),
)
