"""``replay [NUMBER]``: make kept pre-reviews anew from what was stored with them, and say whether they come out the same."""

from __future__ import annotations

import sys
from collections import Counter

import click


@click.command(name="replay")
@click.argument("number", required=False, metavar="[NUMBER]")
def command(number: str | None) -> None:
    """重放案件 NUMBER（不填则全部已提交案件）的预审结果；有不一致时以 1 退出。"""
    from ipdesk import create_app
    from ipdesk.config import load_config
    from ipdesk.letter import Letter
    from ipdesk.queries.kept_reviews import kept_reviews
    from ipdesk.services.reviews import replayed

    counts: Counter[str] = Counter()
    with create_app(load_config()).app_context():
        for name, row in kept_reviews(number):
            came = replayed(row)
            counts[came.outcome] += 1
            if number or came.outcome == "different":
                click.echo(f"{name} {row.made_at:%Y-%m-%d %H:%M} {row.id[:8]}：{came.in_words}")
    if number and not counts:
        raise Letter(f"没有编号为“{number}”的已提交案件，或者它还没有预审结果。请核对编号。")
    click.echo(
        f"共 {counts.total()} 份：一致 {counts['same']}，不一致 {counts['different']}，"
        f"规则已变 {counts['other_rules']}，没有留存内容 {counts['incomplete']}。"
    )
    sys.exit(1 if counts["different"] else 0)
