"""``doctor``: is everything there, unchanged and in order?"""

from __future__ import annotations

import sys

import click

SIGNS = {"damage": "✗", "note": "·", "mended": "✓"}


@click.command()
@click.option("--fix", is_flag=True, help="重建索引、重新排队失败的任务。原件与审计链只核对，从不改动。")
def command(fix: bool) -> None:
    """核对数据库、原件库、法规索引与审计链；发现损坏时以 1 退出。"""
    from ipdesk import create_app
    from ipdesk.config import load_config
    from ipdesk.doctor import examine
    from ipdesk.terminal import Bar

    config = load_config()
    damaged = False
    with create_app(config).app_context():
        for complaint in examine(config, fix=fix, progress=Bar("核对原件").update):
            damaged = damaged or complaint.grade == "damage"
            click.echo(f"{SIGNS[complaint.grade]} {complaint.text}")
    click.echo("发现损坏，见上。" if damaged else "一切正常：数据库、原件库、审计链与法规索引均已核对。")
    sys.exit(1 if damaged else 0)
