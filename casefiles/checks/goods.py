"""The goods of the registration against the infringing goods. Sameness is for the eye (法释〔2025〕5号第一条): this only asks.

It looks at the classes a complaint states and at everyday words whose usual class is known (``casefiles/goods.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casefiles.caseview import CaseView
from casefiles.findings import finding, place_of
from casefiles.model import Evidence, Finding, Material

BASIS = ("法释〔2025〕5号第一条",)
WORDS = Path(__file__).parent.parent / "goods.toml"
_CLASS = re.compile(r"第\s*(\d{1,2})\s*类")
# What of the goods was looked at (面料、吊牌、缝制工艺): parts of them, no goods.
_INSPECTED = re.compile(r"[^，,。；;\n]*(?:比对|对比|做工|工艺|防伪|吊牌|材质|手感|色泽)[^。；;\n]*")
_REGISTERED = re.compile(r"[^。；;\n]*(?:核定使用|核定的?商品|注册商标核定)[^。；;\n]*")


def check(file: CaseView) -> Iterator[Finding]:
    certificates = file.of_kind("trademark_certificate")
    registered = {number for one in certificates for number in _classes(one.value("classes") or "")}
    if not registered or file.right not in ("trademark", None):
        return
    for material in file.of_kind("complaint_letter", "authenticity_report", "sales_ledger", "price_certificate"):
        yield from _stated(material, registered)
        yield from _named(material, registered, certificates)


def _stated(material: Material, registered: set[int]) -> Iterator[Finding]:
    for match in _CLASS.finditer(material.reading.text):
        if int(match[1]) not in registered and 1 <= int(match[1]) <= 45:
            yield _told(f"《{material.file}》写的是{match[0]}", registered, place_of(material, match[0]))
            return


def _named(material: Material, registered: set[int], certificates: tuple[Material, ...]) -> Iterator[Finding]:
    """Goods of a known class that is not registered; silent where the words also name goods of a registered class."""
    text = _INSPECTED.sub("", _REGISTERED.sub("", material.reading.text))
    printed = "".join(one.reading.text for one in certificates)
    found = {word: number for word, number in _words().items() if word in text and word not in printed}
    if found and not registered & set(found.values()) and not any(word in text for word in _words_of(registered)):
        names = "、".join(found)
        yield _told(f"《{material.file}》写到的“{names}”通常属于其他类别", registered, place_of(material, next(iter(found))))


def _told(found: str, registered: set[int], place: Evidence) -> Finding:
    classes = "、".join(f"第{number}类" for number in sorted(registered))
    return finding(
        "mismatch.goods",
        "warning",
        f"{found}，商标注册证核定使用的是{classes}。",
        "请对照注册证的核定商品说明是否为同一种商品；不是同一种商品的，可以向行政机关投诉或者提起民事诉讼。",
        basis=BASIS,
        evidence=[place],
        questions=["涉案商品与核定使用的商品是否为同一种商品？"],
    )


def _classes(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _words_of(classes: set[int]) -> list[str]:
    return [word for word, number in _words().items() if number in classes]


@cache
def _words() -> dict[str, int]:
    return dict(tomllib.loads(WORDS.read_text(encoding="utf-8"))["words"])
