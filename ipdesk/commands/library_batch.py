"""``library search --batch``: one answer for each line, and one for each line that cannot be answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ipdesk.letter import Letter
from statutes.search.engine import SearchResult


def search_batch(source: Path, target: Path, search: Callable[[str], SearchResult]) -> int:
    """Answer every line of ``source`` into ``target``; returns how many lines could not be answered.

    A line that is no object with ``id`` and ``query`` gets ``{"id", "error"}`` in its place, ``id`` null where it has none.
    """
    if not source.is_file():
        raise Letter(f"找不到批量检索的输入文件：{source}。")
    search("预热")  # opens the index, so that no query pays for it
    failed = 0
    with source.open(encoding="utf-8-sig", errors="replace") as lines, target.open("w", encoding="utf-8") as answers:
        for number, line in enumerate(lines, 1):
            if line.strip():
                answer = _answer(number, line, search)
                failed += "error" in answer
                answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return failed


def _answer(number: int, line: str, search: Callable[[str], SearchResult]) -> dict[str, Any]:
    row = _read(line)
    if "id" in row and isinstance(row.get("query"), str):
        return _found(row["id"], search(row["query"]))
    told = f"第 {number} 行不是带 id 与 query 的 JSON 对象。"
    click.echo(told, err=True)
    return {"id": row.get("id"), "error": told}


def _read(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _found(name: Any, result: SearchResult) -> dict[str, Any]:
    """One answer; of several versions with the same ref the best stands for all."""
    best: dict[str, float] = {}
    for hit in result.hits:
        best.setdefault(hit.ref, hit.score)
    hits = [{"ref": ref, "score": score} for ref, score in best.items()]
    return {"id": name, "hits": hits, "ms": round(result.ms, 3)}
