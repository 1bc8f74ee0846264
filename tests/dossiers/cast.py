"""Who and what a made-up dossier is about. Every name and number is invented; the numbers have right check digits."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from tests.dossiers.printing import Day, Money

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = (
    "明远",
    "晓岚",
    "嘉树",
    "立新",
    "雅文",
    "启航",
    "思睿",
    "静",
    "娟",
    "伟",
    "梓涵",
    "建国",
    "若兰",
    "浩然",
    "子墨",
    "丽华",
)
_PLACES = ("成都", "四川", "重庆", "绵阳", "德阳", "成都市", "上海", "浙江", "广东省深圳市", "北京")
_WORDS = (
    "蜀光",
    "锦川",
    "天府云",
    "青石",
    "汇鑫",
    "智远",
    "千叶",
    "川禾",
    "银杏",
    "新启点",
    "凌云",
    "巴山",
    "华锐",
    "安和",
    "百味",
)
_TRADES = ("电子", "服饰", "软件", "精密机械", "食品", "医药", "文化传媒", "新材料", "网络科技", "家居用品", "生物科技")
_FORMS = ("有限公司", "有限责任公司", "股份有限公司", "科技有限公司", "集团有限公司")
_AUTHORITIES = (
    "成都市公安局高新区分局",
    "成都市公安局高新技术产业开发区分局",
    "成都市公安局经济犯罪侦查支队",
    "四川省公安厅食品药品环境犯罪侦查总队",
)
_OFFENCES = ("假冒注册商标罪", "销售假冒注册商标的商品罪", "侵犯著作权罪", "侵犯商业秘密罪", "假冒专利罪")
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def cast(seed: int) -> dict[str, Any]:
    """Everything a paper may name, by the word used in braces in ``papers/``; the same seed gives the same cast."""
    chance = random.Random(seed)  # noqa: S311  # made-up people, no secret
    return {**_people(chance), **_days(chance), **_rights(chance), **_bodies(chance), **_sums(chance)}


def credit_code(chance: random.Random) -> str:
    """An invented credit code of an enterprise with the right 18th character (GB 32100-2015)."""
    body = "915101" + "00MA6" + "".join(chance.choice(_CREDIT) for _ in range(6))
    total = sum(_CREDIT.index(sign) * weight for sign, weight in zip(body, _CREDIT_WEIGHTS, strict=True))
    return body + _CREDIT[(31 - total % 31) % 31]


def identity_number(chance: random.Random, born: Day) -> str:
    """An invented identity number with the right check digit (GB 11643-1999)."""
    body = f"51010{chance.randint(4, 8)}{born:compact}{chance.randint(10, 299):03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _IDENTITY_WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def patent_number(chance: random.Random, year: int) -> str:
    """An invented patent number with the right check digit."""
    base = f"{year}{chance.choice('123')}0{chance.randint(100000, 999999)}"
    total = sum(int(digit) * (2 + place % 8) for place, digit in enumerate(base))
    return f"ZL{base}.{'0123456789X'[total % 11]}"


def _company(chance: random.Random) -> str:
    return chance.choice(_PLACES) + chance.choice(_WORDS) + chance.choice(_TRADES) + chance.choice(_FORMS)


def _person(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + chance.choice(_GIVEN)


def _people(chance: random.Random) -> dict[str, Any]:
    born, agent_born = Day(1979, 4, chance.randint(1, 28)), Day(1992, 11, chance.randint(1, 28))
    respondent_company, agent = _company(chance), _person(chance)
    person = chance.choice(_SURNAMES) + "某"
    return {
        "holder": _company(chance),
        "uscc": credit_code(chance),
        "address": f"成都高新区天府大道中段{chance.randint(1, 1999)}号",
        "representative": _person(chance),
        "representative_id": identity_number(chance, born),
        "agent": agent,
        "agent_spaced": " ".join(agent),
        "agent_id": identity_number(chance, agent_born),
        "agent_born": agent_born,
        "respondent_company": respondent_company,
        "licensee": _company(chance),
        "employee": _person(chance),
        "respondent": chance.choice((respondent_company, person, f"{person}、{respondent_company}")),
        "bad_address": f"成都高新区中和街道朝阳路{chance.randint(1, 99)}号",
        "institution_holder": chance.choice(("四川省应用材料研究院", "四川省食品工业协会", "NorthwindAudioGmbH")),
    }


def _days(chance: random.Random) -> dict[str, Any]:
    def day(year: int) -> Day:
        return Day(year, chance.randint(1, 12), chance.randint(1, 28))

    signed, mark_from, card_from = day(2026), day(2018), day(2016)
    return {
        "signed": signed,
        "year": signed.year,
        "poa_until": _after(signed, 364),
        "established": day(2011),
        "licensed": day(2021),
        "filed": day(2019),
        "reported": day(2026),
        "contracted": day(2020),
        "acts_from": day(2025),
        "acts_until": day(2026),
        "mark_from": mark_from,
        "mark_until": _after(Day(mark_from.year + 10, mark_from.month, mark_from.day), -1),
        "card_from": card_from,
        "card_until": Day(card_from.year + 20, card_from.month, card_from.day),
    }


def _after(day: Day, days: int) -> Day:
    later = day + timedelta(days=days)
    return Day(later.year, later.month, later.day)


def _rights(chance: random.Random) -> dict[str, Any]:
    patent = patent_number(chance, 2019)
    word = chance.choice(_WORDS)
    return {
        "mark": chance.choice((word, word + "云", "SUNLIT", "QINGHE青禾")),
        "classes": str(chance.randint(1, 45)),
        "registration_no": str(chance.randint(1_000_000, 79_999_999)),
        "patent_no": patent,
        "patent_spaced": f"ZL {patent[2:6]} {patent[6]} {patent[7:]}",
        "invention": chance.choice(
            ("一种主轴热补偿控制方法及装置", "用于仓储分拣的机械臂", "一种基于深度学习的图像检索方法、系统及存储介质")
        ),
        "work": chance.choice((f"{word}小熊", "熊猫团子系列之一", f"{word}之夜")),
        "work_no": f"国作登字-2021-F-{chance.randint(10**7, 10**8 - 1)}",
        "software": chance.choice(
            (f"{word}仓储管理系统V3.0", f"{word}智能排班平台软件[简称:排班平台]V1.2", "ERP数据采集软件V2.1")
        ),
        "software_no": f"2019SR{chance.randint(10**6, 10**7 - 1)}",
    }


def _bodies(chance: random.Random) -> dict[str, Any]:
    number, year = chance.randint(1, 999), 2026
    return {
        "authority": chance.choice(_AUTHORITIES),
        "offence": chance.choice(_OFFENCES),
        "law_firm": chance.choice(("四川蜀信律师事务所", "北京天元(成都)律师事务所")),
        "expert": chance.choice(("四川西部知识产权司法鉴定所", "北京国科知识产权司法鉴定中心", "上海硅知识产权司法鉴定所")),
        "report_no": chance.choice(
            (f"川西知鉴字〔{year}〕第{number:03}号", f"国科知鉴字[{year}]{number}号", f"西知司鉴({year})知鉴字第{number}号")
        ),
        "accountant": chance.choice(("四川正衡会计师事务所", "成都中信诚资产评估有限公司", "四川华信会计师事务所")),
        "loss_no": chance.choice((f"川正衡评报字〔{year}〕第{number}号", f"中信诚专审字({year})第{number}号")),
        "price_body": chance.choice(("成都市价格认证中心", "四川锦川服饰有限公司", "成都高新区价格认证中心")),
        "notary": chance.choice(("四川省成都市蜀都公证处", "北京市方正公证处", "四川省成都市律政公证处")),
        "deed_no": chance.choice(
            (
                f"({year})川成蜀证内经字第{number}号",
                f"（{year}）京方正内民证字第{number}号",
                f"({year})川律公证内民字第{number}号",
            )
        ),
        "regulator": chance.choice(("成都高新区市场监督管理局", "成都市市场监督管理局", "成都市文化市场综合行政执法总队")),
        "penalty_no": chance.choice(
            (f"成高市监处罚〔{year}〕{number}号", f"川市监罚字[{year}]第{number}号", f"(成)文综罚字〔{year}〕第{number}号")
        ),
        "court": chance.choice(("四川省成都市中级人民法院", "四川天府新区成都片区人民法院", "北京知识产权法院")),
        "case_no": chance.choice(
            (f"({year})川01知民初{number}号", f"（{year}）川0191民初{number}号", f"({year})京73民终{number}号")
        ),
    }


def _sums(chance: random.Random) -> dict[str, Any]:
    half = chance.randint(20_000, 400_000)
    pieces = chance.randint(50, 2000)
    return {
        "amount": Money(2 * half),
        "half": Money(half),
        "tenth": Money(half // 10),
        "price": Money(chance.randint(80, 2600)),
        "quantity": str(2 * pieces),
        "half_quantity": str(pieces),
    }
