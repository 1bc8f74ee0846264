"""Who sees the outline of a report only."""

import pytest

from ipdesk.access import outline_only


@pytest.mark.parametrize(
    ("agency", "role", "outline"),
    [
        ("police", "lead", False),
        ("police", "informed", False),  # the police must accept every report, and so they read it
        ("procuratorate", "joint", False),
        ("procuratorate", "informed", True),
        ("court", "informed", True),
        ("court", "joint", True),
        ("administrative", "lead", False),
        ("administrative", "informed", True),
    ],
)
def test_courts_and_informed_desks_see_the_outline_only(agency: str, role: str, outline: bool) -> None:
    assert outline_only(agency, role) is outline
