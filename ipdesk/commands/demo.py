"""``demo``: demonstration accounts and cases, for a desk to look at and learn on."""

from __future__ import annotations

import click


@click.command()
@click.option("--accounts-only", is_flag=True, help="只建立演示账号，不建立案件。")
def command(accounts_only: bool) -> None:
    """填入演示账号与案件；已有的不会重复。请勿在正式使用的数据目录中执行。"""
    from ipdesk import create_app
    from ipdesk.services.demonstration import make_accounts
    from ipdesk.services.demonstration_cases import fill_desk
    from ipdesk.services.setting_up import bring_up_to_date
    from ipdesk.terminal import Bar

    desk = create_app()
    with desk.app_context():
        bring_up_to_date()
        made = make_accounts()
        click.echo(f"演示账号：新建 {len(made)} 个")
        if not accounts_only:
            click.echo(f"演示案件：新建 {fill_desk(Bar('演示案件').update)} 件")
    if not desk.extensions["ipdesk"].demo:
        click.echo("演示账号只能在演示模式下登录：请设环境变量 IPDESK_DEMO=1 再运行 serve（bin/desk 已这样做）。")
