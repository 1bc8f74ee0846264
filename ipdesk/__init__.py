"""The desk: accounts, permissions, storage, jobs, pages, API and commands around the two inner rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from ipdesk.config import Config


def create_app(config: Config | None = None) -> Flask:
    """The desk as a Flask application.

    ``config`` defaults to the environment (raises ``ConfigError`` with every problem in it). Flask is
    imported here and not above, so that commands which need no web answer at once.
    """
    from ipdesk.application import build
    from ipdesk.config import load_config

    return build(config or load_config())
