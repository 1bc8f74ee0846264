"""Opens the current generation of one library folder and notices when it was swapped; the values a search gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from statutes.model import Article, InForce, Precedent, Resolution
from statutes.search.filters import FacetCount, Kind
from statutes.search.generation import Generation, IndexMissing, open_current, pointed
from statutes.search.sealing import IndexDamaged
from statutes.search.snippets import Segment


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
    """The hits of one page, how many there are in all, what the reader is told, and the time inside search (ms).

    ``day`` is the day for which state and status are told. ``facets`` are counted where asked for, by the names of
    ``FACETS``. ``direct`` is the one citation the whole query is, where it is one.
    """

    hits: tuple[Hit, ...]
    total: int
    notices: tuple[str, ...]
    ms: float
    day: date = date.min
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    direct: Resolution | None = None


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
