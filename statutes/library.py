"""The law library: the one door through which the rest of the project reaches the law."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from statutes.casebook import CITED_PRECEDENT, bare_name
from statutes.catalogue import VERIFIED_ON, bundled_instruments
from statutes.citing import parse_citations, parse_number_text
from statutes.collection import Collection, collect
from statutes.importers import read_source
from statutes.importing import ImportReport, Progress, take_in
from statutes.linkbook import LinkBook
from statutes.linking import Link, Reference, all_links, references
from statutes.model import Article, Citation, Instrument, Precedent, Resolution, Version
from statutes.resolving import resolve_citation
from statutes.shelf import Shelf, shelve
from statutes.store import Store
from statutes.wordings import Wording, wordings

if TYPE_CHECKING:  # citing needs neither index nor arrays, and must start quickly: searching is imported when asked for
    from statutes.search.engine import Engine, SearchResult
    from statutes.search.filters import Filters, Kind, Sort


class Library:
    """Instruments, articles by date, precedents, search. Days are parameters; where none is given, the law of
    ``statutes.catalogue.VERIFIED_ON`` answers. One instance may be kept as long as a process lives: it notices
    imports and new indexes made by others."""

    def __init__(self, folder: Path | None, rebuild: bool = True) -> None:
        self._folder = folder
        self._store = Store(folder) if folder else None
        self._held: Collection | None = None
        self._joining = threading.Lock()
        self._rebuild = rebuild
        self._engine: Engine | None = None

    @classmethod
    def bundled(cls) -> Library:
        """The project's own data alone, in memory and without search: enough to resolve every basis of a check."""
        return _bundled()

    @classmethod
    def open(cls, folder: Path, rebuild: bool = True) -> Library:
        """The library of a data folder; an empty or absent one holds the project's own data.

        With ``rebuild`` a missing or damaged index is built anew by the search that finds it so; without,
        such a search raises SearchUnavailable. Raises StoreError where the store is damaged.
        """
        return cls(folder, rebuild)

    # --- citing ---------------------------------------------------------------------------------

    def resolve(self, text: str, as_of: date | None = None) -> Resolution:
        """What the first citation of ``text`` means on ``as_of``; also a bare name of an instrument or a precedent."""
        found = self.citations(text, as_of)
        if found:
            return found[0]
        citation = Citation(text=text, name=text.strip().strip("《》"), span=(0, len(text)))
        precedent = self.precedent_named(text)
        if precedent:
            return Resolution(True, citation, precedent=precedent, note=precedent.overtaken)
        named = Citation(citation.text, citation.name, self._shelf.names.code(text), span=citation.span)
        return resolve_citation(named, self._shelf, as_of or VERIFIED_ON)

    def citations(self, text: str, as_of: date | None = None) -> list[Resolution]:
        """Every citation in running text, in order; ``citation.span`` is its place in ``text``."""
        day = as_of or VERIFIED_ON
        found = [resolve_citation(citation, self._shelf, day) for citation in parse_citations(text, self._shelf.names)]
        found += [self._cited_case(match.group(), match.span()) for match in CITED_PRECEDENT.finditer(text)]
        return sorted(found, key=lambda resolution: resolution.citation.span)

    def _cited_case(self, text: str, span: tuple[int, int]) -> Resolution:
        citation = Citation(text=text, name=text, span=span)
        precedent = self.precedent_named(text)
        note = precedent.overtaken if precedent else f"本库没有案例“{text}”。请核对编号，或导入后再查。"
        return Resolution(precedent is not None, citation, precedent=precedent, note=note)

    # --- browsing -------------------------------------------------------------------------------

    def article(self, instrument_code: str, number: str, as_of: date | None = None) -> Article | None:
        """The article as it stood on ``as_of``; ``number`` in any writing (``213``, ``第二百一十三条``)."""
        return self._shelf.article_on(instrument_code, parse_number_text(number), as_of or VERIFIED_ON)

    def article_of_version(self, instrument_code: str, version_key: str, number: str) -> Article | None:
        """The article of exactly this version; the parts of a hit's ``key``."""
        return self._shelf.article(instrument_code, version_key, number)

    def instruments(self) -> list[Instrument]:
        """Every instrument at hand, our own first."""
        return list(self._shelf.instruments.values())

    def instrument_named(self, name: str) -> Instrument | None:
        """The instrument a whole name means: its title, a short name or its document number."""
        shelf = self._shelf
        return shelf.instruments.get(shelf.names.code(name))

    def versions(self, instrument_code: str, number: str | None = None) -> list[Version]:
        """The versions of an instrument, oldest first; with ``number``, those that have the article."""
        if number is None:
            return list(self._shelf.versions(instrument_code))
        return [article.version for article in self._shelf.wordings(instrument_code, parse_number_text(number))]

    def contents(self, instrument_code: str, as_of: date | None = None) -> list[Article]:
        """The articles of the version in force on ``as_of`` (else the newest held), in printed order."""
        return self._shelf.contents(instrument_code, as_of or VERIFIED_ON)

    def wordings(self, article: Article) -> tuple[Wording, ...]:
        """The rule of ``article`` in every version that has it, oldest first, followed through renumbering."""
        return wordings(self._shelf, article)

    def references(self, article: Article) -> list[Reference]:
        """What ``article`` refers to, its own law's articles included, in the order of its words."""
        return references(self._shelf, article)

    def citing(self, articles: Sequence[Article]) -> list[Article]:
        """The articles that refer to one of ``articles`` (the wordings of one rule); of our own data alone before a ``build``."""
        keys = [article.key for article in articles]
        book = LinkBook(self._needed_store().path.parent) if self._folder else None
        links = book.to(keys) if book and book.exists else [link for link in _bundled_links() if link.cited in set(keys)]
        found = (self.article_of_version(*link.citing.split("/", 2)) for link in links)
        return list({one.key: one for one in found if one}.values())

    def precedents(self) -> list[Precedent]:
        """Every precedent at hand, our own first."""
        return list(self._now.precedents.values())

    def precedent(self, code: str) -> Precedent | None:
        return self._now.precedents.get(code)

    def precedent_named(self, name: str) -> Precedent | None:
        """The precedent a name means: its title, its number, or a short form (``检例98`` for 检例第98号)."""
        return self._now.cases.get(bare_name(name))

    # --- searching ------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        *,
        filters: Filters | None = None,
        as_of: date | None = None,
        kind: Kind | None = None,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        passages: bool = True,
        facets: bool = False,
        today: date | None = None,
    ) -> SearchResult:
        """Search as people type (see ``statutes.search.query``).

        The day of the search is ``as_of``, else ``today`` (else ``VERIFIED_ON``): for it citations are resolved and the
        status of texts is told. ``filters`` narrow (see ``statutes.search.filters.Filters``); as delivered they keep what is
        in force on the day, ``Filters(status=())`` searches texts of any day. ``kind`` is short for ``filters.kind``.
        ``sort`` is one of ``SORTS``. With ``facets`` the values of every facet are counted, for this very list. Without
        ``passages`` hits carry reference and score only. ``total`` is exact, and pages (``offset``, ``limit``) follow one
        another without gap or repetition. An empty query with filters lists all that they leave.
        Raises SearchUnavailable where there is no index and none can be built.
        """
        from statutes.search.asking import Wish, ask
        from statutes.search.filters import Filters

        if self._engine is None:
            self._engine = self._open_engine(self._rebuild)
        generation, notices = self._engine.generation()
        narrowed = filters or Filters()
        narrowed = replace(narrowed, kind=(kind,)) if kind else narrowed
        wish = Wish(as_of or today or VERIFIED_ON, narrowed, sort, limit, offset, passages, facets)
        return ask(self, generation, notices, query, wish)

    def _open_engine(self, rebuild: bool) -> Engine:
        from statutes.search.engine import Engine

        root = self._needed_store().path.parent / "index"
        return Engine(root, self._revision, self.build if rebuild else None)

    def index_state(self) -> str:
        """``ready``, ``stale``, ``missing`` or ``damaged``."""
        from statutes.search.engine import SearchUnavailable
        from statutes.search.generation import IndexMissing

        try:
            _, notices = self._open_engine(rebuild=False).generation()
        except SearchUnavailable as problem:
            return "missing" if isinstance(problem.__cause__, IndexMissing) else "damaged"
        return "stale" if notices else "ready"

    # --- keeping --------------------------------------------------------------------------------

    def import_source(self, path: Path, format: str = "auto", progress: Progress | None = None) -> ImportReport:
        """Take a source in; the same one again changes nothing. The index then needs a ``build``.

        Raises ImportRefused for a source that cannot be used at all.
        """
        format, records = read_source(path, format)
        return take_in(self._needed_store(), records, f"{path.name}（{format}）", progress)

    def build(self, progress: Progress | None = None) -> Path:
        """Build the index aside, prove it, swap it in; returns the generation's folder.

        Only instruments and precedents that have changed since the last build are read anew. A second builder waits, and
        gives way where the first has built what is at hand.
        """
        from statutes.search.build import build
        from statutes.search.generation import pointed
        from statutes.search.locking import building

        folder = self._needed_store().path.parent
        root = folder / "index"
        with building(root) as waited:
            if waited and self.index_state() == "ready":
                return root / pointed(root)
            held = self._now  # as it is now that nobody else builds
            built = build(root, held.shelf, list(held.precedents.values()), held.content, progress)
            LinkBook(folder).write(all_links(held.shelf))
            return built

    def verify(self) -> list[str]:
        """The problems of store and index, in Chinese; empty where all is well, or where nothing was ever set up."""
        from statutes.search.generation import IndexMissing, check_generation, pointed
        from statutes.search.sealing import IndexDamaged

        store = self._needed_store()
        problems = store.check()
        root = store.path.parent / "index"
        try:
            problems += check_generation(root / pointed(root))
        except IndexMissing as problem:
            return [*problems, f"{problem}请运行 library build。"] if store.exists else problems
        except IndexDamaged as problem:
            problems.append(f"{problem}请运行 library build。")
        if not problems and self.index_state() == "stale":
            problems.append("检索索引早于最近一次导入或更新。请运行 library build。")
        return problems

    @property
    def _shelf(self) -> Shelf:
        return self._now.shelf

    @property
    def _now(self) -> Collection:
        """What is at hand, joined anew where somebody has imported since; threads see one state or the next, never a mixture."""
        held = self._held
        if held is None or held.stamp != self._stamp():
            with self._joining:
                held = self._held
                if held is None or held.stamp != self._stamp():
                    held = self._held = collect(self._store, self._stamp())
        return held

    def _stamp(self) -> tuple[int, ...]:
        return self._store.stamp() if self._store else ()

    def _revision(self) -> str:
        """Names the content at hand, so that an index made from other content shows."""
        return self._now.content

    def _needed_store(self) -> Store:
        if self._store is None:
            raise RuntimeError("内存中的法规库不能检索、导入或建索引。请用数据目录打开法规库（Library.open）。")
        return self._store


@lru_cache(maxsize=1)
def _bundled() -> Library:
    return Library(None)


@lru_cache(maxsize=1)
def _bundled_links() -> tuple[Link, ...]:
    return tuple(all_links(shelve(bundled_instruments())))
