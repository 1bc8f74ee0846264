"""Reading citations out of running text, in the forms Chinese lawyers write them.

刑法213条 · 刑法第二百一十三条之一 · 刑法219-1 · 《商标法》第五十七条第一款第（三）项 · 法释〔2025〕5号第三条 · 反法10条 ·
刑诉法110 · 商标法第五十七条（2019修正） · 第一百一十条至第一百一十二条 · 第八十七、八十八条;
full or half width, simplified or traditional.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from statutes.folding import Folded, fold
from statutes.model import Citation
from statutes.naming import NameFound, Names
from statutes.numerals import NUMERAL, parse_number

_ARTICLE = re.compile(
    rf"(?P<di>第)?(?P<number>{NUMERAL})(?P<tiao>条)?(?:之(?P<branch>[一二三四五六七八九十]{{1,2}}|\d{{1,2}})(?![款项条\d]))?(?P<tiao2>条)?"
)
_PART = "[〇零○一二三四五六七八九十百]{1,6}|[0-9]{1,3}"
_PARAGRAPH = re.compile(rf"第?(?P<first>{_PART})(?P<more>(?:[、,和及-]第?(?:{_PART})){{0,6}})款")
_SHORT_PARAGRAPH = re.compile(r"\((?P<first>\d{1,2})\)(?!项)")
_ONE_ITEM = rf"第?(?:\((?:{_PART})\)|(?:{_PART}))"
_SHORT_ITEM = r"\([一二三四五六七八九十]{1,3}\)"
_ITEMS = re.compile(
    rf"{_ONE_ITEM}(?:项?(?:[、,和及或至-]{_ONE_ITEM}|\((?:{_PART})\))){{0,8}}项|{_SHORT_ITEM}(?:[、,和及或至-]?{_SHORT_ITEM}){{0,8}}"
)
_SUBITEM = re.compile(rf"第?(?P<first>{_PART})目")
_LIST = re.compile(r"(?:、|,|和|及|与|或者|或|以及|暨)+(?:其?第)?(?=第|[\d〇零一二三四五六七八九十百千])")
_RANGE = re.compile(r"(?:至|到|-)(?=第|[\d一二三四五六七八九十百千])")
_BETWEEN = re.compile(r"(?:、|,|;|和|及|与|或者|或|以及|之规定|的规定|规定|暨)*$")
_THIS_LAW = re.compile(r"(?:(?:本|该|同)?(?:法|条例|规定|办法|解释|规则|细则|意见))?$")
_SAME_LAW = re.compile(r"(?:同法|该法|该解释|该规定|该条例)$")
_NOT_AN_ARTICLE = re.compile(r"[\d年月日万亿千元%.％号部件次人份张个届字款项例a-zA-Z]")
_BRANCH = re.compile(r"-(?P<branch>\d{1,2})(?![\d款项条年月日号万元])")
_VERSION = re.compile(r"\((?P<year>(?:19|20)\d{2})年?(?:修正|修订|修改|文本|版)(?:文本)?\)")
_LARGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class _Place:
    number: str
    end: int
    paragraphs: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    subitem: int | None = None
    year: int | None = None


def parse_citations(text: str, names: Names, own: str = "") -> list[Citation]:
    """Every citation of an article in ``text``, in order, each with its span in ``text`` as typed.

    A range gives one citation for each article in it, a list one for each member; all carry the span of
    the part they come from. An instrument nobody knows gives a citation with an empty ``code``. ``own`` is the
    instrument ``text`` belongs to, if any: 本法第十条 and a bare 第十条 then mean its articles.
    """
    found = _scan(fold(text), names, own)
    return [replace(citation, text=text[slice(*citation.span)]) for citation in found]


def parse_number_text(text: str) -> str:
    """``213``, ``第二百一十九条之一`` or ``219之一`` → the article number as we keep it; other headings stay as they are."""
    folded = fold(text).text
    match = _ARTICLE.fullmatch(folded)
    if match:
        return _number(match)
    return folded if not re.fullmatch(r"\d+-\d+", text.strip()) else text.strip()


def _scan(folded: Folded, names: Names, own: str) -> Iterator[Citation]:
    last: NameFound | None = None
    last_end = position = 0
    while match := _ARTICLE.search(folded.text, position):
        name = names.before(folded.text, match.start()) or _carried_on(folded.text, match, last, last_end)
        name = name or _own_article(folded.text, match, own)
        if name is None or not _is_article(folded, match, name) or _is_name(folded.text, match, name, names):
            position = match.end()
            continue
        places = list(_places(folded.text, match))
        for place in places:
            yield from _citations(folded, name, match.start(), place)
        last, last_end = name, places[-1].end
        position = max(last_end, match.end())


def _carried_on(text: str, match: re.Match, last: NameFound | None, last_end: int) -> NameFound | None:
    """第二百一十四条 after 刑法第二百一十三条、 belongs to the same law."""
    between = text[last_end : match.start()]
    if last is None or not (match["tiao"] or match["tiao2"]):
        return None
    if (len(between) <= 4 and _BETWEEN.match(between)) or _SAME_LAW.search(between):
        return replace(last, start=match.start())
    return None


def _own_article(text: str, match: re.Match, own: str) -> NameFound | None:
    """本法第十条, or a bare 第十条, in a text that belongs to ``own``."""
    if not own or not match["di"] or not (match["tiao"] or match["tiao2"]):
        return None
    before = _THIS_LAW.search(text, max(0, match.start() - 4), match.start())
    start = before.start() if before else match.start()
    return NameFound(start, text[start : match.start()], own)


def _is_article(folded: Folded, match: re.Match, name: NameFound) -> bool:
    if match["tiao"] or match["tiao2"] or match["branch"]:
        return _in_range(match["number"])
    if not name.code or not _in_range(match["number"]):
        return False
    following = folded.text[match.end() : match.end() + 1]
    if _NOT_AN_ARTICLE.match(following):
        return False
    if not match["number"].isdigit():
        return len(match["number"]) > 1
    looks_like_year = len(match["number"]) == 4 and match["number"][:2] in ("19", "20")
    line_break = folded.places[match.start()] - folded.places[match.start() - 1] > 3
    return not looks_like_year and not line_break


def _is_name(text: str, match: re.Match, name: NameFound, names: Names) -> bool:
    """Whether the number belongs to the name: 刑法修正案十一."""
    return not (match["tiao"] or match["tiao2"]) and bool(names.code(text[name.start : match.end()]))


def _in_range(number: str) -> bool:
    try:
        return 0 < parse_number(number) <= 9999
    except ValueError:
        return False


def _number(match: re.Match) -> str:
    number = str(parse_number(match["number"]))
    return f"{number}-{parse_number(match['branch'])}" if match["branch"] else number


def _places(text: str, match: re.Match) -> Iterator[_Place]:
    place = _place(text, match)
    yield place
    while True:
        range_sign = _RANGE.match(text, place.end)
        sign = range_sign or _LIST.match(text, place.end)
        following = _ARTICLE.match(text, sign.end()) if sign else None
        if sign is None or following is None or not _continues(text, match, following):
            return
        nxt = _place(text, following)
        yield from _between(place, nxt) if range_sign else ()
        yield nxt
        place = nxt


def _continues(text: str, first: re.Match, following: re.Match) -> bool:
    """A further bare number belongs to the list only where the writer left out 条 throughout, or puts it at the end."""
    if not _in_range(following["number"]):
        return False
    if following["tiao"] or following["tiao2"]:
        return True
    if first["tiao"] or first["tiao2"]:
        return False
    rest = text[following.end() : following.end() + 40]
    closes = re.match(rf"(?:[、,和及与至到-]第?(?:{NUMERAL}))*条", rest)
    return bool(closes) or not (first["di"] or _NOT_AN_ARTICLE.match(rest))


def _between(start: _Place, end: _Place) -> Iterator[_Place]:
    """What lies inside a range; 第二百一十三条至第二百一十九条之一 takes in 第二百一十九条 itself."""
    first, _, _ = start.number.partition("-")
    last, _, branch = end.number.partition("-")
    numbers = range(int(first) + 1, int(last) + bool(branch))
    if len(numbers) <= _LARGEST_RANGE:
        for number in numbers:
            yield _Place(str(number), start.end)


def _place(text: str, match: re.Match) -> _Place:
    number, end = _number(match), match.end()
    if (found := _BRANCH.match(text, end)) and number.isdigit() and int(found["branch"]) < int(number) and not match["tiao"]:
        number, end = f"{number}-{int(found['branch'])}", found.end()
    paragraphs: tuple[int, ...] = ()
    if found := _PARAGRAPH.match(text, end) or _SHORT_PARAGRAPH.match(text, end):
        paragraphs, end = _paragraphs(found), found.end()
    items: tuple[int, ...] = ()
    if found := _ITEMS.match(text, end):
        items, end = _items(found.group()), found.end()
    subitem = None
    if len(items) == 1 and (found := _SUBITEM.match(text, end)):
        subitem, end = parse_number(found["first"]), found.end()
    version = _VERSION.match(text, end)
    year, end = (int(version["year"]), version.end()) if version else (None, end)
    return _Place(number, end, paragraphs, items, subitem, year)


def _paragraphs(found: re.Match) -> tuple[int, ...]:
    more = re.findall(_PART, found.groupdict().get("more") or "")
    return tuple(parse_number(number) for number in [found["first"], *more])


def _items(written: str) -> tuple[int, ...]:
    """``(一)、(三)至(五)项`` → 1, 3, 4, 5."""
    numbers: list[int] = []
    through = False
    for sign in re.findall(rf"[至-]|{_PART}", written):
        if sign in "至-":
            through = True
            continue
        number = parse_number(sign)
        if through and 0 < number - numbers[-1] <= _LARGEST_RANGE:
            numbers.extend(range(numbers[-1] + 1, number))
        numbers.append(number)
        through = False
    return tuple(numbers)


def _citations(folded: Folded, name: NameFound, first: int, place: _Place) -> Iterator[Citation]:
    start = min(name.start, first)
    span = folded.span(start, place.end)
    base = Citation(
        text="",
        name=name.written.strip("《》"),
        code=name.code,
        number=place.number,
        subitem=place.subitem,
        year=name.year or place.year,
        span=span,
    )
    for paragraph in place.paragraphs or (None,):
        for item in place.items or (None,):
            yield replace(base, paragraph=paragraph, item=item)
