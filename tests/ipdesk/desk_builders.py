"""Submitted reports with their referrals, reviews and files, for the desks' tests."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import Any

from ipdesk import clock
from ipdesk.database import transaction
from ipdesk.office import the_office
from ipdesk.queries.reports import live_uploads
from ipdesk.tables import Account, Case, ReferralRow, ReviewRow, Upload
from tests.ipdesk.builders import make_case, make_referral

_numbers = count(1)

ROLES = {"police": "lead", "procuratorate": "joint", "court": "informed", "administrative": "lead", "mediation": "joint"}


def make_submitted(author: Account | None = None, **values: Any) -> Case:
    """A submitted report with a number."""
    given = {
        "state": "submitted",
        "number": f"IPD-2026-{next(_numbers):06d}",
        "submitted_at": clock.now(),
        "offence": "counterfeit_trademark",
        "title": "仿冒注册商标的举报",
        "answers": {"complainant": "成都测试科技有限公司", "respondent": "某贸易有限公司", "acts_from": "2026-05-01"},
    }
    return make_case(author, **{**given, **values})


def refer(case: Case, agency: str = "police", **values: Any) -> ReferralRow:
    """The entry of ``case`` at the office's desk of ``agency``."""
    desk = the_office().desk(agency)  # type: ignore[arg-type]  # the tests name real agencies
    given = {"agency": agency, "role": ROLES[agency], "reason": "测试事由", "basis": ["刑事诉讼法第一百一十条"]}
    return make_referral(case, **{"desk": desk.code, **given, **values})


def finding(code: str = "missing.power_of_attorney", severity: str = "blocking", **values: Any) -> dict[str, Any]:
    given = {
        "code": code,
        "severity": severity,
        "curable": True,
        "message": f"缺少材料（{code}）",
        "remedy": "请补交。",
        "basis": ["刑事诉讼法第一百一十条"],
        "evidence": [],
        "rule": "needed_materials",
        "questions": [],
    }
    return {**given, **values}


def result_of(*findings: dict[str, Any], outcome: str = "needs_supplement", **values: Any) -> dict[str, Any]:
    """A stored pre-review in the shape ``ipdesk.precheck/1``."""
    given = {
        "schema": "ipdesk.precheck/1",
        "as_of": "2026-11-22",
        "rules_digest": "d" * 64,
        "offence": {"code": "counterfeit_trademark", "name": "假冒注册商标罪", "source": "declared"},
        "materials": [],
        "findings": list(findings),
        "threshold": {
            "status": "met",
            "tier": "serious",
            "figures": {"illegal_business": "128000.00"},
            "figures_source": {"illegal_business": "claimed"},
            "limb": "非法经营数额在五万元以上",
            "basis": [],
            "questions": [],
            "arithmetic": [],
        },
        "completeness": {"required": 9, "satisfied": 8},
        "outcome": outcome,
        "referrals": [],
    }
    return {**given, **values}


def make_review(
    case: Case, *findings: dict[str, Any], made_at: datetime | None = None, uploads: dict[str, str] | None = None, **values: Any
) -> ReviewRow:
    """A kept review, now and of the files there are unless told otherwise; ``values`` go into the result."""
    result = result_of(*(findings or (finding(),)), **values)
    if uploads is None:
        uploads = {one.file_name: one.id for one in live_uploads(case.id)}
    row = ReviewRow(
        case_id=case.id,
        as_of=date(2026, 11, 22),
        rules_digest="d" * 64,
        outcome=result["outcome"],
        result=result,
        uploads=uploads,
        made_at=made_at or clock.now(),
    )
    with transaction() as session:
        session.add(row)
    return row


def make_upload(case: Case, uploader: Account, **values: Any) -> Upload:
    """A stored file's row (its bytes are not in the vault)."""
    number = next(_numbers)
    given = {
        "case_id": case.id,
        "file_name": f"材料{number}.pdf",
        "size": 1000,
        "sha256": f"{number:064x}",
        "sm3": f"{number:064x}",
        "uploaded_by": uploader.id,
    }
    with transaction() as session:
        upload = Upload(**{**given, **values})
        session.add(upload)
    return upload
