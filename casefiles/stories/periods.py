"""When the acts happened: 2026年3月至9月间, 自2025年11月起, 至今, single days; not the dates of papers, rights or people."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from casefiles.model import Dossier, Evidence
from casefiles.stories.passages import Passage, sentences
from casefiles.values.dates import find_dates

ACTS = re.compile(
    r"生产|制造|加工|组装|灌装|分装|勾兑|贴牌|翻新|更换|打上|制假|印刷|印制|盗印|偷印|印数|码洋|复制|翻录|盗录|刻录|"
    r"销售|出售|售卖|贩卖|售假|批发|零售|经营|开设|开始|上架|储存|存放|囤|发货|发往|运输|交付|"
    r"成交|带货|开业|开张|发布|上传|传播|盗播|提供|搭建|架设|上线|运行|"
    r"使用|披露|泄露|泄密|透露|拷贝|窃取|盗取|窃密|获取|下载|导出|收买|刺探|发送|外发|"
    r"侵权|侵犯|侵害|假冒|仿冒|盗版|标注|冒用|实施|发现|查获|(?:发案|作案|案发|侵权|行为|犯罪)?时间[在为：]"
)
OTHERS = re.compile(
    r"注册(?:日期|公告)|核准注册|获准注册|申请注册|取得(?:第|了)?.{0,12}(?:注册|登记|专利|证书)|登记(?:日|号|证)|申请日|授权公告|"
    r"有效期|专用权期限|续展|首次发表|创作完成|开发完成|研发|投入(?:使用|市场)|上市|驰名|荣获|"
    r"成立|设立于|出生|入职(?!.{0,20}(?:使用|生产))|任职|劳动合同|签订|签署|委托期限|授权期限|合同期限|"
    r"公证书|公证处|购买|取证|保全|订购|鉴定|评估|出具|认定书|发函|警告函|律师函|处罚决定|判决"
)
OWN_PAST = re.compile(
    r"(?<!被)(?:控告人|报案人|我公司|我司|本公司|权利人)(?:(?:系|是|于|自|成立|创立|始创)"
    r"|[^，。]{0,16}20\d\d年度?[^，。]{0,6}(?:销售额|营业额|经营额|营业收入|产值|营收|利润))"
    r"|(?:销售额|营业额|营业收入|利润)(?:下降|减少|下滑|降至|降到|跌至)"
)
PURCHASE = re.compile(r"公证|购买|取证|下单")
ENDED = re.compile(
    r"^(?:日)?(?:起|后|以后|之后)?(?:，)?(?:就|才|便|已|主动|自行|被迫|全部|有关行为|其|被控告人|该店)*(?:停止|终止|中止|不再|停业|歇业|关停|关闭|停产|下架|注销|搬离)"
)
CAUGHT = re.compile(r"^(?:日)?(?:，|）|\))?[^，。；]{0,14}?(?:案发|查获|查处|查封|捣毁|抓获|归案)")
STILL = re.compile(r"至今|迄今|截至(?:目前|报案|今)|仍|继续|又|再次|未停")
REACHES = re.compile(r"(?:至|到|截至|截止)$")
OPEN_END = re.compile(
    r"^(?:日|[上中下]旬|[初中底末])?(?:起|以来|开始|至今|至案发|后)|^.{0,8}(?:至今|迄今|截至目前|持续至今|仍在)"
)
SINCE = re.compile(r"(?:自|从)$")
ONWARDS = re.compile(r"^[^，。；\d]{1,12}?(?:起|以来)(?=即|就|便|，|一直|持续)")
UP_TO = re.compile(r"(?:截至|截止到?)$")
JOINT = re.compile(r"^(?:日|起|开始|间|以来)?(?:，)?(?:至|到|-|~|—|–|截至|直至|持续到|延续至)")
SECOND = re.compile(
    r"^(?:(?P<same>同年|当年|次年|翌年))?(?P<month>\d{1,2})月(?:份)?(?:(?P<day>\d{1,2})[日号])?(?P<part>[初中底末])?"
)
YEAR = re.compile(r"(?<!\d)(?P<year>20\d\d)年(?!\d|\d?月)(?P<part>年?[初中底末]|[上下]半年|第?[一二三四1-4]季度|春节|国庆)?")
PARTS = {
    "初": (1, 3),
    "上半年": (1, 6),
    "中": (5, 8),
    "下半年": (7, 12),
    "底": (10, 12),
    "末": (10, 12),
    "春节": (1, 2),
    "国庆": (10, 10),
}
PARTS |= {f"{sign}季度": (3 * number - 2, 3 * number) for number in range(1, 5) for sign in (number, "一二三四"[number - 1])}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days at ``start:end`` of a sentence; ``open`` where it goes on until today."""

    first: date
    last: date
    start: int
    end: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class Acts:
    """From when until when, and where it says so."""

    first: date | None = None
    last: date | None = None
    evidence: tuple[Evidence, ...] = ()


def read_acts(dossier: Dossier, passages: Iterable[Passage]) -> Acts:
    """The period of the acts: from the complaint, else the rows of a ledger, else a test purchase; the form fills gaps."""
    passages = tuple(passages)
    found = Acts()
    for kinds, reader in (
        (("complaint_letter",), _from_story),
        (("sales_ledger",), _from_rows),
        (("notarial_deed",), _from_purchase),
    ):
        spans = [
            (span, passage.evidence(at + span.start, at + span.end))
            for passage in passages
            if passage.material.kind in kinds
            for at, span in reader(passage, dossier.as_of)
            if span.first <= dossier.as_of
        ]
        if spans and found.first is None:
            found = _joined(spans, dossier.as_of)
    return _completed(found, dossier)


def _joined(spans: list[tuple[Span, Evidence]], as_of: date) -> Acts:
    last = max(as_of if span.open else span.last for span, _ in spans)
    evidence = tuple(dict.fromkeys(place for _, place in spans))
    return Acts(min(span.first for span, _ in spans), min(last, as_of), evidence)


def _completed(found: Acts, dossier: Dossier) -> Acts:
    answers = dossier.answers
    evidence = found.evidence
    if (found.first is None and answers.acts_from) or (found.last is None and answers.acts_until):
        evidence += (
            Evidence("", quote=f"申请表中填写的行为时间：{answers.acts_from or '未填'} 至 {answers.acts_until or '未填'}"),
        )
    return Acts(found.first or answers.acts_from, found.last or answers.acts_until, evidence)


def _from_story(passage: Passage, as_of: date) -> list[tuple[int, Span]]:
    """Spans in clauses that speak of acts; a stretch (from … to …) beats single days."""
    found: list[tuple[int, Span]] = []
    purchases: list[tuple[int, Span]] = []
    ends: list[date] = []
    for start, text in sentences(passage.text):
        for span in find_spans(text):
            if _is_the_end(text, span):
                ends.append(span.last)
            if _is_of_acts(text, span):
                (purchases if PURCHASE.search(text[span.end :]) else found).append((start, span))
    if ends and not STILL.search(passage.text):
        found = [(start, _ended(span, max(ends))) for start, span in found]
    stretches = [(start, span) for start, span in found if span.open or (span.last - span.first).days > 31]
    return stretches or found or purchases


def _is_the_end(text: str, span: Span) -> bool:
    """2024年5月18日停止, 2024年5月18日被查获: on that day the acts came to their end."""
    behind = text[span.end :]
    return not span.open and (ENDED.match(behind) or CAUGHT.match(behind)) is not None


def _ended(span: Span, end: date) -> Span:
    """A stretch that only says from when on (自2023年3月起) ends where the complaint says it ended."""
    return replace(span, last=end, open=False) if span.open and span.first <= end else span


def _is_of_acts(text: str, span: Span) -> bool:
    if not ACTS.search(text):
        return False
    before = re.split(r"[，,、]", text[: span.start])[-1]
    after = text[span.end :]
    clause = before + text[span.start : span.end] + re.split(r"，", after)[0]
    if ENDED.match(after):
        return False
    if OTHERS.search(clause) or OWN_PAST.search(clause):
        return False
    stands_alone = clause.strip(" 。；") == text[span.start : span.end].strip()
    return stands_alone or bool(ACTS.search(after) or ACTS.search(clause))


def _from_rows(passage: Passage, as_of: date) -> list[tuple[int, Span]]:
    """The dates of the rows of a ledger."""
    return [
        (start, Span(printed.first, printed.last, printed.start, printed.end))
        for start, text in sentences(passage.text)
        for printed in find_dates(text)
        if re.search(r"\d", text[printed.end :]) and not re.search(r"制表|打印|导出|编制|盖章", text)
    ]


def _from_purchase(passage: Passage, as_of: date) -> list[tuple[int, Span]]:
    """The day of a test purchase: on that day the goods were on sale."""
    found = [
        (start, span)
        for start, text in sentences(passage.text)
        for span in find_spans(text)
        if re.search(r"购买|取得|到达", text[span.end :])
    ]
    return found[:1]


def find_spans(text: str) -> list[Span]:
    """Every day, month, year or stretch named in one sentence."""
    dates = [Span(printed.first, printed.last, printed.start, printed.end) for printed in find_dates(text)]
    dates += [span for span in _years(text) if all(span.end <= one.start or span.start >= one.end for one in dates)]
    dates.sort(key=lambda span: span.start)
    return _with_ends(text, dates)


def _years(text: str) -> list[Span]:
    spans = []
    for match in YEAR.finditer(text):
        first, last = PARTS.get((match["part"] or "").lstrip("第年"), (1, 12))
        year = int(match["year"])
        end = date(year, last, calendar.monthrange(year, last)[1])
        spans.append(Span(date(year, first, 1), end, match.start(), match.end()))
    return spans


def _with_ends(text: str, dates: list[Span]) -> list[Span]:
    found: list[Span] = []
    skip = -1
    for number, span in enumerate(dates):
        if number == skip:
            continue
        behind = text[span.end :]
        joint = JOINT.match(behind)
        following = dates[number + 1] if number + 1 < len(dates) else None
        if following and _reaches(text, span, following, joint):
            found.append(Span(span.first, max(following.last, span.last), span.start, following.end))
            skip = number + 1
        elif joint and (second := SECOND.match(behind[joint.end() :])):
            found.append(_with_short_end(span, second, span.end + joint.end()))
        else:
            found.append(replace(span, open=_goes_on(text[: span.start], behind)))
    return found


def _goes_on(before: str, behind: str) -> bool:
    """Whether a stretch only says from when on: 2025年5月起, 自2019年建厂起即…; not up to when (截至9月30日仍在…)."""
    since = SINCE.search(before) and ONWARDS.match(behind)
    return bool(since or OPEN_END.match(behind)) and not UP_TO.search(before)


def _reaches(text: str, span: Span, following: Span, joint: re.Match[str] | None) -> bool:
    """Whether the next date is the end of this one: 至, or 开始……一直持续到 in one sentence."""
    if joint and following.start - span.end <= joint.end() + 1:
        return True
    opened = OPEN_END.match(text[span.end :]) is not None
    return opened and REACHES.search(text[span.end : following.start]) is not None


def _with_short_end(span: Span, second: re.Match[str], offset: int) -> Span:
    """至9月, 至次年2月15日: the year is that of the beginning, or the next."""
    year = span.first.year + (1 if second["same"] in ("次年", "翌年") else 0)
    month = int(second["month"])
    if not 1 <= month <= 12:
        return span
    length = calendar.monthrange(year, month)[1]
    last = date(year, month, min(int(second["day"] or length), length))
    return Span(span.first, max(last, span.last), span.start, offset + second.end())
