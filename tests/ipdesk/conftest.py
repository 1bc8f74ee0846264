"""A desk for each test: a real application on a real database, SQLite and (where a server answers) PostgreSQL.

The server is the one named in ``IPDESK_TEST_POSTGRES_URL``, else one on this machine that lets ``postgres`` in.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextvars import Context
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from ipdesk import create_app
from ipdesk.config import Config
from ipdesk.extensions import db
from tests.ipdesk.law_builders import library_folder

LOCAL_SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"


@pytest.fixture(scope="session")
def server_url() -> str | None:
    """The PostgreSQL server to test on, or None where none answers."""
    url = os.environ.get("IPDESK_TEST_POSTGRES_URL", LOCAL_SERVER)
    try:
        with create_engine(url, connect_args={"connect_timeout": 2}).connect():
            return url
    except OperationalError:
        return None


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty desk's database file, made once by the migrations and copied for each test."""
    folder = tmp_path_factory.mktemp("sqlite")
    app = create_app(Config(data_dir=folder, testing=True))
    with app.app_context():
        upgrade()
        db.engine.dispose()
    return folder / "desk.sqlite"


@pytest.fixture(scope="session")
def postgres_template(server_url: str | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str | None]:
    """The name of an empty desk's database on the server, made once by the migrations."""
    if server_url is None:
        yield None
        return
    name = f"ipdesk_template_{uuid.uuid4().hex[:12]}"
    _on_server(server_url, f"CREATE DATABASE {name}")
    folder = tmp_path_factory.mktemp("postgres")
    app = create_app(Config(data_dir=folder, database_url=_url(server_url, name), testing=True))
    with app.app_context():
        upgrade()
        db.engine.dispose()
    yield name
    _on_server(server_url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def config(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path, server_url: str | None, postgres_template: str | None
) -> Iterator[Config]:
    """The settings of a fresh desk in ``tmp_path``, once on SQLite and once on PostgreSQL."""
    config = Config(data_dir=tmp_path / "desk", testing=True)
    config.data_dir.mkdir()
    if request.param == "sqlite":
        shutil.copy(sqlite_template, config.data_dir / "desk.sqlite")
        yield config
        return
    if server_url is None:
        pytest.skip("PostgreSQL half left out: no server answers (name one in IPDESK_TEST_POSTGRES_URL)")
    name = f"ipdesk_test_{uuid.uuid4().hex[:12]}"
    _on_server(server_url, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield replace(config, database_url=_url(server_url, name))
    _on_server(server_url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


class Browser(FlaskClient):
    """A client whose requests share nothing with the test: each has its own context, its own ``g``, its own database session."""

    def open(self, *args: Any, **given: Any) -> Any:
        answer = Context().run(partial(super().open, *args, **given))
        db.session.rollback()  # so that the test reads what the request has written
        return answer


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    """The application, with its context pushed."""
    app = create_app(config)
    app.test_client_class = Browser
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor's browser."""
    return app.test_client()


def _on_server(server_url: str, statement: str) -> None:
    engine = create_engine(server_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _url(server_url: str, name: str) -> str:
    return server_url.rsplit("/", 1)[0] + "/" + name


@pytest.fixture(scope="session")
def law_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library folder with an index: the project's own data and a few articles of official wording. Copy it before use."""
    return library_folder(tmp_path_factory.mktemp("laws"))
