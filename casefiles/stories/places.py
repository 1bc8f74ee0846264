"""Where the acts happened and how each place is linked to them (法发〔2011〕3号第一条)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from casefiles.divisions import stems
from casefiles.model import Dossier, Evidence, Place, PlaceLink
from casefiles.stories.passages import Passage, sentences
from casefiles.stories.wordings import load_wordings

AREA = (
    "省|自治区|特别行政区|自治州|高新技术产业开发区|经济技术开发区|高新区|开发区|天府新区|新区|市(?!场)|州|盟|区|县|旗(?!下|舰|帜)|镇|乡|"
    "街道|园区"
)
DETAIL = (
    "大道|路|街|巷|弄|里|号|栋|幢|座|楼|层|室|单元|村|组|社区|市场|广场|中心|大厦|商城|城|铺|档口|档|门店|"
    "仓库|仓|厂房|厂|工业园|产业园|物流园|科技园|园|附\\d+"
)
PARK = "软件园|科技园|产业园|工业园|物流园|孵化园|创业园|生物城|保税区"
# 和田, 和平 and their like are names; another 和 begins the next place.
NEXT_PLACE = "以及|及|与|或者|和(?![田平政静硕龙顺布林庆])"
ADDRESS = re.compile(
    rf"(?:(?:(?!{NEXT_PLACE})(?:(?!的)[\u4e00-\u9fff]){{1,8}}?(?:{AREA}))+|[\u4e00-\u9fff]{{2,8}}?(?:{PARK}))"
    rf"(?:(?:(?!{NEXT_PLACE})[\u4e00-\u9fffA-Za-z0-9#\-]){{0,14}}?(?:{DETAIL}))*"
)
PREPOSITIONS = "在于至从自由往为系是住和与将的及到赴抵"
LEADING = re.compile(
    r".*(?:位于|设在|设于|坐落于|租用|租赁|承租|来自|运至|运往|运到|发往|寄往|送至|到达|前往|入职|到|赴|抵|所在地|住所地?|地址|[在于至从自由往为系是住：，、“]|以及|及|和|与|将|的)"
)
OFFICES = re.compile(
    r"^(?:(?!(?:我|本|该|其)(?:公司|单位|司|厂|院|所|校))[\u4e00-\u9fff（）()]){0,18}?(?:公安|派出所|分局|检察院|法院|公证处|公证(?!购买|取证|保全)|管理局|监督局|税务局|版权局|知识产权局|委员会|政府|公司|律师事务所|鉴定所|事务所|研究院|大学|学院|厂(?!房|区|内)|银行|集团|合作社|经营部|商行|协会)"
)
# Behind 的 a company is at the place; only an authority is still none of the acts.
AUTHORITIES = re.compile(r"^的[\u4e00-\u9fff]{0,18}?(?:公安|派出所|检察院|法院|公证处|管理局|监督局|税务局|委员会|政府)")

# First the words right behind the place, then those before it: what was done there.
DONE: tuple[tuple[PlaceLink, str], ...] = (
    ("server", r"服务器|机房|数据中心|网络接入|托管|部署|数据库|(?:[A-Za-z]{2,8}|管理|信息|业务|研发|计算机)系统"),
    ("uploader", r"上传"),
    ("harm", r"(?:损失|损害|侵害|危害)(?:的)?(?:结果)?(?:发生地|发生在|所在地)?|侵权结果|结果发生地"),
    ("moved", r"发货|发出|寄出|邮寄|快递|物流|运输|运往|运至|配送|中转"),
    (
        "made",
        r"生产|制造|加工|制作|组装|灌装|分装|印刷|印制|贴牌|缝制|缝上|贴上|打标|喷码|换标|打上|更换|盗印|偷印|翻新|改装|灌入|封盖|勾兑|复制|刻录|窝点|厂房|车间|作坊|制假",
    ),
    ("stored", r"仓库|仓储|储存|存放|囤|库房|堆放|藏匿"),
    (
        "operator",
        r"网站.{0,6}(?:经营|运营|建立|管理)|运营者|(?:网站|网店|平台|店铺|账号|软件|程序).{0,6}经营者|主办|开办|办公|运营(?:地|主体)|管理者",
    ),
    (
        "sold",
        r"销售|出售|售卖|贩卖|批发|零售|门店|店铺|网店|商铺|商户|店面|档口|摊|柜台|卖场|市场(?!监督|监管|价|中间|主体)|店|购买|购得|经营|展销|展厅|展会|展位|陈列|摆摊|收款|(?<!购)(?<!买)卖",
    ),
    (
        "done",
        r"窃取|盗取|刺探|收买|披露|泄露|泄密|拷贝|外发|交付|移交|交接|转交|碰头|接头|实施(?:上述|侵权|犯罪|窃密|了)|作案|标注|冒用|宣传|民房|自建房|出租屋|租房|地下室",
    ),
)
# Words that tell a place of the acts only where the sentence speaks of a secret.
USED = re.compile(
    r"使用|下载|任职|工作|提供|发送|转发|发给|翻拍|拍照|拍摄|抄录|复印|打印|导出|带[出走离]|拷走|登[录陆入]|[侵潜]入|调取|交给|出卖|[获取骗套]取|取得|获得|收集"
)
SECRET = re.compile(
    r"秘密|机密|代码|源程序|算法|配方|工艺|图纸|数据库|(?:技术|经营|设计|研发|实验|试验|测试|试飞|生产|客户|工程)(?:信息|资料|文件|数据|文档|方案|名单|档案)|参数"
)
LABELS: tuple[tuple[PlaceLink, str], ...] = (
    (
        "residence",
        r"被(?:控告|举报|报案|投诉)(?:人|方|单位|公司)?(?:的)?(?:住所地?|住址|地址|注册地址?|所在地|户籍地|经常居住地|经营地址)",
    ),
    ("holder", r"(?<!被)(?:控告人|报案人|权利人|申请人|我公司)(?:的)?(?:住所地?|地址|注册地址?|所在地)"),
    ("residence", r"(?:网店|店铺|公司|其)?(?:工商)?(?:注册|登记)(?:地|地址)"),
    ("made", r"(?:生产|制造|加工|制假)(?:地|地点|地址|窝点)"),
    ("stored", r"(?:仓储|储存|存放|仓库)(?:地|地点|地址)"),
    ("moved", r"(?:发货|寄出|运输|起运)(?:地|地点|地址)"),
    ("sold", r"(?:销售|经营|店铺|交易|购买)(?:地|地点|所在地|地址)"),
    ("server", r"服务器(?:所在地|地址|位置)"),
    ("uploader", r"上传(?:者|人)?(?:所在地|地)"),
    ("operator", r"(?:网站|平台|店铺)?(?:建立者|管理者|运营者|经营者)(?:所在地|住所地)"),
    ("harm", r"(?:损害|侵权|犯罪)?结果(?:发生)?地|(?:实际)?(?:遭受|受到)?(?:损失|损害)(?:的)?(?:发生)?地"),
    ("done", r"(?:犯罪|侵权|案发|作案)(?:行为)?(?:实施|发生)?(?:地点|地)"),
)
ADDRESS_LABEL = re.compile(r"^(?:住所地?|住址|地址|注册地址?|所在地|经营场所|户籍地|联系地址|经常居住地)(?:为|：|$)?")
PARTY_LABEL = re.compile(
    r"^(?P<against>被)?(?:控告|举报|报案|投诉)(?:人|方|单位|公司)?(?:[一二三四\d])?(?:信息|情况)?(?:：|为|（|$|[\u4e00-\u9fff])"
)


def read_places(dossier: Dossier, passages: tuple[Passage, ...]) -> tuple[Place, ...]:
    """Every stated place with its link, each once per link; the places typed in the form stand last."""
    found: dict[tuple[str, str], Place] = {}
    for passage in passages:
        reader = READERS.get(passage.material.kind)
        for place in reader(passage) if reader else ():
            found.setdefault((place.text, place.link), place)
    for typed in dossier.answers.places:
        place = Place(
            typed, _labelled(typed) or _done_there(typed, "") or "sold", Evidence("", quote=f"申请表中填写的地点：{typed}")
        )
        found.setdefault((place.text, place.link), place)
    return tuple(found.values())


def _from_complaint(passage: Passage) -> Iterator[Place]:
    party: PlaceLink = "holder"
    for start, text in sentences(passage.text):
        if label := PARTY_LABEL.match(text):
            party = "residence" if label["against"] else "holder"
        for at, address in _addresses(text):
            before, behind = text[:at], text[at + len(address) :]
            own = party if _is_of_the_party(text, before, behind) else None
            link = _labelled(before) or own or _done_there(behind, before) or _secret_used(before, behind)
            link = link or _of_the_building(address, before)
            if link:
                yield Place(address, link, passage.evidence(start + at, start + at + len(address)))


def _is_of_the_party(text: str, before: str, behind: str) -> bool:
    """An address with its label, or in the line of a party alone: between brackets or commas."""
    if ADDRESS_LABEL.match(text) or re.search(r"(?:住所地?|住址|地址|住)(?:为|：)?$", before):
        return True
    alone = (before[-1:], behind[:1]) == ("（", "）") or (before.endswith("，") and behind[:1] in ("", "，", "。", "；"))
    return alone and PARTY_LABEL.match(text) is not None


def _from_purchase(passage: Passage) -> Iterator[Place]:
    """Where goods were bought under the eyes of a notary, or from where they were sent."""
    for start, text in sentences(passage.text):
        for at, address in _addresses(text):
            before, behind = text[:at], text[at + len(address) :]
            link = _labelled(before) or _done_there(behind, before)
            if link and not re.search(r"申请人|注册地址|住所|公证处", before[-8:]):
                yield Place(address, link, passage.evidence(start + at, start + at + len(address)))


READERS = {
    "complaint_letter": _from_complaint,
    "notarial_deed": _from_purchase,
    "web_evidence": _from_purchase,
    "purchase_evidence": _from_purchase,
    "photos": _from_purchase,
}


def _addresses(text: str) -> Iterator[tuple[int, str]]:
    """(offset, address) pairs; the names of offices and companies that begin like an address are passed over."""
    for match in ADDRESS.finditer(text):
        start, address = match.start(), match.group()
        first_area = re.search(f"{AREA}|{PARK}", address)
        lead = LEADING.match(_names_veiled(address[: first_area.start()])) if first_area else None
        if lead:
            start, address = start + lead.end(), address[lead.end() :]
        behind = text[start + len(address) :]
        names_an_office = (AUTHORITIES if behind.startswith("的") else OFFICES).match(behind)
        if len(address) > 2 and not names_an_office and not _is_office(address):
            yield start, address


def _names_veiled(words: str) -> str:
    """``words`` with the names of towns that hold a preposition (自贡, 从化, 仁和) covered."""
    return _names_with_prepositions().sub(lambda match: "一" * len(match[0]), words)


@cache
def _names_with_prepositions() -> re.Pattern[str]:
    names = sorted(name for name in stems() if re.search(f"[{PREPOSITIONS}]", name))
    return re.compile("|".join(("自治", *names)))


def _is_office(address: str) -> bool:
    return re.search(r"公安|法院|检察|公证|管理局|委员会", address) is not None


def _labelled(before: str) -> PlaceLink | None:
    """The link a label right before the place gives it (发货地为…, 被控告人地址：…)."""
    for link, label in LABELS:
        if re.search(rf"(?:{label})(?:位于|也?[为在是系：]|均[为在])*$", before) or re.match(rf"(?:{label})[：为]", before):
            return link
    return None


def _done_there(behind: str, before: str) -> PlaceLink | None:
    """What was done there: the first word behind the place, else the last before it, else in the next clause."""
    earlier = before.split("，")[-1]
    return _first_done(behind.split("，")[0]) or _last_done(earlier) or _first_done(behind[:40])


def _of_the_building(address: str, before: str) -> PlaceLink | None:
    """What the building is for (…的厂房, …的仓库), unless it is the right holder's own."""
    holder = load_wordings().holder.search(before.split("，")[-1])
    return None if holder else _last_done(address)


def _secret_used(before: str, behind: str) -> PlaceLink | None:
    """Where a secret was worked with, taken or used."""
    near = before.split("，")[-1] + "，".join(behind.split("，")[:2])
    return "done" if SECRET.search(before + behind) and USED.search(near) else None


def _first_done(words: str) -> PlaceLink | None:
    found = [(match.start(), link) for link, pattern in DONE if (match := re.search(pattern, words))]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _last_done(words: str) -> PlaceLink | None:
    found = [(match.end(), link) for link, pattern in DONE for match in re.finditer(pattern, words)]
    return max(found, key=lambda pair: pair[0])[1] if found else None
