"""What a review rests on survives storage without loss, and a replay tells same from different."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from casefiles.grounds import dossier_of_grounds, grounds_of
from casefiles.model import Answers, Box, Dossier, Fact
from casefiles.offices import office
from casefiles.prereview import review
from casefiles.replay import replay
from casefiles.result import to_json
from tests.casefiles.builders import complete, material

ANSWERS = Answers(
    filer="agent",
    complainant="甲公司",
    places=("成都高新区", "网上"),
    acts_from=date(2026, 3, 1),
    acts_until=date(2026, 9, 1),
    punished_within_two_years=False,
    marks_count=2,
    offline_kinds=frozenset({"id_card", "photos"}),
    police_only=True,
    figures={"illegal_gains": Decimal("12000.50")},
)


def stored(dossier: Dossier):
    """Grounds and readings after a trip through JSON."""
    kept = {}
    grounds = grounds_of(dossier, "chengdu-gaoxin", kept.__setitem__)
    return json.loads(json.dumps(grounds)), json.loads(json.dumps(kept))


def everything() -> Dossier:
    fact = Fact("total_amount", "1.00", 2, "合计", Box(0.1, 0.2, 0.3, 0.4), 0.9, "person", "王某")
    odd = replace(material("sales_ledger", "合计", file="a.zip/b.pdf"), fields={"total_amount": fact}, part="1-2", kind_by="王某")
    return replace(complete(odd), answers=ANSWERS)


@pytest.mark.parametrize("dossier", [complete(), everything(), Dossier(date(2026, 11, 2))])
def test_a_dossier_comes_back_as_it_was(dossier):
    grounds, kept = stored(dossier)
    assert dossier_of_grounds(grounds, kept.__getitem__) == dossier


def test_the_same_reading_is_kept_once():
    one = material("photos", "同一张")
    _, kept = stored(Dossier(date(2026, 11, 2), (one, replace(one, file="另一个名字.pdf"))))
    assert len(kept) == 1


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, "same"),
        ({"outcome": "outside_jurisdiction"}, "different"),
        ({"rules_digest": "0" * 64}, "other_rules"),
    ],
)
def test_a_replay_tells_same_from_different_and_never_hides_other_rules(change, outcome):
    dossier = everything()
    grounds, kept = stored(dossier)
    result = {**json.loads(json.dumps(to_json(review(dossier, office=office())))), **change}
    assert replay(result, grounds, office(), kept.__getitem__).outcome == outcome


def test_a_replay_without_its_grounds_is_incomplete():
    result = to_json(review(complete(), office=office()))
    assert replay(result, None, office(), {}.__getitem__).outcome == "incomplete"
    assert replay(result, stored(complete())[0], office(), {}.__getitem__).outcome == "incomplete"
