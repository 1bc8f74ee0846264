"""``flk-docx``: an official text as the national database of laws hands it out, or a folder of such files.

Title first, then in brackets the history of adoption and amendments (whose last date is that of the version and
whose 自…起施行 is its first day, where it says so), then 编章节 and the articles.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from statutes.importers.articles_jsonl import level_of
from statutes.importers.printed import read_printed
from statutes.importing import Record, Refusal, VersionRecord

FORMAT = "flk-docx"
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ARTICLE_LINE = re.compile(r"^\s*第.{1,8}条[\s\u3000]")
_LARGEST = 50_000_000


def recognises(path: Path) -> bool:
    if path.is_dir():
        return any(path.glob("*.docx"))
    return path.suffix.lower() == ".docx"


def read(path: Path) -> Iterator[Record]:
    for file in sorted(path.glob("*.docx")) if path.is_dir() else [path]:
        yield from _read_file(file)


def _read_file(path: Path) -> Iterator[Record]:
    lines = _lines(path)
    if isinstance(lines, Refusal):
        yield lines
        return
    first = next((place for place, line in enumerate(lines) if _ARTICLE_LINE.match(line)), len(lines))
    title, preamble = _title(lines[:first]), "".join(lines[:first])
    if not title:
        yield Refusal(path.name, "文首没有法规名称")
        return
    yield from read_printed(lines[1:], _version(title, preamble), path.name)


def _lines(path: Path) -> list[str] | Refusal:
    from docx import Document

    try:
        if zipfile.ZipFile(path).getinfo("word/document.xml").file_size > _LARGEST:
            return Refusal(path.name, "解压后过大，不像法规文本")
        document = Document(str(path))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        return Refusal(path.name, f"不是可以读取的 DOCX：{error}")
    return [line for paragraph in document.paragraphs for line in paragraph.text.splitlines() if line.strip()]


def _title(head: list[str]) -> str:
    """The first lines up to the bracket or date that tells the history; a title may run over two lines."""
    parts = []
    for line in head[:4]:
        text = re.sub(r"[\s\u3000]+", "", line)
        if text.startswith(("(", "（", "目录", "第")) or _DATE.match(text):
            break
        parts.append(text)
    return "".join(parts)


def _version(title: str, preamble: str) -> VersionRecord:
    days = [date(*map(int, found)) for found in _DATE.findall(preamble) if _is_day(found)]
    starting = re.findall(r"自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起施行", preamble)
    starts = date(*map(int, starting[-1])) if starting and _is_day(starting[-1]) else None
    adopted = max((day for day in days if day != starts), default=starts)
    return VersionRecord(
        title=title,
        level=level_of("", title),
        source="国家法律法规数据库 DOCX",
        dated=adopted.isoformat() if adopted else "",
        starts_on=starts or adopted,
        starts_verified=starts is not None,
    )


def _is_day(parts: tuple[str, str, str]) -> bool:
    try:
        date(*map(int, parts))
    except ValueError:
        return False
    return True
