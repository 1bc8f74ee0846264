"""The rows. One file per subject; importing this package knows them all (migrations need that)."""

from ipdesk.tables.accounts import Account, ApiToken, Enterprise, Invitation, Membership, Role
from ipdesk.tables.audit import AuditRow
from ipdesk.tables.cases import Case, Correction, NamedReader, OriginalCheck, Upload, UploadReading
from ipdesk.tables.jobs import Job
from ipdesk.tables.keeping import Favourite, SavedSearch
from ipdesk.tables.mail import OutgoingMail
from ipdesk.tables.matters import MatterSign
from ipdesk.tables.reviews import KeptReading, Overruling, Receipt, ReviewRow
from ipdesk.tables.routing import ReferralRow, ReferralStep, Supplement
from ipdesk.tables.undertakings import Undertaking

__all__ = [
    "Account",
    "ApiToken",
    "AuditRow",
    "Case",
    "Correction",
    "Enterprise",
    "Favourite",
    "Invitation",
    "Job",
    "KeptReading",
    "MatterSign",
    "Membership",
    "NamedReader",
    "OriginalCheck",
    "OutgoingMail",
    "Overruling",
    "Receipt",
    "ReferralRow",
    "ReferralStep",
    "ReviewRow",
    "Role",
    "SavedSearch",
    "Supplement",
    "Undertaking",
    "Upload",
    "UploadReading",
]
