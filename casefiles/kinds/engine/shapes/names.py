"""Names of organisations and persons, cut out of what is printed around them."""

from __future__ import annotations

import re

from casefiles.kinds.engine.model import Shape
from casefiles.values import dates
from casefiles.values.characters import plain, without_spaces

_SUFFIXES = (
    "公司|集团|工厂|厂|商店|商行|商城|店|坊|茶馆|餐馆|旅馆|馆|酒吧|网吧|庄|旅行社|服务部|批发部|营业部|经营部|经销部|门市部|工作室|合作社|中心|研究院|研究所|设计院|大学|学院|学校|医院|协会|学会|基金会|"
    "事务所|鉴定所|鉴定中心|公证处|委员会|管理局|监督局|分局|公安局|法院|检察院|银行|出版社|杂志社|电视台|酒店|超市|个体工商户|联合会|合伙企业|"
    "(?i:co\\.?,?ltd\\.?|ltd\\.?|inc\\.?|llc|corp\\.?|corporation|limited|gmbh|s\\.?a\\.?|ag|b\\.?v\\.?|k\\.?k\\.?|plc|company|s\\.?p\\.?a\\.?)"
)
ORGANISATION_END = re.compile(rf"(?:{_SUFFIXES})(?:\((?:有限合伙|普通合伙|特殊普通合伙|集团)\))?$")
_AT_THE_END = r"\)(?=$|[,;。])"
_LAND = (
    r"(?:中国|中华人民共和国|美国|日本|德国|法国|英国|韩国|意大利|瑞士|中国香港|中国台湾|中国澳门|香港|澳门|台湾(?:地区)?|"
    r"国籍.{0,6})"
)
# Brackets that are no part of the name before them: by how they begin, or by all that stands in them.
_ASIDES = (
    r"以下|下称|简称|笔名|艺名|网名|别名|曾用名|化名|微信名",  # another name
    r"盖章|公章|签章|签名|签字|印章|章\)|加盖",  # how it is signed
    r"(?:中国|大陆|居民)*身[份分]证|公民身份|统一社会|证件|住所|住址|地址|电话|联系|法定代表|男|女|系|甲方|乙方",  # particulars
    _LAND + _AT_THE_END,
    r"以下简称|单位|印",
    r"[^()]{0,10}(?:职员|员工|职工|工作人员|经理|主管|专员|主任|律师|法务)" + _AT_THE_END,
    r"[^()]{0,24}(?:许可人|被授权人|专利权人|代理人|权利人)" + _AT_THE_END,
    r"[^()]{1,12}(?:省|市|区|县|镇|街道)[^()]{0,30}(?:路|街|道|巷|号|园区?|村|栋|幢|楼|大厦|广场)" + _AT_THE_END,  # an address
    r"受(?=[^()]*(?:委托|授权|指派))|权利人|商标|原|著作权人|授权|委托|受托|受让|转让|继受|原始|承受|继承|更名|变更|续展",
)
_ASIDE = re.compile(rf"\((?:{'|'.join(_ASIDES)})[^()]*(?:\([^()]*\)[^()]*)*\)?")
# The name in the other script, called so (中文译名:伯格瓦尔德有限公司); without a word for it the bracket is part of the name.
_TRANSLATED = re.compile(r"\((?:中文|[英外]文)(?:译名|名称?):?[^()]{2,60}\)")
_LATIN_NAME = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9.,&'\- ]*")
_SIGNED = re.compile(r"\((?:盖|签|公|印)?章?\)|\([\u4e00-\u9fa5]{2,8}章\)$|[(]?(?:盖章|公章|签章|签字|签名)[)]?(?:处)?[:;]?$")
_NO_NAMES = (
    r"(?:现|常|暂)?住(?:所地?|址)$|(?:联系)?(?:地址|电话|方式)$",  # another label
    r".{0,6}(?:样品|人员|结论|意见|日期|编号|依据|名称|事项|职务|经理|董事|董事长|证明书?|证书)$",
    r"^(?:未经|通过|擅自|明知|非法|涉嫌|行为|利用|再次|多次|先后|目前|已经|曾经|之间|上述|共同|分别|实际|采取|故意|大量|长期|违反|销售|生产|"
    r"假冒|自行).{0,4}$",  # the beginning of a clause
    r"^(?:(?:的)?(?:基本|主体|身份|相关)?(?:情况|信息|概况|身份|名单|资料)(?:如下|简介)?:?|签名|签字|盖章|公章|年|月|日|无|/|\\|-+|_+|同上|见.*|"
    r"单位|名称|姓名|因|于|在|与|就|的|为|对|及|或|应|不|已|将|须|可|之|等|所|系|是)$",
)
_NOT_A_NAME = re.compile("|".join(_NO_NAMES))
_INTRODUCED = re.compile(
    r"^[为是][:：](?=.{2})|^(?:名称|姓名|单位)(?=.{4})|^[^()（）]{1,8}[)）](?=.{4})|^(?:兹有|兹)?(?:我公司|本公司|我司|我单位|本单位|我厂|我方)(?=.{4})|^(?:兹有|兹)(?=.{4})"
)
_TITLED = re.compile(
    r"^[\u4e00-\u9fa5]{0,8}(?:专员|主管|经理|总监|助理|主任|顾问|干事|文员|部长|负责人|员工|职员|职工|人员|法务|律师|丈夫|妻子|爱人|配偶|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹)(?=(?!事务所)[\u4e00-\u9fa5]{2,3}$)"
)
_CLAUSE = re.compile(r"(?:已|曾|仍|又|遂|后来?|正在|目前|至今|随后)[于在经将被由向从自]?")
_ORIGINAL = re.compile(r"(?<=[\u4e00-\u9fa5])\s*[（(][A-Za-z][A-Za-z.,'\-\s]*[)）]")  # 山下健一(YAMASHITA KENICHI)
_NOTED = re.compile(r"([\u4e00-\u9fa5·]{2,4})[（(][^（()）]*(?:身[份分][证證]|公民身份|男|女|证件|電話|电话|联系)")
_OF_A_FIRM = re.compile(
    r"[^,，、;；]{2,30}律师事务所(?:的)?(?:执业|专职)?(?:律师)?\s*((?!律师)[\u4e00-\u9fa5·]{2,4}?)(?:律师)?\s*"
)
_ADDRESSED = re.compile(r"(?<=.{2})(?:同志|先生|女士|律师)$")
_PERSON = re.compile(r"[\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]{1,8}(?:·[\u4e00-\u9fa5]{1,10})+|[A-Za-z][A-Za-z.'·\- ]{2,40}")


def _cleaned(text: str) -> str:
    """``text`` without spaces and without signs around it."""
    return without_spaces(text).strip("_＿—-:：.。;；,，|*\"'").lstrip("】”")


def _without_asides(bare: str) -> str:
    """Aside brackets are cut by their half-width twin, so that what is kept stays as printed."""
    flat = plain(bare)
    while match := _ASIDE.search(flat) or _TRANSLATED.search(flat) or _SIGNED.search(flat):
        bare = bare[: match.start()] + bare[match.end() :]
        flat = plain(bare)
    return bare


def _up_to_stop(bare: str) -> str:
    """The name ends at the first stop outside brackets."""
    depth = 0
    for place, sign in enumerate(plain(bare)):
        depth += (sign in "(“「") - (sign in ")”」")
        if depth <= 0 and sign in ",;。!?":
            if sign == "," and re.match(r",?(?:Ltd|Inc|LLC|Co\.|Limited|S\.A)", plain(bare)[place:], re.IGNORECASE):
                continue
            return bare[:place]
    return bare


def _party(text: str) -> str | None:
    name = _up_to_stop(_without_asides(_cleaned(text))).strip("_＿:：.。;；,，、*(（")
    name = _INTRODUCED.sub("", name)
    if not 2 <= len(name) <= 80 or _NOT_A_NAME.match(name) or not re.search(r"[\u4e00-\u9fa5A-Za-z]{2}", name):
        return None
    if dates.find_dates(name) and not ORGANISATION_END.search(plain(name)):
        return None
    return name


def _organisation(text: str) -> str | None:
    name = _party(text)
    if name is None:
        return None
    match = re.match(rf"(.+?(?:{_SUFFIXES})(?:分公司|\([^()]*合伙\))?)(?=同志|[\s:,;]|$)", plain(name))
    return name[: match.end()] if match else name


def _person(text: str) -> str | None:
    lawyer = _OF_A_FIRM.fullmatch(text)
    words = lawyer[1].split() if lawyer else _ORIGINAL.sub("", text).replace("\t", " ").split()
    if not words:
        return None
    if len(words) > 1 and all(len(word) == 1 for word in words[:2]):
        joined = ""
        for word in words:
            if len(word) != 1 or len(joined) == 4:
                break
            joined += word
        words = [joined]
    first = words[0] if re.match(r"[\u4e00-\u9fa5]", words[0]) else text
    noted = _NOTED.match(first)  # what stands behind the note is the next sentence
    first = noted[1] if noted and is_person(noted[1]) else first
    name = _party(first)
    if name and not is_organisation(name) and re.search(r"委托|受托|代理|授权|控告|上述|本人", name):
        return None
    return _TITLED.sub("", _ADDRESSED.sub("", name)) if name and len(name) <= 40 else None


def is_person(name: str) -> bool:
    return _PERSON.fullmatch(name) is not None and not ORGANISATION_END.search(name)


def is_organisation(name: str) -> bool:
    """Whether ``name`` ends as organisations do and is no clause that happens to: 已于2016年9月关店."""
    told = _CLAUSE.match(name) or dates.find_dates(name)
    return ORGANISATION_END.search(plain(name)) is not None and len(name) >= 4 and not told


def _name_is_cut(text: str, following: str) -> bool:
    """A name of an organisation without its ending, which the next row supplies."""
    bare = _cleaned(text)
    if _LATIN_NAME.fullmatch(bare):
        goes_on = _LATIN_NAME.match(following)
        return goes_on is not None and not is_organisation(bare) and is_organisation(_cleaned(bare + goes_on.group()))
    too_short = len(bare) < 4 and bare[-1:] not in "省市区县州"
    too_long = len("".join(following.split())) > 30
    if too_short or too_long or is_organisation(bare) or re.search(r"\d|号", bare):
        return False
    return is_organisation(_without_asides(bare + _cleaned(following)))


ORGANISATION = Shape(_organisation, strict=is_organisation, wants_more=_name_is_cut)
PERSON = Shape(_person, strict=is_person)
PARTY = Shape(_party, strict=lambda name: is_organisation(name) or is_person(name), wants_more=_name_is_cut)


def _parties(text: str) -> str | None:
    """One party or several, set off by 、 or ; as printed."""
    parts = [part for part in re.split(r"[;；]", without_spaces(text)) if part]
    names = [name for part in parts if (name := _party(part))]
    return "、".join(names) or None


def _person_or_party(text: str) -> str | None:
    person = _person(text)
    return person if person and is_person(person) else _party(text)


PARTIES = Shape(_parties, strict=PARTY.strict, wants_more=_name_is_cut)
PERSON_OR_PARTY = Shape(_person_or_party, strict=PARTY.strict, wants_more=_name_is_cut)
