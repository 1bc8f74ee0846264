"""``articles-jsonl``: one article a line, ``{"law", "article", "text"}`` with optional category and dates.

``date`` is the date of the version; ``effective_from`` and ``effective_until`` are its first and last day in force.
What has no dates counts as in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from statutes.importers.jsonl import first_object, read_lines
from statutes.importing import ArticleRecord, Record, Refusal, VersionRecord
from statutes.model import Level

FORMAT = "articles-jsonl"
_LEVELS: dict[str, Level] = {
    "宪法": "constitution",
    "行政法规": "administrative_regulation",
    "司法解释": "judicial_interpretation",
    "部门规章": "department_rule",
    "其他": "other",
}


def recognises(path: Path) -> bool:
    first = first_object(path)
    return first is not None and {"law", "article", "text"} <= first.keys()


def read(path: Path) -> Iterator[Record]:
    versions: dict[tuple, VersionRecord] = {}
    for entry in read_lines(path):
        yield entry if isinstance(entry, Refusal) else _record(*entry, path.name, versions)


def _record(line: int, data: dict, source: str, versions: dict[tuple, VersionRecord]) -> Record:
    where = f"第 {line} 行"
    for name in ("law", "article", "text"):
        if not isinstance(data.get(name), str) or not data[name].strip():
            return Refusal(where, f"缺少 {name}")
    key = tuple(str(data.get(name) or "") for name in ("law", "category", "date", "effective_from", "effective_until"))
    if key not in versions:
        try:
            versions[key] = _version(source, *key)
        except ValueError as error:
            return Refusal(where, f"日期不是 YYYY-MM-DD：{error}")
    return ArticleRecord(versions[key], data["article"].strip(), data["text"].strip(), where)


def _version(source: str, law: str, category: str, dated: str, first: str, last: str) -> VersionRecord:
    version_day = date.fromisoformat(dated) if dated else None
    starts_on = date.fromisoformat(first) if first else version_day
    ends_on = date.fromisoformat(last) + timedelta(days=1) if last else None
    return VersionRecord(
        title=law.strip(),
        level=level_of(category, law),
        source=source,
        dated=dated or first,
        starts_on=starts_on,
        ends_on=ends_on,
        starts_verified=bool(first),
    )


def level_of(category: str, title: str) -> Level:
    """The level of a law by its category, or by its title where no category is given."""
    if category in _LEVELS:
        return _LEVELS[category]
    if not category and any(word in title for word in ("人民法院", "人民检察院")):
        return "judicial_interpretation"
    if title in ("宪法", "中华人民共和国宪法"):
        return "constitution"
    if not category and title.endswith(("条例", "细则")):
        return "administrative_regulation"
    return "other" if not category and not title.endswith(("法", "法典", "决定", "修正案")) else "law"
