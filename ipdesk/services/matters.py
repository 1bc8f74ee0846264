"""The names and numbers by which a report is found to be of the same matter as another, kept with each review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from casefiles.values.names import normal_name
from ipdesk.tables import Case, MatterSign, ReviewRow

Sign = tuple[str, str, str | None]  # sort, value, id of the upload that says it

TELLING: Mapping[str, Mapping[str, str]] = {
    "complaint_letter": {"respondent": "respondent", "complainant": "holder"},
    "trademark_certificate": {"registration_no": "right", "registrant": "holder"},
    "patent_certificate": {"patent_no": "right", "patentee": "holder"},
    "copyright_certificate": {"registration_no": "right", "owner": "holder"},
    "software_certificate": {"registration_no": "right", "owner": "holder"},
}
ANSWERED = {"respondent": "respondent", "complainant": "holder"}
_NOBODY = re.compile(r"某|不详|不明|未知|待查|xx|\*", re.I)
_SHOP = re.compile(r"(?:店铺?|账号|帐号|昵称|主播|公众号|小程序|字号)(?:名称?)?[:：]?\s*[“\"「『]([^“”\"「」『』]{2,})[”\"」』]")
_LONGEST = 100  # signs; what is longer describes, and PostgreSQL could not index it


def keep_signs(session: Session, case: Case, review: ReviewRow) -> None:
    """Keep what ``review`` and the form tell of the matter in the place of what was kept before."""
    session.execute(delete(MatterSign).where(MatterSign.case_id == case.id))
    for sort, value, upload_id in sorted(signs_of(case, review), key=str):
        session.add(MatterSign(case_id=case.id, upload_id=upload_id, sort=sort, value=value))


def signs_of(case: Case, review: ReviewRow) -> set[Sign]:
    """What tells the matter of a report. A name that names nobody (王某) is none, nor is a description in the place of a name."""
    told = _told(case.answers or {}, review.result, review.uploads)
    return {sign for sign in told if len(sign[1]) <= _LONGEST and not _NOBODY.search(sign[1])}


def _told(answers: Mapping[str, Any], result: Mapping[str, Any], uploads: Mapping[str, str]) -> Iterator[Sign]:
    for name, sort in ANSWERED.items():
        yield from _signs(sort, str(answers.get(name) or ""), None)
    for material in result["materials"]:
        for field, sort in TELLING.get(material["kind"], {}).items():
            if field in material["fields"] and material["file"] in uploads:
                yield from _signs(sort, material["fields"][field]["value"], uploads[material["file"]])


def _signs(sort: str, values: str, upload_id: str | None) -> Iterator[Sign]:
    """Each name, and of a respondent the shop or account beside it: often all that is known of a seller online."""
    shops = _SHOP.findall(values) if sort == "respondent" else []
    for value in filter(None, map(normal_name, [*values.split("、"), *shops])):
        yield sort, value, upload_id
