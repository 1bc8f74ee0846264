"""Taking law in: whatever an importer reads goes into the store by one path, idempotently, with a report."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from statutes.citing import parse_number_text
from statutes.model import Level, Precedent
from statutes.naming import plain_title
from statutes.store import Store, precedent_data

Progress = Callable[[int, int], None]
"""Called with how much is done and out of how much; a total of 0 means that it is not known yet."""


class ImportRefused(ValueError):
    """A whole source that cannot be taken in; the message says in Chinese which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One record left out: where it stands in the source, and why, in Chinese."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """What an importer says of one version. ``dated`` is an ISO date or empty."""

    title: str
    level: Level
    source: str
    dated: str = ""
    issuer: str = ""
    document_number: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    starts_verified: bool = False
    repealed: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article as read: ``article`` is its heading as printed (第…条, or the heading of an undivided text)."""

    version: VersionRecord
    article: str
    text: str
    where: str
    chapter: str = ""


Record = ArticleRecord | Precedent | Refusal


@dataclass
class ImportReport:
    """What an import did, counted by article (and by precedent)."""

    source: str = ""
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)

    def __str__(self) -> str:
        """The report as told to a person: one line, then one for each record refused."""
        told = f"{self.source}：新增 {self.added}，变更 {self.changed}，未变 {self.unchanged}，拒收 {len(self.refused)}"
        return "\n".join([told, *(f"  拒收 {refusal.where}：{refusal.reason}" for refusal in self.refused)])

    @property
    def touched(self) -> bool:
        return bool(self.added or self.changed)


def take_in(store: Store, records: Iterable[Record], source: str, progress: Progress | None = None) -> ImportReport:
    """Store every record in one transaction and report. The same source a second time changes nothing."""
    report = ImportReport(source)
    count = 0
    with store.writing() as connection:
        desk = _Desk(connection, report)
        for count, record in enumerate(records, 1):
            desk.take(record)
            if progress and count % 500 == 0:
                progress(count, 0)
        desk.finish()
        if report.touched:
            connection.execute("INSERT INTO revision SELECT coalesce(max(number), 0) + 1 FROM revision")
    if report.touched:
        store.mark()
    if progress:
        progress(count, count)
    return report


class _Desk:
    """Compares what comes in with what is there, version by version."""

    def __init__(self, connection: sqlite3.Connection, report: ImportReport) -> None:
        self._connection, self._report = connection, report
        self._rows: dict[tuple[str, str], int] = {}
        self._held: dict[int, dict[str, str]] = {}
        self._seen: dict[int, set[str]] = {}
        self._pending: list[tuple[int, str, int, str, str]] = []

    def take(self, record: Record) -> None:
        if isinstance(record, Refusal):
            self._report.refused.append(record)
        elif isinstance(record, Precedent):
            self._take_precedent(record)
        else:
            self._take_article(record)

    def finish(self) -> None:
        self._connection.executemany(
            "INSERT INTO article (version, number, position, chapter, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET text = excluded.text, chapter = excluded.chapter",
            self._pending,
        )
        self._pending.clear()

    def _take_article(self, record: ArticleRecord) -> None:
        row = self._row(record.version)
        number = parse_number_text(record.article)
        held, seen = self._held[row], self._seen[row]
        if number in seen and held[number] != record.text:
            self._report.refused.append(Refusal(record.where, f"同一文本中条号重复而内容不同：{record.article}"))
            return
        self._count(None if number not in held else held[number] == record.text)
        seen.add(number)
        if held.get(number) != record.text:
            held[number] = record.text
            self._pending.append((row, number, len(seen), record.chapter, record.text))
        if len(self._pending) >= 2000:
            self.finish()

    def _row(self, version: VersionRecord) -> int:
        key = (plain_title(version.title), version.dated)
        if key not in self._rows:
            row = self._rows[key] = self._find_or_add(version, *key)
            articles = self._connection.execute("SELECT number, text FROM article WHERE version = ?", (row,))
            self._held[row], self._seen[row] = dict(articles.fetchall()), set()
        return self._rows[key]

    def _find_or_add(self, version: VersionRecord, law: str, dated: str) -> int:
        found = self._connection.execute("SELECT id FROM version WHERE law = ? AND dated = ?", (law, dated)).fetchone()
        if found:
            return found[0]
        values = (law, dated, version.title, version.level, version.issuer, version.document_number)
        dates = (_iso(version.starts_on), _iso(version.ends_on), version.starts_verified, version.repealed, version.source)
        inserted = self._connection.execute(
            "INSERT INTO version (law, dated, title, level, issuer, document_number, starts_on, ends_on,"
            " starts_verified, repealed, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values + dates,
        )
        return int(inserted.lastrowid or 0)

    def _take_precedent(self, precedent: Precedent) -> None:
        data = precedent_data(precedent)
        held = self._connection.execute("SELECT data FROM precedent WHERE code = ?", (precedent.code,)).fetchone()
        self._count(None if held is None else held[0] == data)
        self._connection.execute("INSERT OR REPLACE INTO precedent (code, data) VALUES (?, ?)", (precedent.code, data))

    def _count(self, same: bool | None) -> None:
        """None: it was not there; True: it was there with the same words; False: with other words."""
        if same is None:
            self._report.added += 1
        elif same:
            self._report.unchanged += 1
        else:
            self._report.changed += 1


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def readable(path: Path) -> Path:
    """``path`` if it is there, else ImportRefused."""
    if not path.exists():
        raise ImportRefused(f"找不到要导入的文件：{path}。请核对路径。")
    return path
