"""Imported law on disk: one SQLite file with versions, their articles, and imported precedents.

The key of an article is law, version and article number as text; importing the same again changes nothing.
Every change raises ``revision``, by which an index knows that it is out of date.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from statutes.casebook import figures_from
from statutes.model import Level, Precedent, Provision

FILE_NAME = "library.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS version (
    id INTEGER PRIMARY KEY, law TEXT NOT NULL, dated TEXT NOT NULL, title TEXT NOT NULL, level TEXT NOT NULL,
    issuer TEXT NOT NULL DEFAULT '', document_number TEXT NOT NULL DEFAULT '', starts_on TEXT, ends_on TEXT,
    starts_verified INTEGER NOT NULL DEFAULT 0, repealed INTEGER NOT NULL DEFAULT 0, source TEXT NOT NULL,
    UNIQUE (law, dated));
CREATE TABLE IF NOT EXISTS article (
    version INTEGER NOT NULL REFERENCES version(id), number TEXT NOT NULL, position INTEGER NOT NULL,
    chapter TEXT NOT NULL DEFAULT '', text TEXT NOT NULL, PRIMARY KEY (version, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS precedent (code TEXT PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS revision (number INTEGER NOT NULL);
"""


class StoreError(RuntimeError):
    """The store cannot be read; the message says in Chinese what happened and what to do."""


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One imported version. ``law`` is the plain title, ``dated`` the version's date as text ('' where unknown)."""

    law: str
    dated: str
    title: str
    level: Level
    source: str
    issuer: str = ""
    document_number: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    starts_verified: bool = False
    repealed: bool = False
    row: int = 0


class Store:
    """The SQLite file of one library folder. Readers never wait for writers (WAL)."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._marker = folder / "changed"
        self._threads = threading.local()

    @property
    def exists(self) -> bool:
        return self.path.is_file()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading. Raises StoreError where the file is damaged."""
        try:
            yield self._connection()
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"法规库文件 {self.path} 已损坏或不是法规库：{error}。请移走该文件后重新运行 library import。"
            ) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing. A second writer waits up to a minute."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.reading() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript(_SCHEMA)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    def versions(self) -> list[StoredVersion]:
        if not self.exists:
            return []
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT law, dated, title, level, source, issuer, document_number, starts_on, ends_on,"
                " starts_verified, repealed, id FROM version ORDER BY id"
            ).fetchall()
        return [_stored(row) for row in rows]

    def precedents(self) -> list[Precedent]:
        if not self.exists:
            return []
        with self.reading() as connection:
            rows = connection.execute("SELECT data FROM precedent ORDER BY code").fetchall()
        return [precedent_from(json.loads(data)) for (data,) in rows]

    def revision(self) -> int:
        """Counts the changes of content; 0 for an empty library."""
        if not self.exists:
            return 0
        with self.reading() as connection:
            row = connection.execute("SELECT max(number) FROM revision").fetchone()
        return row[0] or 0

    def stamp(self) -> tuple[int, ...]:
        """Changes whenever anybody has written; cheap enough to ask each time."""
        return (*_times(self._marker), int(self.exists))

    def mark(self) -> None:
        """Tell every open library that the content has changed; called after the change is kept."""
        self._marker.write_text(f"{self.revision()}\n", encoding="utf-8")

    def check(self) -> list[str]:
        """Problems of the file, in Chinese; empty where it is sound or absent."""
        if not self.exists:
            return []
        try:
            with self.reading() as connection:
                (verdict,) = connection.execute("PRAGMA quick_check").fetchone()
        except StoreError as error:
            return [str(error)]
        return [] if verdict == "ok" else [f"法规库文件 {self.path} 校验不通过：{verdict}。请移走后重新导入。"]

    def _connection(self) -> sqlite3.Connection:
        """One connection for each thread, opened anew where the file has been replaced."""
        try:
            inode = self.path.stat().st_ino
        except FileNotFoundError:
            inode = 0
        held = getattr(self._threads, "held", None)
        if held is None or held[0] != inode:
            connection = sqlite3.connect(self.path, timeout=60, isolation_level=None)
            inode = self.path.stat().st_ino
            held = self._threads.held = (inode, connection)
        return held[1]


class StoredTexts:
    """The official words of one stored version, read when asked for."""

    def __init__(self, store: Store, row: int) -> None:
        self._store, self._row = store, row
        self._get = lru_cache(maxsize=256)(self._read)

    def get(self, number: str) -> Provision | None:
        return self._get(number)

    def numbers(self) -> Sequence[str]:
        with self._store.reading() as connection:
            rows = connection.execute("SELECT number FROM article WHERE version = ? ORDER BY position", (self._row,))
            return [number for (number,) in rows]

    def all(self) -> list[Provision]:
        """Every article at once, in printed order."""
        with self._store.reading() as connection:
            rows = connection.execute(
                "SELECT number, text, chapter FROM article WHERE version = ? ORDER BY position", (self._row,)
            ).fetchall()
        return [Provision(number, text, chapter=chapter) for number, text, chapter in rows]

    def _read(self, number: str) -> Provision | None:
        with self._store.reading() as connection:
            row = connection.execute(
                "SELECT number, text, chapter FROM article WHERE version = ? AND number = ?", (self._row, number)
            ).fetchone()
        return Provision(row[0], row[1], chapter=row[2]) if row else None


def _times(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except FileNotFoundError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size


def precedent_from(data: dict[str, Any]) -> Precedent:
    """A precedent from its stored or imported form; lists become tuples, unknown fields are left out.

    Raises ValueError for figures that are none.
    """
    known = {field.name for field in fields(Precedent)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items() if name in known
    }
    return Precedent(**{**values, "figures": figures_from(data.get("figures", {}))})


def precedent_data(precedent: Precedent) -> str:
    data = {**asdict(precedent), "figures": {name: str(value) for name, value in precedent.figures}}
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _stored(row: tuple) -> StoredVersion:
    law, dated, title, level, source, issuer, document_number, starts_on, ends_on, verified, repealed, key = row
    return StoredVersion(
        law=law,
        dated=dated,
        title=title,
        level=level,
        source=source,
        issuer=issuer,
        document_number=document_number,
        starts_on=date.fromisoformat(starts_on) if starts_on else None,
        ends_on=date.fromisoformat(ends_on) if ends_on else None,
        starts_verified=bool(verified),
        repealed=bool(repealed),
        row=key,
    )
