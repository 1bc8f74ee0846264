"""Whether the mark was alive on the days of the acts, with what renewals prove.

A registration lasts ten years and can be renewed in its last twelve months or the six months after
(商标法第三十九条、第四十条; their later numbers: ``casefiles/renumbered.toml``). A mark that can be renewed is curable.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casefiles.caseview import CaseView
from casefiles.findings import evidence_of, finding
from casefiles.model import Finding, Material
from casefiles.sightings import sightings
from casefiles.terms import alive, dated_after, last_day
from casefiles.values.dates import add_months
from casefiles.values.identifiers import mark_number

BASIS = ("商标法第三十九条", "商标法第四十条")
GRACE_MONTHS = 6
_REGISTERED_ON = r"注\s*册\s*(?:公\s*告\s*)?日\s*期?|专用权期限\s*[:：]?\s*自?"


def check(file: CaseView) -> Iterator[Finding]:
    if file.right not in ("trademark", None):
        return
    for certificate in file.of_kind("trademark_certificate"):
        expiry = last_day(certificate, "valid_until")
        if expiry is not None:
            yield from _judged(file, certificate, expiry)


def _judged(file: CaseView, certificate: Material, expiry: date) -> Iterator[Finding]:
    renewals = [one for one in file.of_kind("trademark_renewal") if _is_for(one, certificate)]
    last = max([expiry, *(day for one in renewals if (day := last_day(one, "valid_until")))])
    lived = alive(_registered_on(certificate, expiry), last, file.acts)
    if lived == "throughout":
        return
    unread = any(one.value("valid_until") is None for one in renewals)
    blocks = lived == "never" and not unread
    shown = evidence_of(certificate, certificate.fields["valid_until"])
    yield finding(
        "expired.trademark_certificate",
        "blocking" if blocks else "warning",
        _message(file, certificate, last, lived) + ("续展证明上的期限未能读出，请核对。" if unread else ""),
        _remedy(file, last),
        basis=BASIS,
        evidence=[
            shown,
            *(evidence_of(one) for one in renewals),
            *file.story.acts_evidence,
        ],
    )


def _registered_on(certificate: Material, expiry: date) -> date | None:
    """The printed day of registration; not counted back from the end, which a renewal moves, and not from a scan."""
    if certificate.reading.text_source != "text":
        return None
    day = dated_after(certificate, _REGISTERED_ON)
    return day if day and day < expiry else None


def _is_for(renewal: Material, certificate: Material) -> bool:
    own = {mark_number(seen.value) for seen in sightings([certificate], "registration_no")}
    named = {mark_number(seen.value) for seen in sightings([renewal], "registration_no")}
    return not own or not named or bool(own & named)


def _message(file: CaseView, certificate: Material, last: date, lived: str) -> str:
    number = certificate.value("registration_no")
    mark = f"第{number}号商标" if number else f"《{certificate.file}》所载商标"
    first, end = file.acts
    days = (
        f"{first.isoformat()}至{end.isoformat()}"
        if file.acts_are_known
        else f"报案日{file.as_of.isoformat()}（控告书未写明行为日期）"
    )
    if lived == "never":
        return f"{mark}的专用权期限至{last.isoformat()}，在{days}均不在有效期内，且没有见到续展证明。"
    return f"{mark}的专用权期限至{last.isoformat()}，只覆盖{days}中的一部分。"


def _remedy(file: CaseView, last: date) -> str:
    grace = add_months(last, GRACE_MONTHS)
    if last < file.as_of <= grace:
        return f"请在宽展期内（至{grace.isoformat()}）办理续展，并补充续展注册证明。"
    return "已经续展的，请补充续展注册证明或者商标局出具的注册商标证明；没有续展的，请核对行为日期和权利状态。"
