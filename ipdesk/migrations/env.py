"""Runs the migrations on the application's own database."""

from alembic import context
from flask import current_app
from flask_security import AsaList

import ipdesk.tables  # noqa: F401  # knows every table
from ipdesk.database import Base, Moment

database = current_app.extensions["migrate"].db


def only_ours(thing: object, name: str | None, kind: str, reflected: bool, compare_to: object) -> bool:
    """Leave alone what is in the database but not in our tables, such as the queue's own."""
    return not (kind == "table" and reflected and compare_to is None)


def plain_types(kind: str, thing: object, autogen_context: object) -> str | bool:
    """Write our column types as the plain ones beneath, so that old migrations never import new code."""
    if kind == "type" and isinstance(thing, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, AsaList):
        return "sa.UnicodeText()"
    return False


def run() -> None:
    with database.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            include_object=only_ours,
            compare_type=True,
            render_item=plain_types,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
