"""The vault of this desk: where the originals lie (``casefiles.vault``)."""

from __future__ import annotations

from flask import current_app

from casefiles.vault import Vault
from ipdesk.config import Config


def settings() -> Config:
    """The running desk's settings."""
    config: Config = current_app.extensions["ipdesk"]
    return config


def the_vault() -> Vault:
    """The running desk's vault."""
    return Vault(settings().vault_dir)
