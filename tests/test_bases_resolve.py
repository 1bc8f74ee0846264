"""Every basis cited anywhere in offences, checks, routing and offices resolves in the project's own library."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from statutes.library import Library

ROOT = Path(__file__).parent.parent / "casefiles"
DATA = [path for folder in (".", "offences", "offices", "stories", "detection") for path in ROOT.glob(f"{folder}/*.toml")]
CODE = [*ROOT.glob("checks/*.py"), *ROOT.glob("*.py"), *ROOT.glob("thresholds/*.py"), *ROOT.glob("letters/*.py")]
ARTICLE = r"第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十])?"
CITATION = re.compile(rf"[^，。：；、\s]{{2,40}}(?:{ARTICLE}|〔\d{{4}}〕\d+号)[^，。：；、\s]{{0,20}}")
TODAY = date(2026, 11, 22)
NOT_YET = {"商标法第四十三条": date(2027, 1, 1), "商标法第四十四条": date(2027, 1, 1)}  # cited from that day on


def cited_in_data(value: Any) -> Iterator[str]:
    """The citations under ``basis`` and ``article``, at any depth."""
    if isinstance(value, list):
        for one in value:
            yield from cited_in_data(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in ("basis", "article"):
                yield from [one] if isinstance(one, str) else one
            else:
                yield from cited_in_data(one)


def cited_in_code(path: Path) -> Iterator[str]:
    """The string constants that are a citation and nothing else; docstrings and sentences are no bases."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CITATION.fullmatch(node.value):
            yield node.value


def every_basis() -> list[tuple[str, str]]:
    data = [(path.name, text) for path in DATA for text in cited_in_data(tomllib.loads(path.read_text(encoding="utf-8")))]
    return sorted({*data, *((path.name, text) for path in CODE for text in cited_in_code(path))})


def resolves(text: str) -> bool:
    """Whether the library knows the instrument and, where the citation names one, the article."""
    found = Library.bundled().resolve(text, NOT_YET.get(text, TODAY))
    return found.found and (found.article is not None or not re.search(ARTICLE, text))


@pytest.mark.parametrize(("where", "text"), every_basis())
def test_a_cited_basis_resolves(where, text):
    assert resolves(text), f"{where} cites {text}, which statutes/instruments does not know"


def test_the_gathering_finds_bases_in_every_place():
    places = {where for where, _ in every_basis()}
    assert {"needs.toml", "counterfeit_trademark.toml", "chengdu-gaoxin.toml", "routing.py", "jurisdiction.py"} <= places
    assert len(every_basis()) > 100


@pytest.mark.parametrize("text", ["刑法第九千九百九十九条", "不存在的法律第一条", "法释〔2099〕1号"])
def test_an_invented_basis_would_be_noticed(text):
    assert not resolves(text)
