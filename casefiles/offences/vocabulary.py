"""The closed sets of words a rule file may use; anything else is a slip of the pen and refused."""

from __future__ import annotations

TIERS = ("serious", "especially_serious")
GRADES = ("V2", "V1", "C", "G", "D")
FLAGS = ("marks_gte_2", "patents_gte_2", "repeat_2y", "bankruptcy", "foreign_recipient")
ACTS = ("sell_others_labels", "supply_circumvention")
SUBJECTS = ("goods", "service", "both")
LIMB_KINDS = ("figures", "half_of_items", "conduct", "human_review")
RIGHTS = ("trademark", "patent", "copyright", "trade_secret")
CASES = ("organisation", "foreign_organisation", "person", "agent", "holder_differs", "technical_information")
KINDS = (
    "complaint_letter",
    "business_license",
    "subject_certificate",
    "legal_rep_certificate",
    "id_card",
    "power_of_attorney",
    "lawyer_credentials",
    "trademark_certificate",
    "trademark_renewal",
    "license_agreement",
    "patent_certificate",
    "patent_register_extract",
    "copyright_certificate",
    "software_certificate",
    "ownership_proof",
    "non_authorisation_statement",
    "comparison",
    "authenticity_report",
    "appraisal_report",
    "non_public_appraisal",
    "loss_assessment",
    "price_certificate",
    "notarial_deed",
    "purchase_evidence",
    "sales_ledger",
    "web_evidence",
    "photos",
    "confidentiality_measures",
    "nda",
    "trade_secret_carrier",
    "administrative_decision",
    "civil_judgment",
    "evidence_list",
    "other",
)
