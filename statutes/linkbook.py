"""The links between articles, kept in one SQLite file beside the index: found once, looked up by article.

Disposable like the index: written aside, swapped by renaming, made anew by every build.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from statutes.linking import Link

FILE_NAME = "links.sqlite"
_SCHEMA = (
    "CREATE TABLE link (citing TEXT NOT NULL, cited TEXT NOT NULL, words TEXT NOT NULL,"
    " PRIMARY KEY (cited, citing)) WITHOUT ROWID"
)


class LinkBook:
    """The file of one library folder; it need not be there."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    @property
    def exists(self) -> bool:
        return self._path.is_file()

    def write(self, links: Iterable[Link]) -> int:
        """Replace the book by one with these links; returns how many there are."""
        aside = self._path.with_suffix(".new")
        aside.unlink(missing_ok=True)
        with closing(sqlite3.connect(aside)) as connection, connection:
            connection.execute(_SCHEMA)
            rows = ((link.citing, link.cited, link.words) for link in links)
            connection.executemany("INSERT OR IGNORE INTO link VALUES (?, ?, ?)", rows)
            count = int(connection.execute("SELECT count(*) FROM link").fetchone()[0])
        aside.replace(self._path)
        return count

    def to(self, keys: Sequence[str]) -> list[Link]:
        """The links to any of the articles ``keys``; none where the book is missing or damaged."""
        if not self.exists or not keys:
            return []
        marks = ",".join("?" * len(keys))
        asked = f"SELECT citing, cited, words FROM link WHERE cited IN ({marks}) ORDER BY citing"  # noqa: S608  # marks only
        try:
            with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as connection:
                return [Link(*row) for row in connection.execute(asked, list(keys))]
        except sqlite3.DatabaseError:
            return []
