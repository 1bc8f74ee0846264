"""Small sources of law, made on the fly."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from statutes.library import Library

FOX_LAW = "狐狸保护法"


def article(law: str = FOX_LAW, article: str = "第一条", text: str = "保护狐狸，禁止非法捕猎。", **more: str) -> dict[str, str]:
    return {"law": law, "article": article, "text": text, **more}


def articles_file(folder: Path, rows: Iterable[object], name: str = "laws.jsonl") -> Path:
    path = folder / name
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def national_laws(folder: Path, laws: Iterable[tuple], articles: Iterable[tuple], name: str = "laws.db") -> Path:
    """A database of the schema of the registry package: laws (id, name, effective, version, status), articles
    (law id, heading, Arabic number, text)."""
    path = folder / name
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE laws (law_id TEXT PRIMARY KEY, law_name TEXT NOT NULL, doc_type TEXT, level TEXT, issuing_body TEXT,"
        " publish_date TEXT, effective_date TEXT, version_date TEXT, status TEXT, law_department TEXT);"
        "CREATE TABLE articles (id INTEGER PRIMARY KEY, law_id TEXT NOT NULL, law_name TEXT NOT NULL, law_department TEXT,"
        " level TEXT, status TEXT, chapter TEXT, section TEXT, article_no TEXT, article_no_arabic INTEGER, article_text TEXT,"
        " char_count INTEGER);"
    )
    names = {}
    for law_id, law_name, effective, version, status in laws:
        names[law_id] = law_name
        row = (law_id, law_name, "法律", "法律", "全国人民代表大会常务委员会", version, effective, version, status, "经济法")
        connection.execute("INSERT INTO laws VALUES (?,?,?,?,?,?,?,?,?,?)", row)
    for law_id, heading, arabic, text in articles:
        connection.execute(
            "INSERT INTO articles (law_id, law_name, chapter, article_no, article_no_arabic, article_text) VALUES (?,?,?,?,?,?)",
            (law_id, names[law_id], "第一章 总则", heading, arabic, text),
        )
    connection.commit()
    connection.close()
    return path


def library_with(folder: Path, rows: Iterable[object]) -> Library:
    """A library into which these articles were imported, with its index built."""
    library = Library.open(folder / "library")
    library.import_source(articles_file(folder, rows))
    library.build()
    return library
