"""The outcome in its order of precedence, and the desks each outcome opens."""

from datetime import date

import pytest

from casefiles.model import Finding, Threshold
from casefiles.offices import office
from casefiles.outcome import outcome
from casefiles.routing import referrals


def finding(code: str = "missing.x", severity: str = "blocking", *, curable: bool = True) -> Finding:
    return Finding(code, severity, "", "", curable=curable)


GAP, DEAD = finding(), finding("expired.patent_certificate", curable=False)
OUTSIDE = finding("jurisdiction.outside", "warning")


@pytest.mark.parametrize(
    ("findings", "status", "expected"),
    [
        ([], "met", "ready"),
        ([], "unknown", "ready"),
        ([], "not_met", "refer_administrative"),
        ([finding("x", "warning", curable=False)], "met", "ready"),
        ([GAP], "met", "needs_supplement"),
        ([GAP], "not_met", "needs_supplement"),
        ([OUTSIDE], "met", "outside_jurisdiction"),
        ([OUTSIDE], "not_met", "outside_jurisdiction"),
        ([OUTSIDE, GAP], "met", "needs_supplement"),
        ([DEAD], "met", "refer_administrative"),
        ([DEAD, GAP, OUTSIDE], "met", "refer_administrative"),
        ([finding("jurisdiction.unknown", "warning")], "met", "ready"),
    ],
)
def test_the_outcome_follows_its_order(findings, status, expected):
    assert outcome(findings, Threshold(status=status)) == expected


def opened(outcome: str, offence: str | None = "counterfeit_trademark", *, police_only: bool = False):
    return referrals(outcome, offence=offence, office=office(), as_of=date(2026, 11, 22), police_only=police_only)


def desks(found) -> list[tuple[str, str, str]]:
    return [(one.agency, one.desk, one.role) for one in found]


@pytest.mark.parametrize("came_to", ["ready", "needs_supplement"])
def test_one_report_opens_police_procuratorate_and_court(came_to):
    assert desks(opened(came_to)) == [
        ("police", "police_ip", "lead"),
        ("procuratorate", "procuratorate_ip", "joint"),
        ("court", "court_criminal", "informed"),
    ]


def test_an_enterprise_may_choose_the_police_alone():
    assert desks(opened("ready", police_only=True)) == [("police", "police_ip", "lead")]


@pytest.mark.parametrize(
    ("offence", "desk"),
    [
        ("counterfeit_trademark", "admin_scjg"),
        ("sale_of_counterfeits", "admin_scjg"),
        ("counterfeit_labels", "admin_scjg"),
        ("patent_passing_off", "admin_patent"),
        ("copyright_infringement", "admin_copyright"),
        ("sale_of_infringing_copies", "admin_copyright"),
        ("trade_secret", "admin_scjg"),
        (None, "admin_any"),
    ],
)
def test_what_is_no_crime_goes_to_the_administration_and_the_police_keep_a_record(offence, desk):
    lead, informed = opened("refer_administrative", offence)
    assert (lead.desk, lead.role) == (desk, "lead")
    assert (informed.agency, informed.role) == ("police", "informed")


def test_another_districts_report_is_accepted_and_handed_on_within_a_day():
    (police,) = opened("outside_jurisdiction")
    assert (police.desk, police.role) == ("police", "lead")
    assert "24小时" in police.task


def test_secrets_for_abroad_go_to_their_own_desk():
    assert opened("ready", "trade_secret_foreign")[0].desk == "police_219_1_unit"


@pytest.mark.parametrize("came_to", ["ready", "needs_supplement", "refer_administrative", "outside_jurisdiction"])
def test_the_police_always_get_the_report_with_three_days_to_register(came_to):
    (police,) = [one for one in opened(came_to) if one.agency == "police"]
    assert police.due == date(2026, 11, 25)
    assert police.basis and police.reason


def test_an_informed_court_has_nothing_to_do_by_a_day():
    assert opened("ready")[2].due is None


def test_the_administration_has_seven_working_days():
    assert opened("refer_administrative")[0].due == date(2026, 12, 1)
