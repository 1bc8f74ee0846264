"""Reads an office from TOML and refuses what would go wrong later: unknown agencies, missing desks, limits without a source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from casefiles.bases import bases_from
from casefiles.deadlines import limit_from
from casefiles.offices.model import Agency, Desk, District, Office

DEFAULT = "chengdu-gaoxin"
DELIVERED = Path(__file__).parent


class OfficeError(ValueError):
    """An office that cannot be used; the message is a letter to the operator."""


def office_codes(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of the offices in ``folder`` (the delivered ones without it)."""
    return tuple(sorted(path.stem for path in (folder or DELIVERED).glob("*.toml")))


@cache
def office(code: str = DEFAULT, *, folder: Path | None = None) -> Office:
    """The office ``code`` from ``folder`` (the delivered ones without it). Raises OfficeError."""
    path = (folder or DELIVERED) / f"{code}.toml"
    if code not in office_codes(folder):
        known = "、".join(office_codes(folder)) or "无"
        raise OfficeError(
            f"没有名为“{code}”的办公点配置（{path.parent}）。现有：{known}。请检查名称，或在该文件夹加入 {code}.toml。"
        )
    try:
        return _office(code, tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise OfficeError(f"办公点配置 {path.name} 不能使用：{error}。请对照 chengdu-gaoxin.toml 改正后重试。") from error


def _office(code: str, data: Mapping[str, Any]) -> Office:
    desks = tuple(_desk(entry) for entry in data["desks"])
    missing = {"police", "procuratorate", "court", "administrative"} - {desk.agency for desk in desks}
    if missing:
        raise ValueError(f"缺少这些机关的窗口：{'、'.join(sorted(missing))}")
    limits = {entry["name"]: limit_from(entry) for entry in data["limits"]}
    made = Office(code, data["name"], _district(data["district"]), desks, limits, data.get("filing", "general"))
    if not made.filing_limits():
        raise ValueError(f"没有适用制度“{made.filing}”的立案审查期限（police.filing.{made.filing}.…）")
    return made


def _district(data: Mapping[str, Any]) -> District:
    lists = {key: tuple(data.get(key, ())) for key in ("names", "streets", "city", "province", "neighbours")}
    if not lists["names"]:
        raise ValueError("辖区没有名称（district.names）")
    return District(name=data["name"], grade=data.get("grade", "G"), **lists)


def _desk(entry: Mapping[str, Any]) -> Desk:
    if entry["agency"] not in get_args(Agency):
        raise ValueError(f"机关“{entry['agency']}”不认识；可用：{'、'.join(get_args(Agency))}")
    return Desk(
        code=entry["code"],
        agency=entry["agency"],
        name=entry["name"],
        offences=frozenset(entry.get("offences", ())),
        basis=bases_from(entry),
        grade=entry.get("grade", "G"),
    )
