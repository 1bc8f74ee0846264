"""Golden queries in Chinese: one table for every way in (library, command, batch, interface, page)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from statutes.library import Library
from statutes.search.filters import Filters
from tests.statutes.builders import article, library_with

TODAY = date(2026, 11, 22)
IN_FORCE: tuple[str, ...] = ("in_force",)
PENALTY = "中华人民共和国狐狸保护法第二条"
SPRING = "中华人民共和国狐狸保护法第一条"
BADGER, WATER, OLD, NEW = "獾保护法第一条", "森林管理规定第一条", "旧狐狸法第九条", "新狐狸法第九条"
CODE = "中华人民共和国刑法"
INTERPRETATION = "最高人民法院、最高人民检察院关于办理侵犯知识产权刑事案件适用法律若干问题的解释"
ROWS = (
    article("中华人民共和国狐狸保护法", "第一条", "国家保护狐狸，禁止在春季捕猎狐狸。"),
    article("中华人民共和国狐狸保护法", "第二条", "捕猎狐狸的，处三十万元罚款；狐狸的皮毛应当没收，规费照收。"),
    article("獾保护法", "第一条", "獾可以在秋季捕猎，但是不得使用毒药。"),
    article("森林管理规定", "第一条", "森林里的水源由森林管理局看管。", category="部门规章"),
    article("旧狐狸法", "第九条", "捕猎狐狸不受限制。", effective_from="1990-01-01", effective_until="1999-12-31"),
    article("新狐狸法", "第九条", "捕猎狐狸须有许可证。", effective_from="2030-01-01"),
)


@dataclass(frozen=True)
class Golden:
    """``first`` is the reference at the top, or ``found`` all references there are; ``told`` stands in a notice."""

    query: str
    first: str = ""
    found: frozenset[str] | None = None
    told: str = ""
    kind: str = ""
    status: tuple[str, ...] = IN_FORCE
    as_of: date | None = None
    within: tuple[str, ...] = ()
    level: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        return Filters(kind=(self.kind,) if self.kind else (), status=self.status, level=self.level, within=self.within)

    def answered_by(self, refs: list[str], notices: str) -> bool:
        """Whether these references, best first, and these notices are what is expected."""
        held = set(refs) == self.found if self.found is not None else refs[:1] == [self.first]
        return held and self.told in notices


def first(query: str, ref: str, told: str = "", **more: object) -> Golden:
    return Golden(query, first=ref, told=told, **more)  # type: ignore[arg-type]  # a test's shorthand


def exactly(query: str, *refs: str, told: str = "", **more: object) -> Golden:
    return Golden(query, found=frozenset(refs), told=told, **more)  # type: ignore[arg-type]  # a test's shorthand


def golden_library(folder: Path) -> Library:
    """Our own data and the foxes, with their index."""
    return library_with(folder, ROWS)


GOLDEN = (
    # citations as people type them
    first("刑法213", f"{CODE}第二百一十三条", "按引用识别"),
    first("刑法第219条之1", f"{CODE}第二百一十九条之一"),
    first("刑法２１３条", f"{CODE}第二百一十三条"),
    first("刑訴法第一百一十條", "中华人民共和国刑事诉讼法第一百一十条"),
    first("法释〔2025〕5号第三条", f"{INTERPRETATION}第三条"),
    first("法释(2025)5号3条", f"{INTERPRETATION}第三条"),
    first("反法10条", "中华人民共和国反不正当竞争法第十条"),
    first("刑法213条和商标法57条", f"{CODE}第二百一十三条"),
    first("商标法第五十七条", "中华人民共和国商标法第五十七条", "该条现为第七十二条", as_of=date(2027, 3, 1), kind="article"),
    first("法释〔2025〕5号", f"{INTERPRETATION}第一条", "按文件识别"),
    first("两高解释第五条", f"{INTERPRETATION}第五条", "按引用识别"),
    first("獾保护法 第一条", BADGER, "按引用识别"),
    exactly("第二百一十三条", f"{CODE}第二百一十三条", told="没有写明法规"),
    exactly("219条之一", f"{CODE}第二百一十九条之一", told="没有写明法规"),
    first("郭明升假冒注册商标案", "郭明升、郭明锋、孙淑标假冒注册商标案", "按引用识别"),
    first("（2015）宿中知刑初字第0004号", "郭明升、郭明锋、孙淑标假冒注册商标案", "按引用识别"),
    first("番茄花园", "成都共软网络科技有限公司、孙显忠、张天平、洪磊、梁焯勇侵犯著作权案", "按引用识别"),
    first("反法", "中华人民共和国反不正当竞争法第七条", "按文件识别"),
    first("法释〔2025〕5号 明知", f"{INTERPRETATION}第二十二条", "其条文排在前面"),
    first("刑法 商业秘密 境外", f"{CODE}第二百一十九条之一"),
    first("检例第100号", "陈力等八人侵犯著作权案", "按引用识别"),
    exactly("规费", PENALTY),
    first("假冒注册商标罪", f"{CODE}第二百一十三条", "“假冒注册商标罪”规定在该条", kind="article"),
    first("假冒注册商标罪立案标准", f"{CODE}第二百一十三条", "同时按法律用语检索：立案标准"),
    first("侵犯著作權罪", f"{CODE}第二百一十七条", "可检索“罪名:侵犯著作权罪”"),
    first("刑法213 5万元", f"{CODE}第二百一十三条", "按引用识别"),
    exactly("--狐狸 獾 毒药", BADGER, told="不含“狐狸”", within=("毒药",)),
    exactly("‘皮毛应当没收’", PENALTY),
    exactly("level:department_rule 年份:二〇二五", told="年份为“2025”"),
    first("案号:第0001号 法院:无锡 著作权", "鞠文明、徐路路、华轶侵犯著作权案"),
    first("罚款百分之十", PENALTY, "同时按“10%”检索", within=("罚款", "皮毛")),
    exactly("-狐狸 -獾 水源 森林", WATER, within=("看管",)),
    exactly("皮毛 -毒药", PENALTY),
    exactly("法规:狐狸保护法 皮毛", PENALTY),
    exactly("《火漆》", told="本库没有《火漆》"),
    exactly("鞣制:火漆", told="“鞣制:”不是字段词"),
    exactly("火星法第三条", told="本库没有《火星法》"),
    # plain words and questions
    first("捕猎狐狸罚款多少", PENALTY),
    first("谁看管森林的水源", WATER),
    first("狐貍皮毛應當沒收", PENALTY, "已按简体字检索"),
    first("罚款30万元", PENALTY, "同时按“三十万元”检索"),
    first("ＦＯＸ 森林水源", WATER, "全角字母和数字已按半角检索"),
    # phrases, operators, exclusions
    exactly('"皮毛应当没收"', PENALTY, told="检索条件"),
    exactly("“规费照收”", PENALTY),
    exactly('"狐狸捕猎"', told="检索条件"),
    exactly("狐狸 AND 罚款", PENALTY, told="且"),
    exactly("狐狸 且 春季", SPRING),
    exactly("毒药 OR 皮毛", BADGER, PENALTY),
    exactly("捕猎 非 狐狸", BADGER, told="不含“狐狸”"),
    exactly("捕猎 AND NOT 罚款 NOT 毒药", SPRING),
    exactly("捕猎 且 （毒药 或 春季）", BADGER, SPRING),
    exactly('"捕猎狐狸" -罚款 -春季', OLD, NEW, status=()),
    exactly("皮毛 AND 30万元", PENALTY, told="三十万元"),
    exactly("毒药 OR 獾保护法第一条", BADGER, told="引用“獾保护法第一条”"),
    exactly("捕猎 NOT 獾保护法第一条 NOT 罚款", SPRING),
    # field words
    exactly("法规:狐狸保护法", SPRING, PENALTY, told="法规为“狐狸保护法”"),
    exactly("标题：狐狸 条号：第二条", PENALTY, told="条号为“2”"),
    exactly("law:獾保护法", BADGER),
    exactly("法规:狐狸保护法 -条号:1", PENALTY),
    exactly("标题:森林 OR 皮毛", WATER, PENALTY),
    exactly("罪名:为境外窃取、刺探、收买、非法提供商业秘密罪 条号:219之一", f"{CODE}第二百一十九条之一"),
    exactly('案号:"（2011）锡知刑终字第0001号" -狐狸', "鞠文明、徐路路、华轶侵犯著作权案"),
    exactly("法院:无锡市滨湖区 案号:（2011）锡滨知刑初字第0003号", "王某、李某假冒注册商标案"),
    # filters
    exactly("捕猎狐狸 许可证", NEW, as_of=date(2030, 5, 1), within=("捕猎 许可证",)),
    exactly('"捕猎狐狸"', PENALTY, OLD, SPRING, NEW, status=(), within=("狐狸",)),
    exactly('"捕猎狐狸"', OLD, status=("ended",)),
    exactly('"捕猎狐狸"', NEW, status=("not_yet",)),
    exactly('"捕猎狐狸"', PENALTY, SPRING, OLD, as_of=date(1995, 1, 1)),
    exactly("捕猎", PENALTY, told="结果中检索", within=("皮毛",)),
    exactly("捕猎", PENALTY, told="含“没收”", within=("皮毛", "-春季 没收")),
    exactly("森林", WATER, level=("department_rule",)),
    exactly("捕猎狐狸", kind="precedent", within=("狐狸",)),
    # what cannot be searched says so
    exactly("", told="没有可以检索的词"),
    exactly("AND OR NOT", told="没有可以检索的词"),
    exactly("？！。", told="没有可以检索的词"),
    first('"应当没收', PENALTY, "引号不成对"),
    first("皮毛 AND", PENALTY, "运算符或括号不完整"),
    first("（皮毛 AND 罚款", PENALTY, "运算符或括号不完整"),
    first("皮毛\x07没收", PENALTY, "控制字符"),
    first("皮毛 " * 2500, PENALTY, "查询过长"),
)

HOSTILE = (
    *("狐", "-", "--", "-狐狸", "NOT 狐狸", "(", "）（", '""', "“”", "且", "AND狐狸", "或 或 或", "😀", "\ud800", "%_*?[]{}\\"),
    *("“" * 300, "(" * 400 + "狐狸 AND 狐狸", "\x00" * 50, "a" * 10000, "第" * 1000, "第一条" * 300, "1" * 500),
    *(
        "狐狸 " * 400,
        "刑法" * 250,
        "狐狸 AND " * 60 + "狐狸",
        "NOT " * 60 + "狐狸",
        "标题:" * 100,
        "标题:标题:狐狸",
        '-"',
        "-标题:",
    ),
    *(
        "30万元" * 90,
        "条号:99999999999999999999",
        "年份:abc",
        "刑法999999999条",
        "\u202e狐狸\u200b",
        "a\tb\r\nc",
        "'; DROP TABLE",
    ),
)
"""Queries that must get an answer or a clear message, whatever they are."""
