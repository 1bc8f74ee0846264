"""The project's own law data: one TOML file for each instrument and each precedent, read strictly.

A file that lacks a date, a grade or a source is refused with a letter that names the file and the field.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from statutes.model import GRADES, LEVEL_NAMES, Instrument, Provision, Renumbering, Version

INSTRUMENTS_FOLDER = Path(__file__).parent / "instruments"
VERIFIED_ON = date(2026, 11, 22)
"""The day for which the delivered data was checked; the law of this day answers where no day is given."""


class CatalogueError(ValueError):
    """A data file that may not be used; the message says in Chinese which file, which field and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One instrument with its versions, and the gists of each version by article number."""

    instrument: Instrument
    versions: tuple[Version, ...]
    provisions: Mapping[str, Mapping[str, Provision]]


@cache
def bundled_instruments() -> tuple[Entry, ...]:
    """Every instrument delivered with the project, in the order of their file names."""
    return load_instruments(INSTRUMENTS_FOLDER)


@cache
def bundled_digest() -> str:
    """A digest of all delivered data files: an index made from others is out of date."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*/*.toml")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def load_instruments(folder: Path) -> tuple[Entry, ...]:
    """Read every ``*.toml`` of ``folder``. Raises CatalogueError for the first file that may not be used."""
    return tuple(load_instrument(path) for path in sorted(folder.glob("*.toml")))


def load_instrument(path: Path) -> Entry:
    """One file, one instrument; its code is the name of the file."""
    data = read_toml(path)
    fields = Fields(path, data)
    level = fields.text("level")
    if level not in LEVEL_NAMES:
        raise fields.refusal("level", f"应为 {'、'.join(LEVEL_NAMES)} 之一")
    instrument = Instrument(
        code=path.stem,
        title=fields.text("title"),
        level=level,  # type: ignore[arg-type]  # checked against LEVEL_NAMES just above
        issuers=tuple(fields.texts("issuers")),
        document_number=data.get("document_number", ""),
        short_names=tuple(data.get("short_names", ())),
        repealed_by=data.get("repealed_by", ""),
        official_text=fields.text("official_text"),
        status_note=data.get("status_note", ""),
        renumbering=tuple(_renumberings(fields)),
    )
    tables = fields.tables("versions")
    versions = tuple(_version(Fields(path, table), instrument) for table in tables)
    provisions = {version.key: _provisions(Fields(path, table), version) for version, table in zip(versions, tables, strict=True)}
    return Entry(instrument, versions, provisions)


def read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"数据文件 {path.name} 无法读取：{error}。请按 TOML 格式改正。") from error


@dataclass(frozen=True, slots=True)
class Fields:
    """The table of one file, asked field by field; what is missing becomes a letter."""

    path: Path
    data: Mapping[str, Any]

    def refusal(self, name: str, reason: str) -> CatalogueError:
        return CatalogueError(f"数据文件 {self.path.name} 不能使用：{name} {reason}。请补正后重试。")

    def text(self, name: str) -> str:
        value = self.data.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.refusal(name, "缺失或不是文字")
        return value

    def texts(self, name: str) -> list[str]:
        value = self.data.get(name)
        if not isinstance(value, list) or not value or not all(isinstance(item, str) and item for item in value):
            raise self.refusal(name, "缺失或不是文字列表")
        return value

    def day(self, name: str) -> date:
        value = self.data.get(name)
        if type(value) is not date:
            raise self.refusal(name, "缺失或不是日期（如 2025-04-26）")
        return value

    def optional_day(self, name: str) -> date | None:
        return self.day(name) if name in self.data else None

    def grade(self, name: str = "grade") -> str:
        value = self.text(name)
        if value not in GRADES:
            raise self.refusal(name, f"应为 {'、'.join(GRADES)} 之一")
        return value

    def tables(self, name: str) -> list[Mapping[str, Any]]:
        value = self.data.get(name)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            raise self.refusal(name, "缺失：至少写明一个")
        return value


def _version(fields: Fields, instrument: Instrument) -> Version:
    starts_on, ends_on = fields.day("starts_on"), fields.optional_day("ends_on")
    if ends_on and ends_on <= starts_on:
        raise fields.refusal("ends_on", "应晚于 starts_on")
    return Version(
        instrument=instrument.code,
        key=fields.text("key"),
        title=instrument.title,
        label=fields.text("label"),
        adopted=fields.optional_day("adopted"),
        starts_on=starts_on,
        ends_on=ends_on,
        starts_verified=bool(fields.data.get("starts_verified", True)),
        original=bool(fields.data.get("original", False)),
        partial=bool(fields.data.get("partial", False)),
        grade=fields.grade(),
        source=fields.text("source"),
    )


def _provisions(fields: Fields, version: Version) -> dict[str, Provision]:
    grades, notes = fields.data.get("grades", {}), fields.data.get("notes", {})
    chapters = fields.data.get("chapters", {})
    provisions = {}
    for number, text in fields.data.get("gists", {}).items():
        if not isinstance(text, str) or not text.strip():
            raise fields.refusal(f"gists.{number}", "不是文字")
        grade = Fields(fields.path, grades).grade(number) if number in grades else version.grade
        provisions[number] = Provision(
            number, text, is_gist=True, gist=text, grade=grade, note=notes.get(number, ""), chapter=chapters.get(number, "")
        )
    for number in notes.keys() - provisions.keys():
        provisions[number] = Provision(number, "", is_gist=True, grade=version.grade, note=notes[number])
    return provisions


def _renumberings(fields: Fields) -> list[Renumbering]:
    moves = []
    for table in fields.data.get("renumbering", ()):
        part = Fields(fields.path, table)
        old, new, grade = part.text("old"), part.text("new"), part.grade()
        for number, move in table.get("moves", {}).items():
            target = Fields(fields.path, move)
            moves.append(Renumbering(old, new, number, target.text("to"), target.text("subject"), grade))
    return moves
