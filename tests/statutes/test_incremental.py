"""A build after a change reads only what has changed, and gives the same index as a build from nothing."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from statutes.library import Library
from statutes.search.generation import Generation, open_current
from tests.statutes.builders import article, articles_file

LAWS = tuple(f"第{name}号水产规定" for name in "甲乙丙丁戊己")
WORDS = ("鲤鱼", "捕捞", "许可证", "罚款", "五万元", "規費", "Fish", "冷链", "养殖场", "没收")


def generation(library_folder: Path) -> Generation:
    return open_current(library_folder / "index")


def parts(library_folder: Path) -> set[str]:
    return {folder.name for folder in (library_folder / "index").glob("part-*")}


def imported(library: Library, folder: Path, rows: list[dict[str, str]]) -> None:
    library.import_source(articles_file(folder, rows, f"{random.random()}.jsonl"))  # noqa: S311  # a name, no secret


def law(chance: random.Random, title: str) -> list[dict[str, str]]:
    """Some articles of random words; the same title again brings changed and further articles."""
    return [
        article(title, f"第{number}条", "".join(chance.choices(WORDS, k=6)) + "。") for number in range(1, chance.randint(2, 6))
    ]


def same(one: Generation, other: Generation) -> None:
    """Byte for byte the same arrays, and the same references."""
    for file in sorted(one.folder.glob("*.npy")):
        if file.stem not in ("part_of", "place_of"):
            assert file.read_bytes() == (other.folder / file.name).read_bytes(), file.name
    for name in ("words.txt", "columns.json"):
        assert (one.folder / name).read_bytes() == (other.folder / name).read_bytes(), name
    assert [one.stored(document) for document in range(one.size)] == [other.stored(document) for document in range(other.size)]


@pytest.mark.parametrize("seed", [1, 2])
def test_any_history_of_changes_gives_the_index_of_a_build_from_nothing(tmp_path: Path, seed: int) -> None:
    chance, kept = random.Random(seed), tmp_path / "kept"  # noqa: S311  # a test's dice
    library = Library.open(kept)
    for step in range(10):
        imported(library, tmp_path, [row for title in chance.sample(LAWS, chance.randint(1, 2)) for row in law(chance, title)])
        library.build()
        if step in (3, 9):
            fresh = tmp_path / f"fresh-{step}"
            shutil.copytree(kept, fresh, ignore=shutil.ignore_patterns("index"))
            Library.open(fresh).build()
            same(generation(kept), generation(fresh))
            assert library.verify() == []
            for query in ("鲤鱼 罚款", '"规费"', "许可证 AND NOT 冷链", "第甲号水产规定第一条"):
                answers = [Library.open(where).search(query, limit=50).hits for where in (kept, fresh)]
                assert answers[0] == answers[1]
    assert len(parts(kept)) <= 8


def test_one_changed_instrument_leaves_the_parts_of_the_rest_untouched(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    library = Library.open(folder)
    imported(library, tmp_path, [article(title, text=f"关于{title}的鲤鱼。") for title in LAWS])
    library.build()
    (before,) = parts(folder)
    imported(library, tmp_path, [article(LAWS[2], text="鲤鱼改为草鱼。")])
    library.build()
    (added,) = parts(folder) - {before}
    held = generation(folder)
    assert before in parts(folder)
    assert np.bincount(held.durable.part_of).tolist() == [held.size - 1, 1], (before, added)
    assert [hit.ref for hit in library.search("草鱼").hits] == [f"{LAWS[2]}第一条"]
    assert f"{LAWS[2]}第一条" not in [hit.ref for hit in library.search('"的鲤鱼"').hits]


def test_nothing_changed_is_nothing_read(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.build()
    before = parts(tmp_path)
    library.build()
    assert parts(tmp_path) == before


def test_a_damaged_part_is_written_anew(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.build()
    (name,) = parts(tmp_path)
    damaged = tmp_path / "index" / name / "texts.npy"
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"\x01")
    assert library.verify()
    library.build()
    assert parts(tmp_path).isdisjoint({name})
    assert library.verify() == []
    assert library.search("假冒注册商标").hits
