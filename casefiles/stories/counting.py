"""Counts stated in running text: labels, copies, works, downloads, clicks, members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from casefiles.model import Figure, FigureSource
from casefiles.stories.passages import Passage, sentences
from casefiles.stories.quantities import Quantity, find_quantities
from casefiles.stories.wordings import CountCue, load_wordings

BEFORE, BEHIND = 20, 14
NOT_SOLD_BEHIND = re.compile(
    r"[^，]{0,12}，(?:均|全部|都|上述[^，]{0,8})*(?:尚未|还未|还没有?|没有|未)(?:对外|实际)?(?:售|销售|出售|卖出|流入市场)(?!的|[^，。；]{0,12}\d)"
)
FILLER = re.compile(
    r"(?:数量|数|总数|件数|次数|人数)?(?:已)?(?:共计|合计|总计|累计|达到|高达|多达|约为|约|为|达|共|计|有|是|：|超过|逾|近)*"
)
LEFT = "尚有|剩有|剩余|余下|囤有|还有|仍有|另有|存有|现有"
AVERAGE = re.compile(r"(?:日均|月均|周均|每[日天月周]|平均|单日|当日)[\u4e00-\u9fff]{0,8}$")
STORED = re.compile(
    rf"(?:{LEFT})[^，；]{{0,40}}(?:未(?:对外)?(?:售|销|卖)|存放|堆放|放在|放于|积压|待售|待销|在库)|(?:尚有|剩有|剩余|余下|囤有)"
)
DID = "印制|印刷|盗印|印|生产|制作|伪造|复制|销售|售出|卖出|出售|售卖|库存|现存|查获|查扣|扣押"
_TITLE = r"(?:(?:盗[印版]|侵权|翻印|仿印)的?)?《[^《》]{1,40}》(?:一书|系列)?"
TITLES = rf"(?:{_TITLE}(?:[\d,]{{1,9}}[册本幅盘](?:、|和|及){_TITLE}){{0,4}})?"
# What the holder bought to have a sample is no count of the acts.
SAMPLED = re.compile(
    rf"(?:公证|取证|(?<!被)控告人|(?:我|本)(?:公司|司|社|单位|厂|店|院|们))[^，；。]{{0,20}}(?:购买|购得|买得|买到|取得|收到)(?:(?!{DID})[^，；。]){{0,16}}$"
)
SUM = re.compile(rf"(?:(?:合计|共计|总计|总共|一共|累计|共|计)(?:{DID})?|{DID}|{LEFT})(?:了|出)?{TITLES}(?:为|约|达|：)*$")
SAME_THING = 60
LISTED = re.compile(r"[^，；。：\d]{0,10}(?:、|和|及|以及|与)[^，；。：\d共合总累]{1,24}")
NOT_A_COUNT = re.compile(r"^[\s]*(?:年|月|日|号|%|％|元|圆|块|倍|级|层|楼|类|种|项|公斤|克|包)")


def read_counts(passage: Passage, offence: str | None, source: FigureSource) -> Iterator[Figure]:
    """Counts of ``passage`` for the metrics of ``offence``, in the order they are stated."""
    cues = [cue for cue in load_wordings().counts if offence in cue.offences]
    for start, text in sentences(passage.text):
        near = [cue for cue in cues if not cue.near or cue.near.search(text)]
        shown = [cue for cue in near if cue.shown and cue.shown.search(text)]
        for cue in near:
            others = shown if cue.unsold_metric else []
            counted = (one for one in find_quantities(text) if _is_of(text, one, cue, others))
            for listed in _lists(text, list(counted), cue):
                first, last = listed[0], listed[-1]
                metric = _sold_or_not(text[: first.end], text[last.end :], cue)
                evidence = passage.evidence(start + first.start, start + last.end)
                yield Figure(metric, sum((one.value for one in listed), Decimal(0)), source, evidence)


def _is_of(text: str, quantity: Quantity, cue: CountCue, shown: list[CountCue]) -> bool:
    """Whether ``quantity`` counts for ``cue``; what counts for one of ``shown``, works shown online, is no copy handed over."""
    counts = _is_counted(text, quantity, cue) or _adds_up(text, quantity, cue)
    return counts and not any(_is_counted(text, quantity, online) for online in shown)


def _lists(text: str, counted: list[Quantity], cue: CountCue) -> list[list[Quantity]]:
    """Counts told in one list (包装盒23000个、标签5.2万张) belong together; what is counted by people is one count each."""
    lists: list[list[Quantity]] = []
    for one in counted:
        if lists and not cue.bare and LISTED.fullmatch(text[lists[-1][-1].end : one.start]):
            lists[-1].append(one)
        else:
            lists.append([one])
    return lists


def _is_counted(text: str, quantity: Quantity, cue: CountCue) -> bool:
    behind = text[quantity.end :]
    if quantity.unit == "元" or NOT_A_COUNT.match(behind) or AVERAGE.search(text[: quantity.start]):
        return False
    if SAMPLED.search(text[max(0, quantity.start - SAME_THING) : quantity.start]):
        return False
    unit_fits = bool(quantity.unit) and all(sign in cue.units for sign in quantity.unit)
    if not unit_fits and not (cue.bare and not quantity.unit):
        return False
    return _noun_before(text[: quantity.start], quantity, cue) or (unit_fits and _noun_behind(behind, cue))


def _adds_up(text: str, quantity: Quantity, cue: CountCue) -> bool:
    """A total behind the thing it counts: 瓶标48,000枚、桶贴14,400枚，合计62,400枚; 盗印教辅，每批3000册，共计9000册."""
    if not quantity.unit or quantity.unit not in cue.units or not cue.unsold_metric:
        return False
    lead = text[max(0, quantity.start - SAME_THING) : quantity.start]
    head = SUM.search(lead)
    if head is None:
        return False
    sold_or_made = quantity.unit in cue.own_units and re.search(DID, head[0]) is not None
    return sold_or_made or cue.nouns.search(lead[: head.start()]) is not None


def _noun_before(lead: str, quantity: Quantity, cue: CountCue) -> bool:
    """The noun stands close before, with nothing but words of counting (and no other number) between."""
    window = _clause(lead)[-BEFORE:]
    matches = list(cue.nouns.finditer(window))
    if not matches:
        return False
    between = window[matches[-1].end() :]
    return bool(FILLER.fullmatch(between)) or (
        bool(quantity.unit) and not re.search(r"\d|样品|公证|购买", between) and len(between) <= 8
    )


def _clause(lead: str) -> str:
    """The end of ``lead`` that tells of one thing; things listed with 、 belong together until one has a number of its own."""
    first, *others = reversed(re.split(r"[，；]", lead)[-1].split("、"))
    listed = takewhile(lambda thing: not re.search(r"\d", thing), others)
    return "、".join([*reversed(list(listed)), first])


def _noun_behind(behind: str, cue: CountCue) -> bool:
    window = re.split(r"[，、；]", behind)[0][:BEHIND]
    match = cue.nouns.search(window)
    return match is not None and not re.search(r"\d", window[: match.start()])


def _sold_or_not(before: str, behind: str, cue: CountCue) -> str:
    clause = before.rsplit("，", 1)[-1] + behind.split("，", 1)[0]
    if cue.unsold_metric and (load_wordings().unsold.search(clause) or STORED.search(clause) or NOT_SOLD_BEHIND.match(behind)):
        return cue.unsold_metric
    return cue.metric
