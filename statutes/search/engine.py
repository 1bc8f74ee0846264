"""Searching one library folder: opens the current generation, notices when it was swapped, and answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from statutes.model import Article, InForce, Precedent
from statutes.search.generation import Generation, IndexDamaged, IndexMissing, open_current, pointed
from statutes.search.query import Query
from statutes.search.ranking import rank
from statutes.search.snippets import Segment, snippet

Kind = Literal["article", "precedent"]


class SearchUnavailable(RuntimeError):
    """There is no usable index and none may or can be built here; a letter in Chinese."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer. ``ref`` is ``<title>第…条`` (or the precedent's title), ``key`` its stable link key,
    ``segments`` the passage with what was searched for marked, ``state`` whether it is in force on the day asked."""

    ref: str
    score: float
    title: str
    kind: Kind
    key: str
    segments: tuple[Segment, ...] = ()
    state: InForce = "unknown"
    article: Article | None = None
    precedent: Precedent | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits of one page, how many there are in all, what the reader is told, and the time inside search (ms)."""

    hits: tuple[Hit, ...]
    total: int
    notices: tuple[str, ...]
    ms: float


class Engine:
    """Keeps the current generation open. ``rebuild`` is called where there is none that can be used; None forbids it."""

    def __init__(self, root: Path, revision: Callable[[], str], rebuild: Callable[[], object] | None) -> None:
        self._root, self._revision, self._rebuild = root, revision, rebuild
        self._generation: Generation | None = None

    def generation(self) -> tuple[Generation, tuple[str, ...]]:
        """The generation to search in, and what to tell of it."""
        try:
            if self._generation is None or self._generation.folder.name != pointed(self._root):
                self._generation = open_current(self._root)
        except (IndexMissing, IndexDamaged) as problem:
            return self._rebuilt(problem)
        if self._generation.revision != self._revision():
            return self._generation, ("检索索引早于最近一次导入或更新，结果可能不全；请运行 library build 更新索引。",)
        return self._generation, ()

    def _rebuilt(self, problem: Exception) -> tuple[Generation, tuple[str, ...]]:
        if self._rebuild is None:
            raise SearchUnavailable(f"{problem}请运行 library build 重建索引；收件和预审不受影响。") from problem
        try:
            self._rebuild()
            self._generation = open_current(self._root)
        except (OSError, IndexMissing, IndexDamaged) as error:
            raise SearchUnavailable(f"{problem}重建也未成功：{error}。请检查数据目录的权限和空间。") from error
        told = "检索索引缺失，已重新建立。" if isinstance(problem, IndexMissing) else f"{problem}已重新建立。"
        return self._generation, (told,)


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of the answer is wanted, and whether with its words or by reference and score alone."""

    limit: int = 20
    offset: int = 0
    passages: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """What may be found: in force on ``as_of`` (None: on any day) and of one kind (None: of any).

    ``day`` is the day for which a hit's state is told and citations are resolved.
    """

    as_of: date | None
    kind: Kind | None
    day: date


def find(generation: Generation, query: Query, scope: Scope, page: Page) -> tuple[list[tuple[dict[str, str], float]], int]:
    """Stored fields and score of one page of hits, and the number of hits in all."""
    documents, scores, total = rank(generation, query, scope.as_of, scope.kind, page.offset + page.limit)
    found = zip(documents[page.offset :], scores[page.offset :], strict=True)
    return [(generation.durable.stored(int(document)), round(float(score), 4)) for document, score in found], total


def passage(text: str, query: Query) -> tuple[Segment, ...]:
    """The passage shown for a hit."""
    return snippet(text, query.marks)


def clock() -> float:
    """Milliseconds, for measuring only."""
    return time.perf_counter() * 1000
