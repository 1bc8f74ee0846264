"""The index is disposable: built aside, proven, swapped; damage is told and mended."""

from __future__ import annotations

import multiprocessing
import shutil
import threading
from pathlib import Path

import pytest

from statutes.library import Library
from statutes.search.build import build
from statutes.search.engine import SearchUnavailable
from statutes.search.locking import BuilderBusy, building
from tests.statutes.builders import FOX_LAW, article, articles_file, library_with

DAMAGE = [
    ("gen-*/manifest.json", "cut"),
    ("gen-*/manifest.json", "removed"),
    ("gen-*/words.txt", "removed"),
    ("gen-*/bigrams.docs.npy", "overwritten"),
    ("gen-*/columns.json", "cut"),
    ("gen-*/priors.npy", "overwritten"),
    ("part-*/manifest.json", "removed"),
    ("part-*/whoosh/*.seg", "overwritten"),
    ("part-*/texts.npy", "cut"),
    ("current", "overwritten"),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose library holds one imported article and its index; tests work on copies."""
    folder = tmp_path_factory.mktemp("sound")
    library_with(folder, [article()])
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(sound / "library", tmp_path / "library")
    return tmp_path


def generations(folder: Path) -> list[Path]:
    return sorted((folder / "library" / "index").glob("gen-*"))


def test_an_empty_folder_searches_our_own_data(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "none" / "yet")
    result = library.search("假冒注册商标")
    assert result.hits
    assert any("索引缺失" in notice for notice in result.notices)
    assert library.search("假冒注册商标").notices == ()


@pytest.mark.parametrize(("name", "damage"), DAMAGE)
def test_a_damaged_index_says_so_and_is_built_anew(folder: Path, name: str, damage: str) -> None:
    (file,) = (folder / "library" / "index").glob(name)
    content = file.read_bytes()
    file.unlink()
    if damage != "removed":
        file.write_bytes(content[: len(content) // 2] if damage == "cut" else b"\xff" * len(content))
    library = Library.open(folder / "library")
    assert library.index_state() == "damaged"
    assert library.verify()
    result = library.search("狐狸")
    assert result.hits[0].ref == f"{FOX_LAW}第一条"
    assert any("已重新建立" in notice for notice in result.notices)
    assert library.verify() == []


def test_where_rebuilding_is_not_allowed_the_search_says_what_to_do(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", rebuild=False)
    with pytest.raises(SearchUnavailable, match="library build"):
        library.search("狐狸")
    assert library.resolve("刑法213").found


def test_an_index_older_than_the_library_says_so(folder: Path) -> None:
    library = Library.open(folder / "library")
    library.import_source(articles_file(folder, [article(article="第七条", text="水獭也受保护。")]))
    assert library.index_state() == "stale"
    assert any("library build" in notice for notice in library.search("水獭").notices)
    library.build()
    assert library.search("水獭").hits[0].ref == f"{FOX_LAW}第七条"


def test_an_open_reader_goes_on_while_the_index_is_swapped(folder: Path) -> None:
    stop, failures = threading.Event(), []

    def read() -> None:
        mine = Library.open(folder / "library", rebuild=False)
        while not stop.is_set():
            try:
                assert mine.search("狐狸").hits
            except Exception as error:
                failures.append(error)
                return

    thread = threading.Thread(target=read)
    thread.start()
    library = Library.open(folder / "library")
    for number in range(12):  # so many that parts are written together and old ones swept away
        library.import_source(articles_file(folder, [article(article=f"第{number + 2}条", text=f"水獭{number}也受保护。")]))
        library.build()
    stop.set()
    thread.join()
    assert failures == []
    assert len(generations(folder)) == 1


def _build(folder: Path) -> None:
    Library.open(folder).build()


def test_two_builders_at_once_both_end_well(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    builders = [context.Process(target=_build, args=(folder / "library",)) for _ in range(2)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert [builder.exitcode for builder in builders] == [0, 0]
    assert len(generations(folder)) == 1
    assert Library.open(folder / "library").verify() == []


def test_a_builder_that_cannot_wait_longer_gives_way(tmp_path: Path) -> None:
    with building(tmp_path), pytest.raises(BuilderBusy), building(tmp_path, wait=0.2):
        pass


def test_a_build_that_fails_leaves_the_old_index_in_place(folder: Path) -> None:
    library = Library.open(folder / "library")
    (before,) = generations(folder)
    with pytest.raises(AttributeError):
        build(folder / "library" / "index", None, [], "x")  # type: ignore[arg-type]  # a shelf that breaks half-way
    assert generations(folder) == [before]
    assert library.search("狐狸").hits


def test_a_damaged_store_is_told_as_a_letter(tmp_path: Path) -> None:
    from statutes.store import StoreError

    (tmp_path / "library.sqlite").write_bytes(b"not a database, not at all" * 50)
    with pytest.raises(StoreError, match="已损坏"):
        Library.open(tmp_path).resolve("刑法213")
