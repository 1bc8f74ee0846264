"""``detect IN.jsonl OUT.jsonl``: one line out for each good line in; bad lines are told with their number."""

from __future__ import annotations

import json

from click.testing import CliRunner

from ipdesk.commands.detect import command

SALE = "被告人销售明知是假冒注册商标的商品，销售金额十二万元。"


def run(tmp_path, content: bytes):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(content)
    result = CliRunner().invoke(command, [str(source), str(target)])
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()] if target.exists() else []
    return result, rows


def line(**row) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


def test_each_line_gets_its_offences_best_first(tmp_path):
    result, rows = run(tmp_path, line(id="a", text=SALE) + line(id="b", text="被告人盗窃手机一部。"))
    assert result.exit_code == 0
    assert rows[0]["id"] == "a"
    assert [one["code"] for one in rows[0]["offences"]] == ["sale_of_counterfeits"]
    assert 0 < rows[0]["offences"][0]["score"] <= 1
    assert rows[1] == {"id": "b", "offences": []}


def test_bad_lines_are_told_with_their_number_and_skipped(tmp_path):
    content = b"\xef\xbb\xbf" + line(id=1, text="x") + b"{oops\n" + b"[1]\n" + line(id=2) + b"\xff\n\n" + line(id=3, text=SALE)
    result, rows = run(tmp_path, content)
    assert result.exit_code == 1
    assert [row["id"] for row in rows] == [1, 3]
    for number in (2, 3, 4, 5):
        assert f"第 {number} 行" in result.output


def test_the_input_is_never_overwritten(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_bytes(line(id=1, text=SALE))
    result = CliRunner().invoke(command, [str(source), str(source)])
    assert result.exit_code != 0
    assert source.read_bytes() == line(id=1, text=SALE)


def test_a_missing_input_is_refused(tmp_path):
    assert CliRunner().invoke(command, [str(tmp_path / "none.jsonl"), str(tmp_path / "out.jsonl")]).exit_code == 2
