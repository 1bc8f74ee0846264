"""Offices: one TOML file is one district's desk. ``office()`` gives the one delivered with the project."""

from casefiles.offices.loader import DEFAULT, OfficeError, office, office_codes
from casefiles.offices.model import Agency, Desk, District, Office

__all__ = ["DEFAULT", "Agency", "Desk", "District", "Office", "OfficeError", "office", "office_codes"]
