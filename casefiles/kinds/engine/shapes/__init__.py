"""How the values of fields look: each shape reads a value of the contract from printed text, or finds none."""

from casefiles.kinds.engine.shapes.names import ORGANISATION, PARTIES, PARTY, PERSON, PERSON_OR_PARTY
from casefiles.kinds.engine.shapes.numbers import (
    CASE,
    CASE_NUMBER,
    CLASSES,
    CREDIT_CODE,
    DEED,
    DEED_NUMBER,
    DOCUMENT,
    DOCUMENT_NUMBER,
    IDENTITY_NUMBER,
    PATENT_NUMBER,
    SOFTWARE_NUMBER,
    TRADEMARK_NUMBER,
    WORK_NUMBER,
)
from casefiles.kinds.engine.shapes.offices import AUTHORITY, COURT, NOTARY, TITLE
from casefiles.kinds.engine.shapes.terms import COUNT, DAY, END_OF_PERIOD, LAST_DAY, MONEY

__all__ = [
    "AUTHORITY",
    "CASE",
    "CASE_NUMBER",
    "CLASSES",
    "COUNT",
    "COURT",
    "CREDIT_CODE",
    "DAY",
    "DEED",
    "DEED_NUMBER",
    "DOCUMENT",
    "DOCUMENT_NUMBER",
    "END_OF_PERIOD",
    "IDENTITY_NUMBER",
    "LAST_DAY",
    "MONEY",
    "NOTARY",
    "ORGANISATION",
    "PARTIES",
    "PARTY",
    "PATENT_NUMBER",
    "PERSON",
    "PERSON_OR_PARTY",
    "SOFTWARE_NUMBER",
    "TITLE",
    "TRADEMARK_NUMBER",
    "WORK_NUMBER",
]
