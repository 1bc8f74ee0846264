"""``serve``: the desk and its worker, each a process of its own under one that looks after both."""

from __future__ import annotations

import click


@click.command()
@click.option("--dev", is_flag=True, help="开发模式：改动代码后自动重载，显示调试信息。只在本机使用。")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="服务进程数。")
def command(dev: bool, workers: int) -> None:
    """运行服务（gunicorn）与后台任务；按 Ctrl-C 停止。先执行 init。"""
    import sys

    from ipdesk.config import load_config
    from ipdesk.serving import check_ready, look_after, programs

    config = load_config()
    for name in config.unknown:
        click.echo(f"提示：不认识的设置 {name}，已忽略。", err=True)
    problem = check_ready(config)
    if problem:
        click.echo(problem, err=True)
        sys.exit(2)
    click.echo(f"知识产权云警务室已启动： http://{config.host}:{config.port}")
    if config.demo:
        show_accounts()
    sys.exit(look_after(programs(config, dev=dev, workers=workers)))


def show_accounts() -> None:
    """Print the demonstration accounts."""
    from ipdesk.demonstration import ACCOUNTS

    click.echo("演示账号（仅限演示模式，同样列在登录页上）：")
    for account in ACCOUNTS:
        click.echo(f"  {account.email:<34} {account.password}   {account.name}")
