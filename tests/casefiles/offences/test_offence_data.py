"""The delivered rules hold together: all eight offences, every limb dated, cited and graded."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles.model import Practice
from casefiles.offences import load_metrics, load_offences, rules_digest

OFFENCES = load_offences()
NEW = date(2025, 4, 26)


def test_the_eight_offences_stand_in_the_order_of_the_articles():
    assert list(OFFENCES) == [
        "counterfeit_trademark",
        "sale_of_counterfeits",
        "counterfeit_labels",
        "patent_passing_off",
        "copyright_infringement",
        "sale_of_infringing_copies",
        "trade_secret",
        "trade_secret_foreign",
    ]


@pytest.mark.parametrize("code", OFFENCES)
def test_every_limb_has_a_day_a_citation_and_a_grade(code):
    for limb in OFFENCES[code].limbs:
        assert limb.starts and limb.basis and limb.grade and limb.title, limb.id


@pytest.mark.parametrize(
    ("code", "factor"),
    [
        ("counterfeit_trademark", 10),
        ("sale_of_counterfeits", 10),
        ("counterfeit_labels", 5),
        ("copyright_infringement", 10),
        ("trade_secret", 10),
    ],
)
def test_aggravated_figures_are_the_stated_multiple_of_the_base(code, factor):
    for limb in OFFENCES[code].limbs:
        if limb.starts == NEW and limb.base and limb.aggravated:
            assert [test.at_least for test in limb.aggravated] == [test.at_least * factor for test in limb.base], limb.id


@pytest.mark.parametrize(
    ("code", "tier", "day", "years"),
    [
        ("counterfeit_trademark", "serious", date(2026, 1, 1), 5),
        ("counterfeit_trademark", "especially_serious", date(2026, 1, 1), 15),
        ("counterfeit_trademark", "especially_serious", date(2021, 2, 28), 10),
        ("sale_of_infringing_copies", "serious", date(2021, 3, 1), 10),
        ("sale_of_infringing_copies", "serious", date(2021, 2, 28), 5),
        ("trade_secret_foreign", "serious", date(2026, 1, 1), 10),
        ("trade_secret_foreign", "especially_serious", date(2026, 1, 1), 15),
    ],
)
def test_the_limitation_follows_the_penalty_of_the_day(code, tier, day, years):
    assert OFFENCES[code].penalty(tier, day).limitation_years == years


@pytest.mark.parametrize(("code", "day"), [("patent_passing_off", date(2026, 1, 1)), ("trade_secret_foreign", date(2021, 2, 28))])
def test_a_tier_the_law_of_the_day_does_not_know_is_none(code, day):
    assert OFFENCES[code].penalty("especially_serious", day) is None


BLOCKING = {
    "counterfeit_trademark": {"trademark_certificate", "authenticity_report", "infringement_evidence", "amount_evidence"},
    "sale_of_counterfeits": {"trademark_certificate", "authenticity_report", "infringement_evidence", "amount_evidence"},
    "counterfeit_labels": {"trademark_certificate", "authenticity_report", "infringement_evidence", "amount_evidence"},
    "patent_passing_off": {"patent_certificate", "patent_register_extract", "infringement_evidence", "amount_evidence"},
    "copyright_infringement": {"ownership_proof", "infringement_evidence", "amount_evidence"},
    "sale_of_infringing_copies": {"ownership_proof", "infringement_evidence", "amount_evidence"},
    "trade_secret": {"trade_secret_carrier", "confidentiality_measures", "access_proof", "amount_evidence"},
    "trade_secret_foreign": {"trade_secret_carrier", "confidentiality_measures", "access_proof"},
}


@pytest.mark.parametrize("code", OFFENCES)
def test_each_offence_wants_its_materials_and_those_of_every_report(code):
    wanted = {need.code.removeprefix("missing.") for need in OFFENCES[code].needs}
    every = {
        "complaint_letter",
        "business_license",
        "legal_rep_certificate",
        "subject_certificate",
        "id_card",
        "power_of_attorney",
    }
    assert wanted == BLOCKING[code] | every | {"license_agreement"}


@pytest.mark.parametrize("code", OFFENCES)
def test_every_need_rests_on_a_citation_or_says_that_it_is_practice(code):
    for need in (*OFFENCES[code].needs, *OFFENCES[code].advisable):
        assert need.basis and need.remedy, need.code
        assert all(isinstance(basis, Practice) or "第" in basis for basis in need.basis), need.code


def test_every_metric_of_the_interface_is_known():
    assert set(load_metrics()) == {
        *("illegal_gains", "illegal_gains_service", "illegal_business", "sales_amount", "unsold_value"),
        *("label_count", "unsold_label_count", "copies", "unsold_copies", "works_online", "downloads", "clicks", "members"),
        *("direct_loss", "loss"),
    }


def test_the_digest_is_that_of_the_rules_and_of_nothing_else(tmp_path):
    (tmp_path / "a.toml").write_text("x = 1\n", encoding="utf-8")
    before = rules_digest(tmp_path)
    (tmp_path / "note.md").write_text("changes nothing", encoding="utf-8")
    rules_digest.cache_clear()
    assert rules_digest(tmp_path) == before
    (tmp_path / "a.toml").write_text("x = 2\n", encoding="utf-8")
    rules_digest.cache_clear()
    assert rules_digest(tmp_path) != before
    assert len(rules_digest()) == 64
