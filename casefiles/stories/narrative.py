"""Figures stated in running text: which amount is whose, and what the filing standard calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from casefiles.model import Figure, FigureSource
from casefiles.stories.passages import Passage, sentences
from casefiles.stories.quantities import Quantity, find_quantities
from casefiles.stories.wordings import Cue, load_wordings

BEFORE, BEHIND = 26, 12
UNIT_PRICE = re.compile(r"^(?:左右)?(?:/|每|一)[件个套双瓶盒张份本部册枚台条只副箱袋年月人]")
STANDARD = re.compile(r"标准|法释|司法解释|第[一二三四五六七八九十\d]+条|属于[“\"]?情节|应予立案|构成.{0,6}数额(?:较大|巨大)")
AS_MINIMUM = re.compile(r"^(?:人民币)?(?:以上|以下)(?:的|，应|，属|$)")
CAPITALS = re.compile(r"^[（(]?(?:人民币)?(?:大写)?[:：]?(?:人民币)?[（(]?$")
TOTAL = re.compile(r"^[，、]?(?:以上|上述|[两三四五六]项|各项)?(?:共计|合计|总计|总共|累计|共)(?:为|约|达|人民币)*$")
BUSINESS = ("illegal_business", "sales_amount", "illegal_gains")
SOLD = re.compile(r"(?<!尚未)(?<!未)(?<!未及)(?:销售|售出|已售|卖出)")
MADE = re.compile(r"生产|制造|加工|组装|灌装|印制|印刷|贴牌|复制")
INFRINGING = re.compile(r"假冒|侵权|盗版|仿冒|伪造|非法制造|查扣|查获|扣押")
# What was taken in is not yet what was gained, where the sentence goes on to say what was.
RECEIPTS = re.compile(r"(?:收取|收入|充值|费用?)(?:共计|合计|总计|约|达|为|人民币)*$")
NET = re.compile(r"(?:，扣除[^，。；]{1,30})?[，、]?(?:后)?(?:实际)?(?:违法所得|非法获利|净利润|获利)")
# What is called unlawful is never the holder's own.
UNLAWFUL = re.compile(r"(?:非法|违法|侵权|涉案|案涉|涉嫌|制假|售假)[^，。；]{0,10}$")
# What a sentence calls an amount behind it: 收取款项58,000元，均为违法所得.
CALLED = re.compile(
    r"[，、（]?(?:上述|该|前述|以上)?(?:款项|金额|收入|费用|所得)?(?:均|全部|全|皆|都|即|应|依法)*(?:为|系|是|属于?|计入|认定为|构成|即)(?:其|该\w{0,4}|被[\u4e00-\u9fff]{1,4}人)?的?"
)
REMAINS = re.compile(
    r"[，、；（]?(?:扣除|剔除|减去|除去)[^，。；\d]{1,16}(?:后|外)[，、]?(?:实际|实有|剩余|净)?(?:成交|销售)?(?:额|金额|收入)?(?:仍|尚|还)?(?:为|达|有|计)?"
)
# The holder as the object of what another does (未经我公司, 假冒我公司): the words right before its name.
ACTED_UPON = re.compile(
    r"(?:未经|假冒|仿冒|冒用|盗用|冒充|标注|标有|印有|带有|贴有|"
    r"窃取|侵犯|侵害|使用|获取|利用|提供|收录|截取|抢走|挖走|抄袭|拷贝|破解|披露|违反|违背|造成|"
    r"贩卖|出售|销售|倒卖|转卖|生产|制造|仿制|印刷|印制|翻印|盗印|"
    r"复制|发行|出版|传播|上传|播放|播出|盗播|转载|"
    r"将|把|给|与|和|同|向|从|对|替|以|在)$"
)
# The holder named for what is its own or what it found out (我公司许可, 经我公司统计): the words right behind its name.
NAMED_ONLY = re.compile(
    r"(?:的|[“‘][^”’]{1,20}[”’]|第\w{5,10}号|（[^）]{0,40}）)*"
    r"(?:许可|授权|同意|允许|注册商标|商标|作品|软件|专利|品牌|著作权|产品|商品|"
    r"(?:经|初步|自行|已|派员)*(?:统计|核算|调查|发现|查询|了解|估算|测算|公证|取证|举报))"
)
PURCHASE = re.compile(r"公证|购买|购得|普通消费者|订购|下单")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage; ``start`` is its offset in the passage."""

    passage: Passage
    start: int
    text: str


def read_figures(passage: Passage, offence: str | None, source: FigureSource) -> Iterator[Figure]:
    """Money figures of ``passage`` that belong to the acts, in the order they are stated."""
    for start, text in sentences(passage.text):
        yield from _figures_of(Sentence(passage, start, text), offence, source)


def _figures_of(sentence: Sentence, offence: str | None, source: FigureSource) -> Iterator[Figure]:
    text = sentence.text
    amounts = [amount for amount in find_quantities(text) if _is_money(text, amount)]
    amounts = [one for place, one in enumerate(amounts) if not _is_gross(text, one, amounts[place + 1 : place + 2])]
    floor, last_metric = 0, None
    for amount in amounts:
        between = text[floor : amount.start]
        metric = last_metric if last_metric and (CAPITALS.match(between) or TOTAL.match(between)) else None
        metric = metric or _metric_of(text, amount, floor, offence)
        if metric and _belongs_to_the_acts(text, amount, metric):
            evidence = sentence.passage.evidence(sentence.start + amount.start, sentence.start + amount.end)
            yield Figure(metric, amount.value, source, evidence)
        floor, last_metric = amount.end, metric


def _is_gross(text: str, amount: Quantity, following: list[Quantity]) -> bool:
    """Whether the sentence goes on with what remains of ``amount``: 成交额80万元，扣除退款后为74万元."""
    return bool(following) and REMAINS.fullmatch(text[amount.end : following[0].start]) is not None


def _is_money(text: str, amount: Quantity) -> bool:
    """Money names its unit, or stands right behind its label (违法所得：48600; 经营额25万)."""
    if amount.unit:
        return amount.unit == "元"
    if re.match(r"[\s年月日号时分秒%％美欧港日英第之至、.\-/]", text[amount.end : amount.end + 1] or "。"):
        return False
    label = re.search(
        r"(?:额|金额|数额|所得|获利|损失|货值|人民币|￥|¥)(?:为|是|约|达|共计|合计|：|:)*(?:人民币)?$", text[: amount.start]
    )
    return label is not None and amount.value >= 1000


def _metric_of(text: str, amount: Quantity, floor: int, offence: str | None) -> str | None:
    """What the sentence calls the amount behind it decides, then the last cue before it, else the first right behind it."""
    lead = text[max(floor, amount.start - BEFORE) : amount.start]
    found = _called(text[amount.end :], offence) or _last_cue(lead, offence)
    if found is None:
        found = _first_cue(text[amount.end : amount.end + BEHIND], offence)
    if found is None or found.metric is None:
        return None
    if found.metric == "illegal_gains" and RECEIPTS.search(lead) and NET.match(text[amount.end :]):
        return "illegal_business"
    return _settle(found.metric, text[: amount.end], lead, offence)


def _called(trail: str, offence: str | None) -> Cue | None:
    match = CALLED.match(trail)
    return _first_cue(trail[match.end() :][:BEHIND], offence) if match else None


def _last_cue(lead: str, offence: str | None) -> Cue | None:
    """The cue that ends last in ``lead``; of two that end together, the longer."""
    best: tuple[int, int] | None = None
    chosen = None
    for cue in _cues(offence):
        for match in cue.pattern.finditer(lead):
            rank = (match.end(), match.end() - match.start())
            if best is None or rank > best:
                best, chosen = rank, cue
    return chosen


def _first_cue(trail: str, offence: str | None) -> Cue | None:
    trail = re.split(r"[，、；]", trail)[0]
    found = [
        (match.start(), cue) for cue in _cues(offence) if (match := re.match(rf"(?:的|余)?(?:{cue.pattern.pattern})", trail))
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _cues(offence: str | None) -> Iterator[Cue]:
    """The cues that hold for ``offence``; a cue written for this offence takes the place of the general one."""
    special = [cue for cue in load_wordings().cues if offence in cue.offences]
    yield from special
    for cue in load_wordings().cues:
        if not cue.offences and not (cue.metric == "loss" and special):
            yield cue


def _settle(metric: str, before: str, lead: str, offence: str | None) -> str | None:
    """What the value of goods counts as depends on whether they were sold."""
    if metric == "loss" and offence not in ("trade_secret", "trade_secret_foreign", None):
        return None
    if metric == "amount":
        return _of_what_is_told(before)
    clause = re.split(r"[，]", before)[-1]
    unsold = load_wordings().unsold.search(clause) or load_wordings().unsold.search(lead)
    if metric in ("sales_amount", "illegal_business") and re.search(r"尚未销售|未销售|未售|待售|库存", clause):
        return "unsold_value"
    if metric != "unsold_value":
        return metric
    if unsold or load_wordings().unsold.search(before):
        return "unsold_value"
    if not re.search(r"货值", lead) and not re.search(r"假冒|侵权|盗版|仿冒", clause):
        return None
    return "sales_amount" if SOLD.search(clause) else "illegal_business"


def _of_what_is_told(before: str) -> str | None:
    """What a bare 金额 is of: the last thing the sentence tells of infringing goods, sold, unsold or made; else of nothing."""
    if PURCHASE.search(before) or not INFRINGING.search(before):
        return None
    words = (("unsold_value", load_wordings().unsold), ("sales_amount", SOLD), ("illegal_business", MADE))
    last = {metric: match.end() for metric, pattern in words for match in pattern.finditer(before)}
    return max(last, key=last.__getitem__) if last else None


def _belongs_to_the_acts(text: str, amount: Quantity, metric: str) -> bool:
    """Not a unit price, not the figure of the standard itself, not the holder's own turnover, not a test purchase."""
    before, behind = text[: amount.start], text[amount.end :]
    if UNIT_PRICE.match(behind) or re.search(r"(?:不足|不到|未达|未满|(?<!不)低于)(?:人民币)?$", before):
        return False
    if STANDARD.search(text) and (AS_MINIMUM.match(behind) or re.search(r"在(?:人民币)?$", before)):
        return False
    if metric == "sales_amount" and PURCHASE.search(before) and not re.search(r"销售(?:金额|额)", before):
        return False
    return metric not in BUSINESS or UNLAWFUL.search(before) is not None or not _holder_is_subject(before)


def _holder_is_subject(before: str) -> bool:
    """Whether the last party named before the amount is the right holder."""
    words = load_wordings()
    holder = max((match.end() for match in words.holder.finditer(before)), default=-1)
    offender = max((match.end() for match in words.offender.finditer(before)), default=-1)
    if holder <= offender:
        return False
    lead = before[: _start_of_last(words.holder, before)]
    return not (ACTED_UPON.search(lead) or NAMED_ONLY.match(before[holder:]))


def _start_of_last(pattern: re.Pattern[str], text: str) -> int:
    return [match.start() for match in pattern.finditer(text)][-1]


def total_of_line(text: str) -> Decimal | None:
    """The last number of a line that begins with 合计 or 总计; None where there is none."""
    amounts = [amount.value for amount in find_quantities(text)] if re.match(r"(?:合计|总计|共计)", text) else []
    return amounts[-1] if amounts else None
