"""Bringing a data folder to the state the program expects."""

from __future__ import annotations

from flask_migrate import upgrade

from ipdesk.application import MIGRATIONS
from ipdesk.database import transaction
from ipdesk.tables import Role
from ipdesk.tables.accounts import ROLES


def bring_up_to_date() -> None:
    """Run the migrations and make the roles. Needs an application context; harmless when nothing is to do."""
    upgrade(directory=str(MIGRATIONS))
    with transaction() as session:
        present = {role.name for role in session.query(Role)}
        session.add_all(Role(name=name) for name in ROLES if name not in present)
