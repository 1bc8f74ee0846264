"""A reading survives being stored."""

from __future__ import annotations

import json

import pytest

from casefiles.model import Box, Line, Mark, Page, Problem, Reading, Table
from casefiles.reading.record import from_json, to_json

TABLES = (Table((("甲", "乙"),), Box(0, 0, 1, 1)), Table((("丙",),)))
FULL = Reading(
    "pdf",
    (
        Page(
            1,
            (Line("甲\t乙", Box(0.1, 0.2, 0.3, 0.4)), Line("无位置")),
            (Table((("甲", "乙"),), Box(0, 0, 1, 1)), Table((("丙",),))),
        ),
        Page(2, (Line("扫描"),), source="ocr", pictures=1, marks=(Mark("seal", Box(0.5, 0.5, 0.6, 0.6)), Mark("picture"))),
        Page(3, source="none"),
    ),
    (Problem("unreadable.damaged", "第 3 页无法读取。", "请重新扫描。", 3), Problem("unreadable.too_large", "太大", "拆分")),
)


@pytest.mark.parametrize("reading", [FULL, Reading("unknown")], ids=["full", "empty"])
def test_a_reading_comes_back_from_json_as_it_was(reading: Reading) -> None:
    assert from_json(json.loads(json.dumps(to_json(reading), ensure_ascii=False))) == reading
