"""A law library for tests: the project's own data and a few articles of official wording, made on the fly, with its index."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from statutes.library import Library

MARKS, FOX = "中华人民共和国商标法", "狐狸保护法"

# Made-up wordings under real titles and dates: what a page does with official text, not what the law says.
ARTICLES = (
    (MARKS, "第五十六条", "2019-04-23", "专用权以核准的为限。"),
    (
        MARKS,
        "第五十七条",
        "2019-04-23",
        "有下列行为之一的，是侵权：\n（一）同种商品上使用相同标志的；\n（二）销售侵权商品的。\n情节严重的，从重处罚。",
    ),
    (
        MARKS,
        "第七十二条",
        "2026-06-26",
        "有下列行为之一的，是侵权：\n（一）同种商品、服务上使用相同标志的；\n（二）销售侵权商品的。",
    ),
    (FOX, "第一条", "2015-01-01", "为了保护狐狸，制定本法。"),
    (FOX, "第二条", "2015-01-01", "禁止猎捕狐狸，违反的依照第三条处罚。"),
    (FOX, "第三条", "2015-01-01", "没收猎获物，并处罚款。"),
)


def library_folder(folder: Path, articles: Iterable[tuple[str, str, str, str]] = ARTICLES) -> Path:
    """A library folder with these articles (law, heading, date, text) beside our own data, and its index."""
    source = folder / "laws.jsonl"
    rows = (
        {"law": law, "article": heading, "date": day, "effective_from": day, "text": text} for law, heading, day, text in articles
    )
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    library = Library.open(folder / "library")
    library.import_source(source, "articles-jsonl")
    library.build()
    return folder / "library"
