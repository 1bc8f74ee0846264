"""材料补交回执: a receipt for what was handed in after the submission, file by file, with the same proof as the first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefiles.receipts import ReceivedFile, make_receipt
from ipdesk import audit, clock
from ipdesk.access import Actor, visible_cases
from ipdesk.database import db, transaction
from ipdesk.queries.offences import offence_name
from ipdesk.queries.progress import desk_name
from ipdesk.queries.reports import live_uploads, own_case
from ipdesk.refusals import Conflict, NotFound
from ipdesk.tables import Case, Receipt, ReferralRow, Upload


def receipts_of(case_id: str, session: Session | None = None) -> Sequence[Receipt]:
    """Every receipt of the report, the one of its submission first."""
    asked = select(Receipt).where(Receipt.case_id == case_id).order_by(Receipt.given_at, Receipt.number)
    return (session or db.session()).execute(asked).scalars().all()


def not_receipted(case_id: str, session: Session | None = None) -> list[Upload]:
    """The files of a report handed in for which no receipt was given yet; none for a draft."""
    receipts = receipts_of(case_id, session)
    given = {(one["name"], one["sha256"]) for receipt in receipts for one in receipt.content["files"]}
    return [one for one in live_uploads(case_id, session) if receipts and (one.file_name, one.sha256) not in given]


def own_receipt(actor: Actor, receipt_id: str) -> Receipt:
    """One receipt, for those who handed its report in. Raises NotFound alike for what is not there and not theirs."""
    asked = select(Receipt).join(Case, Case.id == Receipt.case_id).where(Receipt.id == receipt_id, visible_cases(actor))
    receipt = db.session.execute(asked).scalar_one_or_none()
    if receipt is None:
        raise NotFound("没有找到这份回执。", "请从报案页面打开，或核对网址。")
    own_case(actor, receipt.case_id)
    return receipt


def ask_for_receipt(actor: Actor, case_id: str) -> Receipt:
    """A receipt for the files that have none yet. Raises NotFound, NotAllowed, and Conflict where every file has one."""
    with transaction() as session:
        receipt = give_later_receipt(session, actor, own_case(actor, case_id, session))
    if receipt is None:
        raise Conflict("没有需要出具补交回执的文件：已交的文件都有回执。", "补充文件之后再来出具。")
    return receipt


def give_later_receipt(session: Session, actor: Actor, case: Case) -> Receipt | None:
    """The receipt for what came since the last one, in the caller's transaction; None where nothing came."""
    files = not_receipted(case.id, session)
    if not files or case.number is None:
        return None
    moment, number = clock.now(), f"{case.number}-B{len(receipts_of(case.id, session)):02d}"
    desks = select(ReferralRow.desk).where(ReferralRow.case_id == case.id).order_by(ReferralRow.opened_at, ReferralRow.desk)
    content = make_receipt(
        number=number,
        supplements=case.number,
        given_at=clock.local(moment),
        files=[ReceivedFile(one.file_name, one.size, one.sha256, one.sm3) for one in files],
        chain_head=audit.chain_head(session),
        applicant=case.enterprise.name,
        offence=offence_name(case.offence),
        desks=[desk_name(code) for code in session.execute(desks).scalars()],
    )
    receipt = Receipt(case_id=case.id, number=number, content=content, given_at=moment)
    session.add(receipt)
    session.flush()
    told = {"number": number, "digest": content["digest"]}
    audit.record(session, "receipt.given", actor=actor.id, case_id=case.id, subject=receipt.id, **told)
    return receipt
