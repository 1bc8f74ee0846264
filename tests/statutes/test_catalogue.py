"""Data files that lack a date, a grade or a source are refused with a letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutes.catalogue import CatalogueError, bundled_instruments, load_instrument
from statutes.library import Library
from statutes.model import GRADES

SOUND = """
title = "狐狸保护法"
level = "law"
issuers = ["森林大会"]
official_text = "森林公报"
[[versions]]
key = "2020"
label = "2020"
starts_on = 2020-01-01
grade = "V1"
source = "森林公报"
[versions.gists]
1 = "保护狐狸。"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "fox_law.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    entry = load_instrument(written(tmp_path, SOUND))
    assert entry.instrument.code == "fox_law"
    assert entry.provisions["2020"]["1"].is_gist


@pytest.mark.parametrize(
    ("sound", "broken", "named"),
    [
        ('title = "狐狸保护法"', "", "title"),
        ('level = "law"', 'level = "forest"', "level"),
        ('issuers = ["森林大会"]', "", "issuers"),
        ('official_text = "森林公报"', "", "official_text"),
        ("starts_on = 2020-01-01", "", "starts_on"),
        ("starts_on = 2020-01-01", 'starts_on = "2020"', "starts_on"),
        ("starts_on = 2020-01-01", "starts_on = 2020-01-01\nends_on = 2019-01-01", "ends_on"),
        ('grade = "V1"', "", "grade"),
        ('grade = "V1"', 'grade = "sure"', "grade"),
        ('source = "森林公报"', "", "source"),
        ('1 = "保护狐狸。"', "1 = 3", "gists.1"),
    ],
)
def test_what_lacks_date_grade_or_source_is_refused(tmp_path: Path, sound: str, broken: str, named: str) -> None:
    assert sound in SOUND
    with pytest.raises(CatalogueError, match=named):
        load_instrument(written(tmp_path, SOUND.replace(sound, broken, 1)))


def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"fox_law\.toml"):
        load_instrument(written(tmp_path, "title = ["))


def test_every_delivered_gist_has_a_grade_and_a_start() -> None:
    for entry in bundled_instruments():
        for version in entry.versions:
            assert version.starts_on
            assert version.source
            assert all(provision.grade in GRADES for provision in entry.provisions[version.key].values())


def test_what_repealed_an_instrument_resolves() -> None:
    library = Library.bundled()
    repealed = [entry.instrument for entry in bundled_instruments() if entry.instrument.repealed_by]
    assert repealed
    assert all(library.resolve(instrument.repealed_by).found for instrument in repealed)


def test_a_number_moves_only_to_one_we_hold() -> None:
    library = Library.bundled()
    for instrument in library.instruments():
        for move in instrument.renumbering:
            if move.became.isdigit():
                assert library.article_of_version(instrument.code, move.new, move.became), (instrument.title, move)


def test_every_name_and_number_of_an_instrument_means_that_instrument() -> None:
    library = Library.bundled()
    for instrument in (entry.instrument for entry in bundled_instruments()):
        for name in filter(None, (instrument.title, instrument.document_number, *instrument.short_names)):
            for text in (name, f"《{name}》"):
                assert library.resolve(text).instrument.code == instrument.code, text
