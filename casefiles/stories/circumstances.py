"""The circumstances a limb may ask for: kind of mark, number of marks or patents, earlier punishment, variants of the act."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from casefiles.model import Dossier, Material
from casefiles.offences import Offence
from casefiles.stories.passages import Passage
from casefiles.stories.periods import Acts
from casefiles.stories.quantities import as_number, find_quantities
from casefiles.stories.wordings import load_wordings
from casefiles.values.dates import find_dates

SERVICE = re.compile(
    r"服务商标|(?:同一种|相同(?:的)?)服务|核定(?:使用)?服务(?!项目)|提供(?:[\u4e00-\u9fff]{0,6})(?:服务|培训|餐饮|教育|咨询|住宿|维修|美容)"
)
GOODS = re.compile(r"商品|产品|货物|生产|制造|销售|出售|贩卖|批发|库存|服装|鞋|酒|烟|食品|配件|化妆品|手机|标识")
TWO_MARKS = re.compile(
    r"(?:两|二|三|四|五|六|七|八|九|十|多|数|(?<!\d)\d{1,4})(?:种|个|件|枚)(?:以上)?(?:不同的?)?(?:权利人|来源|企业|公司|主体)?的?(?:知名|他人)?(?:注册)?(?:商标|品牌)"
)
TWO_PATENTS = re.compile(
    r"(?:两|二|三|四|五|多|数|(?<!\d)\d{1,4})(?:项|件|个)(?:以上)?(?:他人)?(?:的)?(?:发明|实用新型|外观设计)?专利"
)
PUNISHED = re.compile(r"(?:曾|已|先后|因).{0,40}(?:行政处罚|罚款|没收|判处|判决有罪|刑事处罚|判刑|有期徒刑|被处罚)")
SIMILAR = re.compile(r"商标|假冒|侵权|盗版|著作权|专利|商业秘密|标识")
NEVER_PUNISHED = re.compile(r"(?:未|没有|不曾|无).{0,8}(?:受过|受到|因).{0,16}(?:处罚|前科)|二年内未(?:受|因)")
BOUGHT = re.compile(r"(?:购进|购入|买进|买来|进货|拿货|收购|从他人|向他人|上家)(?P<what>.{0,30})")
SELLS_OTHERS = re.compile(r"销售(?:他人|明知是)?(?:伪造|非法制造|擅自制造)的")
MADE_BY_OTHERS = re.compile(r"(?:伪造|非法制造|擅自制造|非法印制|他人(?:非法|擅自|私自)?(?:印制|印刷|制作|制造|加工|生产))的")
CHARGE = re.compile(
    r"(?<!销售)(?:非法制造、?(?:、?销售非法制造的?)?(?:他人)?(?:的)?注册商标标识(?:罪|犯罪)?|伪造、擅自制造(?!的))"
)
MAKES_LABELS = re.compile(r"印制|承印|代印|印好|丝印|制作|加工|印刷|制版|制造|生产|印有|喷印|打印|模切|烫金|伪造了")
CIRCUMVENT = re.compile(
    r"(?:避开|规避|破解|破坏|绕过).{0,12}(?:技术(?:保护)?措施|加密|授权验证|加密狗|数字版权)|(?:提供|出售|销售).{0,12}(?:破解工具|破解软件|加密狗|注册机|外挂)"
)
CHARGE_FOREIGN = re.compile(r"为境外窃取、?刺探、?收买、?(?:或者)?非法提供商业秘密(?:罪|犯罪)?")
FOREIGN = re.compile(
    r"境外|国外|海外|外国|外籍|(?:美|英|日|德|法|韩|俄|印度|加拿大|澳大利亚|新加坡|以色列|荷兰|瑞士)(?:国|方)|香港|台湾|澳门"
)
BANKRUPT = re.compile(r"(?:导致|致使|造成).{0,20}(?:我公司|控告人|权利人|企业|公司)?.{0,10}(?:破产|倒闭|歇业)")
PIECES = r"[^，]{0,24}?[\d零一二三四五六七八九十百千万]+[余多]?[件套枚张个只条份幅盒箱]"
SOLD_COUNT = re.compile(
    rf"(?<!尚未)(?<!未)(?:已(?:经)?(?:对外)?(?:销售|售出?|出售|卖出|交付|发货)|售出|卖出|销售(?:了|出)?){PIECES}"
)
MADE_COUNT = re.compile(rf"(?:生产|制造|制作|印制|印刷|盗印|翻印|复制|刻录|翻录|伪造){PIECES}")
PRICES = (
    ("average_price", re.compile(r"(?:平均|实际(?:销售)?)(?:销售)?(?:价格|售价|单价|价)|均价")),
    ("tag_price", re.compile(r"标价|吊牌价|标示价格|挂牌价")),
    ("market_price", re.compile(r"(?:市场)?中间价(?:格)?|正品(?:的)?(?:市场)?(?:价格|售价|单价|零售价)")),
)
TWO_YEARS = timedelta(days=731)


def read_conditions(dossier: Dossier, passages: tuple[Passage, ...], offence: Offence | None, acts: Acts) -> dict[str, object]:
    """What is stated of each circumstance; one that nobody mentions is absent. Documents go before the form."""
    text = "\n".join(passage.text for passage in passages if passage.material.kind == "complaint_letter")
    stated: dict[str, object] = {}
    if offence and offence.right == "trademark":
        _put(stated, "subject", _subject(dossier, text))
        _put(stated, "marks_gte_2", _two_marks(dossier, text))
    if offence and offence.right == "patent":
        _put(stated, "patents_gte_2", True if TWO_PATENTS.search(text) else None)
    _put(stated, "repeat_2y", _punished(dossier, passages, text, acts))
    _put(stated, "act", _act(offence, text))
    if offence and offence.code in ("counterfeit_labels", "copyright_infringement"):
        _put(stated, "counted_as_sold", True if _count_is_of_sold(text) else None)
    if offence and offence.right == "trade_secret":
        _put(stated, "foreign_recipient", _foreign(offence, text))
        _put(stated, "bankruptcy", True if BANKRUPT.search(text) else None)
    stated.update(_pieces_and_prices(text, passages))
    return stated


def _put(stated: dict[str, object], name: str, value: object) -> None:
    if value is not None:
        stated[name] = value


def _subject(dossier: Dossier, text: str) -> str | None:
    """Goods or services: from the form, the classes of the certificates (1–34 goods, 35–45 services; grade G), the story."""
    if dossier.answers.subject:
        return dossier.answers.subject
    if "服务商标" in text and "商品商标" in text:
        return "both"
    classes = [int(number) for material in dossier.of_kind("trademark_certificate") for number in _classes(material)]
    if classes and all(number <= 34 for number in classes):
        return "goods"
    if classes and all(number >= 35 for number in classes):
        return "service"
    goods, service = GOODS.search(text), SERVICE.search(text)
    if service and ("服务商标" in text or not goods):
        return "service"
    return "goods" if goods else None


def _classes(material: Material) -> list[str]:
    return [number for number in re.findall(r"\d{1,2}", material.value("classes") or "") if 1 <= int(number) <= 45]


def _two_marks(dossier: Dossier, text: str) -> bool | None:
    """Several marks stated; certificates alone do not say that each of them was infringed (法释〔2025〕5号第七条)."""
    if dossier.answers.marks_count is not None:
        return dossier.answers.marks_count >= 2
    return True if TWO_MARKS.search(text) else None


def _punished(dossier: Dossier, passages: tuple[Passage, ...], text: str, acts: Acts) -> bool | None:
    """A punishment for infringement within two years before the acts began."""
    if dossier.answers.punished_within_two_years is not None:
        return dossier.answers.punished_within_two_years
    if NEVER_PUNISHED.search(text):
        return False
    days = [day for sentence in re.split(r"[。；\n]", text) for day in _days_of_punishment(sentence)]
    for material in dossier.of_kind("administrative_decision"):
        printed = find_dates(material.value("issued_on") or "")
        if printed and SIMILAR.search(material.reading.text):
            days.append(printed[0].first)
    if not days or acts.first is None:
        return None
    return any(day <= (acts.last or acts.first) and acts.first - day <= TWO_YEARS for day in days)


def _days_of_punishment(sentence: str) -> list[date]:
    if not (PUNISHED.search(sentence) and SIMILAR.search(sentence)):
        return []
    return [printed.first for printed in find_dates(sentence)][:1]


def _count_is_of_sold(text: str) -> bool:
    """已售出标识三万件，现场查获二万件: the number is of those sold. A number of all that were made includes both."""
    clauses = re.split(r"[。；，\n]", text)
    return any(map(SOLD_COUNT.search, clauses)) and not any(map(MADE_COUNT.search, clauses))


def _act(offence: Offence | None, text: str) -> str | None:
    if offence is None:
        return None
    if offence.code == "counterfeit_labels":
        told = CHARGE.sub("", text)
        makes = MAKES_LABELS.search(MADE_BY_OTHERS.sub("", told))
        return "make_labels" if makes else "sell_others_labels" if _sells_others_labels(told) else None
    if offence.code == "copyright_infringement" and CIRCUMVENT.search(text):
        return "supply_circumvention"
    return None


def _sells_others_labels(text: str) -> bool:
    labels = next(cue.nouns for cue in load_wordings().counts if cue.metric == "label_count")
    return SELLS_OTHERS.search(text) is not None or any(labels.search(match["what"]) for match in BOUGHT.finditer(text))


def _foreign(offence: Offence, text: str) -> bool | None:
    """The offence of 第二百一十九条之一 is met by conduct: a recipient abroad who is named, not the charge."""
    return True if offence.code == "trade_secret_foreign" and FOREIGN.search(CHARGE_FOREIGN.sub("", text)) else None


def _pieces_and_prices(text: str, passages: tuple[Passage, ...]) -> dict[str, Decimal]:
    """Unsold pieces and the prices of the value ladder (法释〔2025〕5号第二十八条)."""
    found: dict[str, Decimal] = {}
    for sentence in re.split(r"[。；\n]", text):
        for quantity in find_quantities(sentence):
            before = sentence[: quantity.start]
            if quantity.unit and quantity.unit != "元" and load_wordings().unsold.search(re.split("，", before)[-1]):
                found.setdefault("unsold_quantity", quantity.value)
            for name, words in PRICES:
                if quantity.unit == "元" and re.search(rf"(?:{words.pattern})(?:约|为|是|每[件个套双瓶盒]|人民币|：)*$", before):
                    found.setdefault(name, quantity.value)
    ledger = _average_of_ledgers(passages)
    if ledger is not None:
        found.setdefault("average_price", ledger)
    return found


def _average_of_ledgers(passages: tuple[Passage, ...]) -> Decimal | None:
    for material in (passage.material for passage in passages if passage.material.kind == "sales_ledger"):
        total, quantity = as_number(material.value("total_amount")), as_number(material.value("total_quantity"))
        if total and quantity and quantity > 0:
            return (total / quantity).quantize(Decimal("0.01"))
    return None
