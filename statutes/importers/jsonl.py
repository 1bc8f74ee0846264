"""Reading lines of JSON, plain or compressed (.gz, .xz), line by line."""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from statutes.importing import ImportRefused, Refusal

_OPENERS: dict[str, Callable[..., Any]] = {".gz": gzip.open, ".xz": lzma.open}
_LONGEST_LINE = 5_000_000


def read_lines(path: Path) -> Iterator[tuple[int, dict] | Refusal]:
    """``(line number, object)`` for each line that holds a JSON object, a Refusal for each that does not."""
    opener = _OPENERS.get(path.suffix, open)
    try:
        with opener(path, "rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _parse(number, line)
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise ImportRefused(f"{path.name} 读不下去：{error}。文件可能不完整，请重新取得后再导入。") from error


def first_object(path: Path) -> dict | None:
    """The first object of the file, to recognise its format by; None where there is none."""
    if ".jsonl" not in path.suffixes or not path.is_file():
        return None
    try:
        for entry in read_lines(path):
            return None if isinstance(entry, Refusal) else entry[1]
    except ImportRefused:
        return None
    return None


def _parse(number: int, line: bytes) -> tuple[int, dict] | Refusal:
    where = f"第 {number} 行"
    if len(line) > _LONGEST_LINE:
        return Refusal(where, "这一行过长")
    try:
        value = json.loads(line)
    except ValueError as error:
        return Refusal(where, f"不是有效的 JSON：{error}")
    except RecursionError:
        return Refusal(where, "JSON 嵌套过深")
    return (number, value) if isinstance(value, dict) else Refusal(where, "不是 JSON 对象")
