"""``worker``: the background work alone, for desks that run it on a machine of its own."""

from __future__ import annotations

import click


@click.command()
@click.option("--threads", default=2, show_default=True, type=click.IntRange(1, 32), help="同时进行的任务数。")
def command(threads: int) -> None:
    """只运行后台任务（读取材料等）。serve 已包含它；多机部署时单独使用。"""
    from ipdesk import create_app
    from ipdesk.jobs.worker import run_worker

    run_worker(create_app(), threads=threads)
