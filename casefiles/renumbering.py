"""A basis under the number its article carries on the day of filing: 商标法第三十九条 is 第四十三条 from 2027-01-01 on."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from casefiles.model import Basis

FILE = Path(__file__).with_name("renumbered.toml")


def numbered_on(bases: Iterable[Basis], day: date) -> tuple[Basis, ...]:
    """``bases`` with each citation under its number of ``day``; what was never renumbered, and our own practice, stay."""
    return tuple(_on(basis, day) if isinstance(basis, str) else basis for basis in bases)


def _on(citation: str, day: date) -> str:
    moved = _moves().get(citation)
    return moved[1] if moved and day >= moved[0] else citation


@cache
def _moves() -> Mapping[str, tuple[date, str]]:
    """The first day of the new number and the new citation, by the old citation."""
    laws = tomllib.loads(FILE.read_text(encoding="utf-8"))["laws"]
    moves = {f"{law['name']}{old}": (law["from"], f"{law['name']}{new}") for law in laws for old, new in law["articles"].items()}
    return MappingProxyType(moves)
