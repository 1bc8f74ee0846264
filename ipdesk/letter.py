"""A command's refusal: a letter on stderr and exit code 2, without a trace."""

from __future__ import annotations

from typing import IO, Any

import click


class Letter(click.ClickException):
    """What happened, to which thing, what to do next."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.format_message(), file=file, err=file is None)
