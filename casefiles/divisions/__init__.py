"""Provinces, cities and counties by name, from the data beside this file (see README.md)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("pca-code.json")
NO_NAMES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
SHORTEST = 3
"""A county is recognised by its full name only, and by no shorter one: 郊区 and 城区 are words before they are names."""


@cache
def cities() -> frozenset[str]:
    """The full names of provinces and cities: 四川省, 成都市, 阿坝藏族羌族自治州."""
    provinces = _provinces()
    below = {city["name"] for province in provinces for city in province["children"]}
    return frozenset({province["name"] for province in provinces} | below) - NO_NAMES


@cache
def counties() -> dict[str, frozenset[str]]:
    """The cities (or municipalities) in which a county of that full name lies: 朝阳区 lies in two."""
    found: dict[str, set[str]] = {}
    for province in _provinces():
        for city in province["children"]:
            above = province["name"] if city["name"] in NO_NAMES else city["name"]
            for county in city.get("children", ()):
                if len(county["name"]) >= SHORTEST:
                    found.setdefault(county["name"], set()).add(above)
    return {name: frozenset(above) for name, above in found.items()}


@cache
def stems() -> frozenset[str]:
    """Cities and counties without their last sign: 自贡, 从化, 中和 (of 中和镇)."""
    return frozenset(name[:-1] for name in {*cities(), *counties()} if len(name) >= SHORTEST)


def _provinces() -> list[dict[str, Any]]:
    return list(json.loads(DATA.read_text(encoding="utf-8")))
