"""``detect IN.jsonl OUT.jsonl``: which of the eight offences each text describes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click


@click.command()
@click.argument("source", metavar="IN.jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("target", metavar="OUT.jsonl", type=click.Path(dir_okay=False, path_type=Path))
def command(source: Path, target: Path) -> None:
    """从案情文字提示可能涉及的罪名。

    每行输入 {"id", "text"}，每行输出 {"id", "offences": [{"code", "score"}]}，最可能的在前；不像侵犯知识产权犯罪的为空。
    不合格的行报出行号并跳过，此时退出码为 1。
    """
    from casefiles.detection import detect

    if target.exists() and target.samefile(source):
        raise click.ClickException(f"输出文件与输入文件是同一个文件：{source}。请另给一个输出文件名。")
    bad = 0
    try:
        with target.open("w", encoding="utf-8") as out:
            for number, row in _rows(source):
                if isinstance(row, str):
                    bad += 1
                    click.echo(f"第 {number} 行：{row}，已跳过。", err=True)
                    continue
                found = [{"code": one.code, "score": one.score} for one in detect(row["text"])]
                out.write(json.dumps({"id": row["id"], "offences": found}, ensure_ascii=False) + "\n")
    except OSError as why:
        raise click.ClickException(f"不能读写文件：{why}。请检查路径和权限后再试。") from why
    if bad:
        click.echo(f"共有 {bad} 行不合格；其余各行的结果在 {target}。", err=True)
        raise SystemExit(1)


def _rows(source: Path) -> Iterator[tuple[int, dict[str, str] | str]]:
    """(line number, row) pairs; a row that cannot be used is the reason why. Empty lines are passed over."""
    with source.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, _row(line)


def _row(line: bytes) -> dict[str, str] | str:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "不是 UTF-8 文字"
    except (json.JSONDecodeError, RecursionError):
        return "不是合格的 JSON"
    if not isinstance(row, dict):
        return "应当是带 id 与 text 的对象"
    if "id" not in row or not isinstance(row.get("text"), str):
        return "缺少 id，或者 text 不是文字"
    return row
