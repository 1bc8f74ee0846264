"""Articles under the number of the day of filing."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

import statutes
from casefiles.model import Practice
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.renumbering import FILE, numbered_on
from statutes.library import Library
from statutes.numerals import parse_number
from tests.casefiles.builders import COMPLAINT, complaint, complete, trademark

OURS = Practice("预审惯例", "D")
BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)


@pytest.mark.parametrize(("day", "article"), [(BEFORE, "商标法第四十条"), (AFTER, "商标法第四十四条")])
def test_a_renumbered_article_is_cited_by_its_number_of_the_day(day, article):
    assert numbered_on(("商标法第四十条", "刑法第十二条", OURS), day) == (article, "刑法第十二条", OURS)


@pytest.mark.parametrize(("day", "articles"), [(BEFORE, ("三十九", "四十", "六十")), (AFTER, ("四十三", "四十四", "七十四"))])
def test_missing_papers_expired_marks_and_desks_cite_the_law_of_the_day(day, articles):
    term, renewal, desk = (f"商标法第{number}条" for number in articles)
    absent = review(complete(without=["trademark_certificate"], as_of=day), office=office())
    lapsed = review(complete(trademark(valid_until="2020-01-01"), without=["trademark_certificate"], as_of=day), office=office())
    for made, code in ((absent, "missing.trademark_certificate"), (lapsed, "expired.trademark_certificate")):
        (finding,) = [one for one in made.findings if one.code == code]
        assert finding.basis == (term, renewal)
    letter = complaint(COMPLAINT.replace("256,800.00", "800.00"))
    low = review(complete(letter, without=["complaint_letter", "sales_ledger"], as_of=day), office=office())
    assert (low.outcome, low.referrals[0].agency) == ("refer_administrative", "administrative")
    assert desk in low.referrals[0].basis


def test_the_moves_are_those_the_library_knows():
    source = Path(statutes.__file__).parent / "instruments" / "trademark_law.toml"
    known = tomllib.loads(source.read_text(encoding="utf-8"))["renumbering"][0]["moves"]
    (law,) = tomllib.loads(FILE.read_text(encoding="utf-8"))["laws"]
    for old, new in law["articles"].items():
        assert known[str(parse_number(old[1:-1]))]["to"].startswith(str(parse_number(new[1:-1])))
        assert Library.bundled().resolve(f"商标法{new}", law["from"]).found
