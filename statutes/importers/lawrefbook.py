"""``lawrefbook``: a Markdown file of the LawRefBook collection, or a folder of them.

``# title``, then the history of adoptions, then ``<!-- INFO END -->``, headings ``## 第一章``, and the articles
as paragraphs that begin with 第…条. The folder it stands in names its category; the date in the file name
or the last one of the history is that of the version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from statutes.importers.articles_jsonl import level_of
from statutes.importers.printed import read_printed
from statutes.importing import Record, Refusal, VersionRecord

FORMAT = "lawrefbook"
_INFO_END = "<!-- INFO END -->"
_DATE_IN_NAME = re.compile(r"\((\d{4}-\d{2}-\d{2})\)$")
_DATE = re.compile(r"(\d{4})[年-](\d{1,2})[月-](\d{1,2})日?")
_LARGEST = 20_000_000
_CATEGORIES = ("宪法", "行政法规", "司法解释", "部门规章", "其他")


def recognises(path: Path) -> bool:
    if path.is_dir():
        return any(path.rglob("*.md"))
    return path.suffix.lower() == ".md"


def read(path: Path) -> Iterator[Record]:
    files = sorted(path.rglob("*.md")) if path.is_dir() else [path]
    for file in files:
        if file.stem not in ("README", "_index", "法律法规模版"):
            yield from _read_file(file)


def _read_file(path: Path) -> Iterator[Record]:
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("文件过大，不像法规文本")
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        yield Refusal(path.name, f"不能读取：{error}")
        return
    titles = [line[2:].strip() for line in lines if line.startswith("# ")]
    if not titles:
        yield Refusal(path.name, "没有“# 名称”一行")
        return
    end = next((place for place, line in enumerate(lines) if line.strip() == _INFO_END), 0)
    version = _version(titles[0], path, "\n".join(lines[:end]))
    body = [line.lstrip("#").strip() for line in lines[end + 1 :] if not line.startswith("# ")]
    yield from read_printed(body, version, path.name)


def _version(title: str, path: Path, history: str) -> VersionRecord:
    named = _DATE_IN_NAME.search(path.stem)
    days = [_day(*found) for found in _DATE.findall(history)]
    adopted = date.fromisoformat(named[1]) if named else max((day for day in days if day), default=None)
    category = next((name for name in _CATEGORIES if name in path.parts), "")
    return VersionRecord(
        title=title,
        level=level_of(category, title),
        source="LawRefBook",
        dated=adopted.isoformat() if adopted else "",
        starts_on=adopted,
    )


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
