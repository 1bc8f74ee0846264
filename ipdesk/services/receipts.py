"""材料提交回执: what was handed in, file by file, with digests anyone can check; given with the submission, never changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.model import Finding, Review
from casefiles.receipts import ReceivedFile, make_receipt
from casefiles.telling.guidance import by_weight
from ipdesk import audit
from ipdesk.access import Actor
from ipdesk.clock import local
from ipdesk.database import db, transaction
from ipdesk.office import desk_named
from ipdesk.queries.offences import offence_name
from ipdesk.queries.redaction import Eyes, common_eyes
from ipdesk.queries.reports import live_uploads, own_case
from ipdesk.queries.uploads import not_secret
from ipdesk.refusals import NotFound
from ipdesk.tables import Case, Receipt, ReferralRow, ReviewRow

SEALED_GAP = "一项涉及商业秘密材料的问题，见预审结果页"


def give_receipt(
    session: Session, actor: Actor, case: Case, row: ReviewRow, reviewed: Review, referrals: Sequence[ReferralRow]
) -> Receipt:
    """The receipt for the dossier as it is handed in, with ``reviewed`` kept as ``row``, in the caller's transaction.

    It names the head of the audit chain.
    """
    if case.number is None or case.submitted_at is None:
        raise ValueError("a receipt is given for a submitted report")
    uploads = live_uploads(case.id, session)
    eyes = common_eyes(not_secret(case.id, session), row.uploads, reviewed)
    content = make_receipt(
        number=case.number,
        given_at=local(case.submitted_at),
        files=[ReceivedFile(one.file_name, one.size, one.sha256, one.sm3) for one in uploads],
        chain_head=audit.chain_head(session),
        gaps=list(dict.fromkeys(open_words(one, eyes) for one in by_weight(reviewed.findings) if one.severity == "blocking")),
        applicant=case.enterprise.name,
        offence=offence_name(reviewed.offence.code),
        desks=[_desk(row.desk) for row in referrals],
    )
    receipt = Receipt(case_id=case.id, number=case.number, content=content, given_at=case.submitted_at)
    session.add(receipt)
    session.flush()
    audit.record(
        session,
        "receipt.given",
        actor=actor.id,
        case_id=case.id,
        subject=receipt.id,
        number=receipt.number,
        digest=content["digest"],
    )
    return receipt


def receipt_of(actor: Actor, case_id: str) -> Receipt:
    """The receipt, for those who handed the report in. Raises NotFound for a draft and for everyone else's."""
    case = own_case(actor, case_id)
    asked = select(Receipt).where(Receipt.case_id == case.id, Receipt.number == case.number)
    receipt = db.session.execute(asked).scalar_one_or_none()
    if receipt is None:
        raise NotFound("这份报案还没有回执。", "提交之后才有回执；请先完成“确认提交”。")
    return receipt


def note_download(actor: Actor, receipt: Receipt, form: str) -> None:
    """Keep in the audit chain that the receipt went out as ``form`` (``json``, ``docx``)."""
    with transaction() as session:
        audit.record(
            session,
            "receipt.downloaded",
            actor=actor.id,
            case_id=receipt.case_id,
            subject=receipt.id,
            number=receipt.number,
            format=form,
        )


def open_words(finding: Finding, eyes: Eyes) -> str:
    """What is missing, for everyone (``common_eyes``); a gap that quotes a sealed file is told without its content."""
    return SEALED_GAP if eyes.quotes_sealed(finding) else eyes.shown(finding.message)


def _desk(code: str) -> str:
    desk = desk_named(code)
    return desk.name if desk else code
