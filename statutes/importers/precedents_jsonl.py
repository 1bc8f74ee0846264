"""``precedents-jsonl``: one case a line, with the field names of ``statutes.model.Precedent``.

``code``, ``title``, ``authority``, ``source`` and ``grade`` are needed; lists stay lists, ``figures`` is an object of
metric and amount; without it the figures are read from the words of ``amounts``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from statutes.figures import figures_in
from statutes.importers.jsonl import first_object, read_lines
from statutes.importing import Record, Refusal
from statutes.model import GRADES
from statutes.store import precedent_from

FORMAT = "precedents-jsonl"
_NEEDED = ("code", "title", "authority", "source", "grade")
_LISTS = ("offences", "articles", "bears_on", "tags", "aliases")
_TEXTS = ("number", "court", "case_number", "cause", "facts", "holding", "amounts", "sentence", "outcome", "overtaken")


def recognises(path: Path) -> bool:
    first = first_object(path)
    return first is not None and {"code", "title", "authority"} <= first.keys()


def read(path: Path) -> Iterator[Record]:
    for entry in read_lines(path):
        yield entry if isinstance(entry, Refusal) else _record(*entry)


def _record(line: int, data: dict) -> Record:
    where = f"第 {line} 行"
    for name in _NEEDED:
        if not isinstance(data.get(name), str) or not data[name].strip():
            return Refusal(where, f"缺少 {name}")
    if data["grade"] not in GRADES:
        return Refusal(where, f"grade 应为 {'、'.join(GRADES)} 之一")
    if not isinstance(data.get("decided_in"), int | None):
        return Refusal(where, "decided_in 应为年份数字")
    for name in _LISTS:
        value = data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return Refusal(where, f"{name} 应为文字列表")
    for name in _TEXTS:
        if not isinstance(data.get(name, ""), str):
            return Refusal(where, f"{name} 应为文字")
    try:
        return precedent_from({"figures": figures_in(data.get("amounts", "")), **data})
    except ValueError as problem:
        return Refusal(where, f"figures {problem}")
