"""Whether a place as people write it lies in the district of the desk, outside it, or cannot be told."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from casefiles.divisions import cities, counties
from casefiles.offices import District

PLACES = Path(__file__).with_name("places.toml")

Position = Literal["inside", "outside", "unclear"]

_NOT_A_ROAD = r"(?!(?:[东南西北中内外上下]|[一二三四五六七八九十])*(?:路|街|大道|巷|环线|广场|大厦))"
_A_PARK = r"(?:高新|经济|现代|国际|科技|技术|产业|工业|物流|航空|开发|总部|园|区|基地)*(?:园|园区|开发区|基地)"
_OTHER_CITY = re.compile(r"[\u4e00-\u9fa5]{2,4}?(?<![超门城都夜菜闹])市(?!场|民|价|面)|[\u4e00-\u9fa5]{2,3}省")
_DISTRICT_LIKE = re.compile(r"市?[\u4e00-\u9fa5]{1,6}?(?:(?<![园小社片校厂库景街])区|县|市)")


def locate(text: str, district: District) -> Position:
    """Where ``text`` lies. Another city named first outweighs a shared zone name; a street here outweighs a neighbour's name."""
    place = re.sub(r"\s", "", text)
    if _is_elsewhere(place, district):
        return "outside"
    if any(name in place for name in district.streets):
        return "inside"
    if _lies_with_a_neighbour(place, district):
        return "outside"
    if any(name in place for name in district.names):
        return "inside"
    if _names_another_district(place, district) or _names_a_county_elsewhere(place, district):
        return "outside"
    return "unclear"


def _lies_with_a_neighbour(place: str, district: District) -> bool:
    """A neighbour is named, or a park that bears its name (金牛高新技术产业园区, 青羊工业园)."""
    return any(
        re.search(re.escape(name) + _NOT_A_ROAD, place) or re.search(rf"{re.escape(name.removesuffix('区'))}{_A_PARK}", place)
        for name in district.neighbours
    )


def _is_elsewhere(place: str, district: District) -> bool:
    """Whether a province or city other than the district's own is named, and named before its own city."""
    own = min((place.index(name) for name in district.city if name in place), default=len(place))
    without_province = re.sub("|".join(map(re.escape, district.province)), lambda match: "\n" * len(match[0]), place)
    before = without_province[:own]
    return bool(_elsewhere(district).search(before) or _OTHER_CITY.search(before))


def _names_another_district(place: str, district: District) -> bool:
    """成都市X区 is one of the city's districts, whatever its name."""
    for city in district.city:
        if city in place:
            return bool(_DISTRICT_LIKE.match(place.split(city, 1)[1]))
    return False


def _names_a_county_elsewhere(place: str, district: District) -> bool:
    """A county written without its city (海淀区中关村): outside where none of that name lies in the district's own city."""
    found = _counties(_generic()).search(place)
    return found is not None and not counties()[found[0]] & {*district.city, *district.province}


@cache
def _counties(generic: frozenset[str]) -> re.Pattern[str]:
    """Districts, counties and cities; a town's name (中和镇) is borne by many."""
    full = (name for name in counties().keys() - generic if name.endswith(("区", "县", "市", "旗")))
    names = sorted(full, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


@cache
def _generic() -> frozenset[str]:
    return frozenset(tomllib.loads(PLACES.read_text(encoding="utf-8"))["generic"])


@cache
def _elsewhere(district: District) -> re.Pattern[str]:
    """The provinces and cities the district does not lie in, where they are not part of a road's name."""
    own = {*district.province, *district.city}
    places = tomllib.loads(PLACES.read_text(encoding="utf-8"))
    others = [name for name in (*sorted(cities()), *places["provinces"], *places["cities"]) if name not in own]
    return re.compile(f"(?:{'|'.join(others)}){_NOT_A_ROAD}")
