"""The commands. Each lives in ``ipdesk/commands/<name>.py`` as ``command`` and is imported only when called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping

import click

COMMANDS: Mapping[str, str] = {
    "init": "建立数据目录、数据库、法规库及其索引（可重复执行）",
    "serve": "运行服务与后台任务；--dev 为开发模式",
    "worker": "只运行后台任务（serve 已包含它）",
    "precheck": "对一个文件夹作材料预审，不需要服务与账号",
    "detect": "从案情文字提示可能涉及的罪名",
    "library": "法规案例库：导入、建索引、检索、解析引用",
    "verify": "用回执核对文件夹里的文件",
    "replay": "把存储的预审结果重新作一遍，核对是否逐字节一致",
    "doctor": "核对数据库、原件库、索引与审计链",
    "demo": "填入演示账号与案件",
}


class LazyCommands(click.Group):
    """A group that knows its commands' names and summaries without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        return importlib.import_module(f"ipdesk.commands.{name}").command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
def ipdesk() -> None:
    """知识产权云警务室。每个命令都有 --help。"""


def main() -> None:
    """Run a command; surroundings that cannot be used are told as a letter, not as a trace."""
    try:
        ipdesk(prog_name="python -m ipdesk")
    except Exception as why:
        told = unusable(why)
        if told is None:
            raise
        click.echo(told, err=True)
        sys.exit(2)


def unusable(why: Exception) -> str | None:
    """The letter about settings, office or database that ``why`` says cannot be used; None for anything else."""
    from sqlalchemy.exc import ArgumentError, OperationalError

    from casefiles.offices import OfficeError
    from ipdesk.config import ConfigError

    if isinstance(why, ConfigError | OfficeError):
        return str(why)
    if isinstance(why, ArgumentError | OperationalError):  # the first: an address no driver understands
        said = str(getattr(why, "orig", why)).strip().splitlines()[0]
        return f"数据库不能使用：{said}\n请核对 IPDESK_DATABASE_URL，并确认数据库服务已经启动、账号有权限。"
    return None
