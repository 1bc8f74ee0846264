"""Published cases as delivered: complete, honest about what they lack, linked with articles the library holds."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from casefiles.offences import load_metrics
from statutes.casebook import METRICS, PRECEDENTS_FOLDER, bundled_precedents, load_precedent
from statutes.catalogue import CatalogueError
from statutes.library import Library
from statutes.store import precedent_data, precedent_from

SOUND = """
title = "狐狸假冒注册商标案"
authority = "gazette"
court = "森林法院"
offences = ["假冒注册商标罪"]
articles = ["刑法第二百一十三条"]
bears_on = ["法释〔2025〕5号第三条"]
facts = "狐狸造假。狐狸卖假。狐狸被抓。"
holding = "造假又卖的，定造假。"
amounts = "非法经营数额5万余元"
figures = { illegal_business = 50000.5 }
sentence = "有期徒刑一年"
outcome = "guilty"
source = "森林公报"
grade = "V1"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "fox-1.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_file_of_the_folder_is_a_precedent_of_the_library() -> None:
    assert len(bundled_precedents()) == len(list(PRECEDENTS_FOLDER.iterdir())) == 84
    assert len(Library.bundled().precedents()) == 84


def test_every_article_a_case_applied_or_bears_on_is_held() -> None:
    library = Library.bundled()
    found = {(one.code, text): library.resolve(text).article for one in bundled_precedents() for text in one.cited}
    assert [cited for cited, article in found.items() if article is None] == []


def test_every_case_is_told_in_three_sentences_and_filed_under_something() -> None:
    told = {one.code: one.facts.count("。") for one in bundled_precedents()}
    assert {code: count for code, count in told.items() if count != 3} == {}
    assert all(one.subjects for one in bundled_precedents())
    without_offence = [one for one in bundled_precedents() if not one.offences]
    assert without_offence
    assert all(one.cause.endswith("纠纷") for one in without_offence)


def test_a_case_older_than_the_interpretation_of_2025_did_not_apply_it() -> None:
    applied = [one.code for one in bundled_precedents() if any("〔2025〕5号" in text for text in one.articles)]
    assert applied == []


def test_a_natural_person_is_named_in_full_only_where_the_court_published_the_name() -> None:
    anonymous = [one for one in bundled_precedents() if one.authority in ("reference", "journal", "typical_local")]
    assert [one.title for one in anonymous if "某" not in one.title] == []


def test_a_sound_case_keeps_its_figures_through_the_store(tmp_path: Path) -> None:
    case = load_precedent(written(tmp_path, SOUND))
    assert case.figures == (("illegal_business", Decimal("50000.5")),)
    assert precedent_from(json.loads(precedent_data(case))) == case


@pytest.mark.parametrize(
    ("sound", "broken", "named"),
    [
        ('authority = "gazette"', 'authority = "rumour"', "authority"),
        ('court = "森林法院"', "", "court"),
        ('offences = ["假冒注册商标罪"]', "", "offences"),
        ('offences = ["假冒注册商标罪"]', 'offences = ["民事：商标"]', "offences"),
        ('articles = ["刑法第二百一十三条"]\nbears_on = ["法释〔2025〕5号第三条"]', "", "articles"),
        ('facts = "狐狸造假。狐狸卖假。狐狸被抓。"', "", "facts"),
        ('amounts = "非法经营数额5万余元"', "", "amounts"),
        ("illegal_business = 50000.5", "profit = 1", "figures"),
        ("illegal_business = 50000.5", "illegal_business = 0", "figures"),
        ("illegal_business = 50000.5", 'illegal_business = "很多"', "figures"),
        ("illegal_business = 50000.5", "illegal_business = 1e300", "figures"),
        ('sentence = "有期徒刑一年"', "", "sentence"),
        ('outcome = "guilty"', "", "outcome"),
        ('outcome = "guilty"', 'outcome = "unclear"', "outcome"),
        ('source = "森林公报"', "", "source"),
        ('grade = "V1"', 'grade = "sure"', "grade"),
    ],
)
def test_a_case_that_leaves_something_open_is_refused(tmp_path: Path, sound: str, broken: str, named: str) -> None:
    assert sound in SOUND
    with pytest.raises(CatalogueError, match=named):
        load_precedent(written(tmp_path, SOUND.replace(sound, broken, 1)))


def test_a_case_without_offence_names_its_cause(tmp_path: Path) -> None:
    case = load_precedent(written(tmp_path, SOUND.replace('offences = ["假冒注册商标罪"]', 'cause = "侵害商标权纠纷"')))
    assert case.subjects == ("侵害商标权纠纷",)


def test_figures_are_named_as_the_filing_standards_name_them() -> None:
    assert METRICS.keys() == load_metrics().keys()
